// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/live/cellwords.h"

#include <QAbstractItemModel>
#include <QObject>

#include <map>

namespace earshot {

/** Which rows of a table deserve a tick beside its scroll bar, as far as they have been read: it never makes the model
 * read a page. */
class OverviewTicks final : public QObject
{
    Q_OBJECT

public:
    /** @p words must outlive it. */
    OverviewTicks(QAbstractItemModel &rows, const CellWords &words, QObject *parent = nullptr);

    const std::map<int, ColorRole> &ticks() const { return m_ticks; }

    /** Looks at rows that have been read. */
    void look(int first, int last);

Q_SIGNALS:
    void changed();

private:
    void shift(int first, int count);
    void clear();

    QAbstractItemModel &m_rows;
    const CellWords &m_words;
    std::map<int, ColorRole> m_ticks;
};

} // namespace earshot
