// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/live/cellwords.h"

#include <QIdentityProxyModel>

namespace earshot {

/** The rows of a table in words: headings, texts, and what a screen reader says of a cell ("Duration, 7 minutes
 * 32 seconds, estimated"). All else passes through. */
class WordedRows final : public QIdentityProxyModel
{
    Q_OBJECT

public:
    /** @p words must outlive it. */
    WordedRows(QAbstractItemModel &rows, const CellWords &words, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /** The language is another. */
    void retranslate();

private:
    const CellWords &m_words;
};

} // namespace earshot
