// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/displaysettings.h"

#include <QTableView>

namespace earshot {

/** The base of every long table: whole rows, no grid, no zebra, rows as high as the density says, a header with a sort
 * arrow, letters left to commands. Set a RowDelegate on it. Rows cost it the 8 bytes that Qt's header keeps of each. */
class DataTable : public QTableView
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit DataTable(DisplaySettings &settings, QWidget *parent = nullptr);

    /** The row under the pointer; -1 for none. */
    int hoveredRow() const { return m_hoveredRow; }

    /** As wide as the longest of @p texts and of the column's heading in the present font, and @p extra pixels (an
     * icon, say); the cells' padding is added. */
    void setColumnSample(int column, const QStringList &texts, int extra = 0);

    /** Free at each side of a cell. */
    static int cellPadding();

    void setModel(QAbstractItemModel *model) override;
    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    /** Enter or a double click. */
    void rowActivated(const QModelIndex &index);

protected:
    DisplaySettings &settings() const { return m_settings; }

    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct ColumnSample {
        int column = 0;
        QStringList texts;
        int extra = 0;
    };

    void applyDensity();
    void applySample(const ColumnSample &sample);
    void applySamples();
    void setHoveredRow(int row);
    void updateHoveredRow();

    DisplaySettings &m_settings;
    QList<ColumnSample> m_samples;
    int m_hoveredRow = -1;
};

} // namespace earshot
