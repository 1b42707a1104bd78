// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/live/cellwords.h"

#include <QList>
#include <QMenu>
#include <QObject>

class QHeaderView;

namespace earshot {

/** Which columns of a table are shown, how wide and in which order; a menu to choose them, opened from the header too.
 */
class TableColumns final : public QObject
{
    Q_OBJECT

public:
    /** @p fixed are not offered: they are always shown. @p words and @p header must outlive it. */
    TableColumns(QHeaderView &header, const CellWords &words, const QList<int> &fixed);

    QMenu *menu() { return &m_menu; }

    /** Hidden unless chosen. */
    void hideByDefault(const QList<int> &columns);

    /** Takes the present layout for the one that reset() goes back to. */
    void noteDefaultLayout();

    QByteArray save() const;

    /** False, and nothing changed, where @p layout is of another table or version. */
    bool restore(const QByteArray &layout);
    void reset();

    void retranslate();

Q_SIGNALS:
    /** Order and choice are as at first; widths are to be set anew, for the font and language of now. */
    void wasReset();

private:
    void fillMenu();
    void addColumn(int column);
    int shownCount() const;

    QHeaderView &m_header;
    const CellWords &m_words;
    const QList<int> m_fixed;
    QMenu m_menu;
    QByteArray m_defaultLayout;
};

} // namespace earshot
