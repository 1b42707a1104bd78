// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/reports/reportspage.h"

#include "models/items/chartfeed.h"
#include "models/items/conversationtablemodel.h"
#include "widgets/charts/agenttable.h"
#include "widgets/charts/breakdownchart.h"
#include "widgets/charts/chartpanel.h"
#include "widgets/charts/durationhistogram.h"
#include "widgets/charts/heatmap.h"
#include "widgets/charts/volumechart.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/datatable.h"
#include "widgets/live/conversationview.h"
#include "widgets/reports/board.h"
#include "widgets/reports/reportwords.h"
#include "widgets/reports/rowscard.h"
#include "widgets/reports/scopesteps.h"
#include "widgets/reports/tilerow.h"
#include "widgets/style/words.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace earshot {
namespace {

constexpr std::chrono::seconds c_now{10}; ///< so long a count is from now
constexpr std::chrono::seconds c_clock{10};

/** Of a status as stored; what this version does not know says itself. */
Look lookOfStatus(const QString &text)
{
    if (const auto status = statusFromText(text))
        return statusLook(*status);
    return {Icon::OutcomeOther, text, ColorRole::Muted};
}

} // namespace

ReportsPage::ReportsPage(ChartFeed &feed, ConversationTableModel &rows, ViewScope &scope, DisplaySettings &settings,
                         QWidget *parent)
    : QScrollArea(parent)
    , m_feed(feed)
    , m_settings(settings)
    , m_steps(new ScopeSteps(scope, this))
    , m_banner(new Banner)
    , m_tiles(new TileRow(settings))
    , m_volume(new VolumeChart(settings))
    , m_outcomes(new BreakdownChart(QStringLiteral("outcome"), outcomeLook, settings))
    , m_statuses(new BreakdownChart(QStringLiteral("status"), lookOfStatus, settings))
    , m_durations(new DurationHistogram(settings))
    , m_hours(new HeatMap(settings))
    , m_agents(new AgentTable(settings))
    , m_rows(new RowsCard(rows, settings))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    for (Chart *chart :
         std::initializer_list<Chart *>{m_volume, m_outcomes, m_durations, m_hours, m_statuses, m_agents})
        addPanel(chart);
    panelOf(*m_agents).setFlush();
    m_board = new Board({m_tiles, &panelOf(*m_volume), &panelOf(*m_outcomes), &panelOf(*m_durations),
                         &panelOf(*m_hours), &panelOf(*m_statuses), &panelOf(*m_agents), m_rows});
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_board, 1);
    setWidget(page);
    connectCharts();

    m_clock.setInterval(c_clock);
    connect(&m_clock, &QTimer::timeout, this, &ReportsPage::rangeInWordsChanged);
    connect(&m_feed, &ChartFeed::changed, this, &ReportsPage::showData);
    connect(&m_feed, &ChartFeed::stateChanged, this, &ReportsPage::showState);
    connect(&m_settings, &DisplaySettings::changed, this, &ReportsPage::showData);
    connect(m_banner, &Banner::activated, &m_feed, &ChartFeed::refresh);
    showData();
    showState();
}

ChartPanel *ReportsPage::addPanel(Chart *chart)
{
    auto *panel = new ChartPanel(chart);
    m_panels.append(panel);
    connect(panel, &ChartPanel::rowsRequested, this, &ReportsPage::showRows);
    return panel;
}

ChartPanel &ReportsPage::panelOf(const Chart &chart) const
{
    const auto found =
        std::ranges::find_if(m_panels, [&](const ChartPanel *panel) { return &panel->chart() == &chart; });
    Q_ASSERT(found != m_panels.end());
    return **found;
}

void ReportsPage::connectCharts()
{
    connect(m_volume, &VolumeChart::rangeBrushed, m_steps, &ScopeSteps::narrowToTime);
    connect(m_volume, &VolumeChart::binActivated, this, [this](Timestamp from, Timestamp until) {
        m_steps->narrowToTime(from, until);
        showRows();
    });
    for (const BreakdownChart *chart : {m_outcomes, m_statuses})
        connect(chart, &BreakdownChart::valueActivated, m_steps, &ScopeSteps::narrowToValue);
    connect(m_agents, &AgentTable::agentActivated, m_steps,
            [this](const QString &agent) { m_steps->narrowToValue(QStringLiteral("agent"), agent); });
    connect(m_durations, &DurationHistogram::durationActivated, m_steps, &ScopeSteps::narrowToDuration);
    connect(m_rows, &RowsCard::conversationActivated, this, &ReportsPage::conversationActivated);
    connect(m_rows, &RowsCard::openInLiveRequested, this, &ReportsPage::openInLiveRequested);
}

