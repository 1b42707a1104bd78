// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>
#include <QTableView>
#include <QTimer>

namespace earshot {

/** Lets columns of a table give way where it is too narrow for all of them, and come back where it is not, so that
 * nothing is to be scrolled to. Widths set from elsewhere, as by hand, are the ones that come back. */
class ColumnFit final : public QObject
{
    Q_OBJECT

public:
    struct Flexible {
        int column = 0;
        int leastWidth = 0; ///< pixels
    };

    /** @p table must outlive it, and has its model. */
    explicit ColumnFit(QTableView &table);

    /** @p stretched is the column that takes the rest, at least @p leastWidth pixels of it as long as @p flexible have
     * something to give; these give in their order, a column that is named twice a second time. */
    void setColumns(int stretched, int leastWidth, const QList<Flexible> &flexible);

    /** Takes the widths of now for the ones that come back. */
    void adopt();

    /** Back to the widths as if there were room: to keep them. */
    void relax();

    void fit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void noteWidth(int column, int width);
    void setWidth(int column, int width);
    int wantedWidth(int column) const;

    QTableView &m_table;
    int m_stretched = -1;
    int m_leastStretched = 0;
    QList<Flexible> m_flexible;
    QHash<int, int> m_wanted; ///< by column, of those in m_flexible
    QTimer m_later;
    bool m_isFitting = false;
};

} // namespace earshot
