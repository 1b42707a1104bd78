// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/viewscope.h"
#include "widgets/style/displaysettings.h"

#include <QScrollArea>
#include <QTimer>

namespace earshot {

class AgentTable;
class Banner;
class Board;
class BreakdownChart;
class Chart;
class ChartFeed;
class ChartPanel;
class ConversationTableModel;
class DurationHistogram;
class HeatMap;
class ReportWords;
class RowsCard;
class ScopeSteps;
class TileRow;
class VolumeChart;

/** The board: figures, charts, and the rows behind them. Brushes and clicks narrow the scope, so that everything in the
 * window narrows with it; Esc goes back one step. Counts while it is seen. */
class ReportsPage final : public QScrollArea
{
    Q_OBJECT

public:
    /** All must outlive it. */
    ReportsPage(ChartFeed &feed, ConversationTableModel &rows, ViewScope &scope, DisplaySettings &settings,
                QWidget *parent = nullptr);

    /** "14 Apr – 13 May 2026 · Europe/Berlin · updated now"; empty before the first count. */
    QString rangeInWords() const;

    TileRow &tiles() const { return *m_tiles; }

    VolumeChart &volume() const { return *m_volume; }

    BreakdownChart &outcomes() const { return *m_outcomes; }

    BreakdownChart &statuses() const { return *m_statuses; }

    DurationHistogram &durations() const { return *m_durations; }

    HeatMap &hours() const { return *m_hours; }

    AgentTable &agents() const { return *m_agents; }

    RowsCard &rows() const { return *m_rows; }

    Board &board() const { return *m_board; }

    /** Of a chart of the board. */
    ChartPanel &panelOf(const Chart &chart) const;

Q_SIGNALS:
    /** Enter or a double click on a row. */
    void conversationActivated(qint64 id);

    /** The same scope, in the perspective Live. */
    void openInLiveRequested();

    /** rangeInWords() is another. */
    void rangeInWordsChanged();

public Q_SLOTS:
    /** To the rows, with the focus. */
    void showRows();

    /** Takes back the last brush or click; false if there is none. */
    bool goBack();

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    ChartPanel *addPanel(Chart *chart);
    void connectCharts();
    void showData();
    void showState();
    void describePanels(const ReportWords &words);

    ChartFeed &m_feed;
    DisplaySettings &m_settings;
    ScopeSteps *m_steps;
    Banner *m_banner;
    TileRow *m_tiles;
    VolumeChart *m_volume;
    BreakdownChart *m_outcomes;
    BreakdownChart *m_statuses;
    DurationHistogram *m_durations;
    HeatMap *m_hours;
    AgentTable *m_agents;
    RowsCard *m_rows;
    QList<ChartPanel *> m_panels;
    Board *m_board = nullptr;
    QTimer m_clock; ///< "updated now" grows old
};

} // namespace earshot