void ReportsPage::showData()
{
    if (m_feed.hasData()) {
        const ChartData &counted = m_feed.data();
        const bool hasBefore = counted.before && counted.before->total > 0;
        m_tiles->setData(counted);
        m_volume->setData(counted);
        m_outcomes->setCounts(counted.outcomes, counted.figures.total, hasBefore);
        m_statuses->setCounts(counted.statuses, counted.figures.total, hasBefore);
        m_durations->setData(counted);
        m_hours->setData(counted);
        m_agents->setData(counted);
    }
    describePanels(ReportWords(m_feed.data(), m_settings.format().locale));
    for (ChartPanel *panel : std::as_const(m_panels))
        panel->updateTable();
    Q_EMIT rangeInWordsChanged();
}

void ReportsPage::describePanels(const ReportWords &words)
{
    const ChartData &counted = m_feed.data();
    const QLocale &locale = m_settings.format().locale;
    const bool isEmpty = m_feed.hasData() && counted.figures.total == 0;
    const auto describe = [&](const Chart &chart, const QString &title, const QString &subtitle,
                              const QString &definition, qint64 part = -1) {
        ChartPanel &panel = panelOf(chart);
        panel.setTitle(title);
        panel.setSubtitle(subtitle);
        panel.setExplanation(words.explanation(title, definition, part));
        panel.setEmptyText(isEmpty ? words.nothing() : QString());
    };
    //: %1 is a time zone
    describe(*m_volume, m_volume->title(), tr("by outcome, started in %1").arg(words.zone()),
             tr("Each column counts the conversations that began in it. The commonest outcomes have a colour of their "
                "own, the rest is summed up, and what has no outcome is hatched."));
    const QString mark = counted.before && counted.before->total > 0 ? tr("mark: period before") : QString();
    describe(*m_outcomes, tr("Outcomes"), mark,
             tr("Conversations by the outcome they were tagged with. The mark is the same for the period before."));
    describe(*m_statuses, tr("Statuses"), mark,
             tr("Conversations by where they stand. The mark is the same for the period before."));
    const QString known = locale.toString(counted.figures.duration.known);
    //: %1 is how many conversations have a duration
    describe(*m_durations, tr("Duration"), tr("minutes, %1 with a duration").arg(known),
             tr("Conversations by their length, in half minutes; the last column is ten minutes and longer. Those "
                "without a known duration are left out. Percentiles are by nearest rank."),
             counted.figures.duration.known);
    describe(*m_hours, tr("Weekday and hour"), tr("in %1").arg(words.zone()),
             tr("Conversations by the weekday and the hour they began in, all weeks of the range together."));
    describe(*m_agents, tr("Agents"), QString(),
             tr("Conversations by agent, the share of them that was booked, and the median of their durations. Shares "
                "of fewer than 20 conversations are muted: they say little."));
}

void ReportsPage::showState()
{
    for (ChartPanel *panel : std::as_const(m_panels))
        panel->setLoading(m_feed.isLoading());
    if (m_feed.error() && m_feed.error()->code != ErrorCode::Cancelled)
        m_banner->showMessage(Banner::Kind::Error, errorText(*m_feed.error()), tr("Retry"));
    else
        m_banner->dismiss();
}

QString ReportsPage::rangeInWords() const
{
    if (!m_feed.hasData())
        return {};
    const ChartData &counted = m_feed.data();
    const ReportWords words(counted, m_settings.format().locale);
    const auto age = m_feed.now() - counted.computedAt;
    const ValueFormat &format = m_settings.format();
    //: when the figures were counted, as in "updated 14:32:07"
    const QString updated = age < c_now || m_feed.isCurrent()
                                ? tr("updated now")
                                : tr("updated %1").arg(timeText(counted.computedAt, format, m_feed.now()));
    return QStringList({words.range(), words.zone(), updated}).join(QStringLiteral(" · "));
}

void ReportsPage::showRows()
{
    ensureWidgetVisible(m_rows);
    m_rows->view().table().setFocus();
}

bool ReportsPage::goBack()
{
    return m_volume->clearBrush() || m_steps->goBack();
}

void ReportsPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    showData();
    showState();
}

void ReportsPage::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    m_feed.setActive(true);
    m_clock.start();
}

void ReportsPage::hideEvent(QHideEvent *event)
{
    QScrollArea::hideEvent(event);
    m_feed.setActive(false);
    m_clock.stop();
}

void ReportsPage::resizeEvent(QResizeEvent *event)
{
    m_board->arrange(viewport()->width());
    QScrollArea::resizeEvent(event);
}

void ReportsPage::keyPressEvent(QKeyEvent *event)
{
    const bool isBack = event->key() == Qt::Key_Escape && goBack();
    if (!isBack)
        QScrollArea::keyPressEvent(event);
}

} // namespace earshot
