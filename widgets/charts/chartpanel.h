// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/charts/card.h"
#include "widgets/charts/chart.h"
#include "widgets/charts/explanation.h"

class QHBoxLayout;
class QLabel;
class QMenu;
class QStackedLayout;
class QTableView;
class QToolButton;

namespace earshot {

class BusyBar;
class ChartTableModel;
class ChartVeil;
class ElidedLabel;

/** The card that a chart stands on: its title, its unit, its menu; as a table on request, with the same numbers. */
class ChartPanel final : public Card
{
    Q_OBJECT

public:
    /** Takes over @p chart. */
    explicit ChartPanel(Chart *chart, QWidget *parent = nullptr);

    Chart &chart() const { return *m_chart; }

    void setTitle(const QString &title);
    void setSubtitle(const QString &subtitle);
    void setExplanation(const Explanation &explanation);

    QString title() const;
    QString subtitle() const;

    const Explanation &explanation() const { return m_explanation; }

    /** Shows what was there at half strength, and a thin bar. */
    void setLoading(bool loading);

    /** Said over the empty axes; null where there is something to see. */
    void setEmptyText(const QString &text);
    QString emptyText() const;

    /** The numbers of the chart are new. */
    void updateTable();

    void setTableShown(bool shown);
    bool isTableShown() const;

    /** Without margins around the chart, for a table that reaches the edges. */
    void setFlush();

    QMenu *menu() const { return m_menu; }

Q_SIGNALS:
    /** "Open rows" was chosen. */
    void rowsRequested();

public Q_SLOTS:
    void explain();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillMenu();
    void retranslate();
    void updateLook();
    void copyPicture();
    void savePicture(bool asSvg);

    Chart *m_chart;
    QLabel *m_title;
    ElidedLabel *m_subtitle;
    QToolButton *m_more;
    QMenu *m_menu;
    QAction *m_asTable;
    QAction *m_copy;
    QAction *m_svg;
    QAction *m_png;
    QAction *m_explain;
    QAction *m_openRows;
    QHBoxLayout *m_head;
    QWidget *m_body;
    QStackedLayout *m_stack;
    QTableView *m_table;
    ChartTableModel *m_tableModel;
    ChartVeil *m_veil;
    BusyBar *m_busy;
    Explanation m_explanation;
    bool m_isUpdating = false;
};

} // namespace earshot
