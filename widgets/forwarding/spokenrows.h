// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIdentityProxyModel>

#include <functional>

namespace earshot {

class RowDelegate;

/** Gives the rows of a model headings in the user's language, and what a screen reader says of a cell: its heading and
 * what its delegate paints. */
class SpokenRows final : public QIdentityProxyModel
{
    Q_OBJECT

public:
    /** Of a column, in the language of the moment. */
    using Heading = std::function<QString(int column)>;

    /** @p rows and @p delegate must outlive it. */
    SpokenRows(QAbstractItemModel &rows, const RowDelegate &delegate, Heading heading, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /** The language is another. */
    void retranslate();

private:
    const RowDelegate &m_delegate;
    const Heading m_heading;
};

} // namespace earshot
