// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/mainwindow.h"

#include "widgets/controls/banner.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/labels.h"
#include "widgets/detail/detailpane.h"
#include "widgets/live/conversationview.h"
#include "widgets/live/deliveryview.h"
#include "widgets/live/livelaneview.h"
#include "widgets/mainwindow/coveragewatch.h"
#include "widgets/mainwindow/notices.h"
#include "widgets/mainwindow/statusstrip.h"
#include "widgets/mainwindow/toolstrip.h"
#include "widgets/mainwindow/trayicon.h"
#include "widgets/mainwindow/windowdialogs.h"
#include "widgets/mainwindow/windowmodels.h"
#include "widgets/reports/reportspage.h"
#include "widgets/scope/facetspanel.h"
#include "widgets/scope/filterline.h"
#include "widgets/scope/viewsbar.h"
#include "widgets/sources/firstrunpage.h"
#include "widgets/style/displaysettings.h"
#include "widgets/style/metrics.h"

#include <QApplication>
#include <QDockWidget>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace earshot {
namespace {

constexpr QSize c_usualSize(1440, 900);
constexpr QSize c_smallestSize(960, 600);
constexpr int c_narrow = 1200;
constexpr int c_low = 720;
constexpr int c_leastCentre = 320;
constexpr int c_mostTries = 8;
constexpr int c_facetsWidth = 196;
constexpr qreal c_usualPointSize = 10; ///< of the text that all these widths are for

/** A dock without a title of its own: what it holds has one. */
QDockWidget *makeDock(QMainWindow *window, const QString &name, QWidget *content, Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(window);
    dock->setObjectName(name);
    dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetFloatable);
    auto *noTitle = new QWidget(dock);
    noTitle->setFixedHeight(0);
    dock->setTitleBarWidget(noTitle);
    dock->setWidget(content);
    window->addDockWidget(area, dock);
    return dock;
}

/** How much larger the text is than usual. */
qreal textScaleOf(const QWidget &window)
{
    return std::max(1.0, QFontInfo(window.font()).pointSizeF() / c_usualPointSize);
}

} // namespace

MainWindow::MainWindow(WindowModels &models, StoreActions &actions, DisplaySettings &display, QSettings &settings,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_models(models)
    , m_storeActions(actions)
    , m_display(display)
    , m_settings(settings)
    , m_actions(new MainActions(this))
    , m_layout(*this)
{
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(c_smallestSize);
    resize(c_usualSize);
    setDockOptions(QMainWindow::AnimatedDocks);
    m_actions->fill(*menuBar());
    buildBars();
    buildPages();
    buildDocks();
    m_status = new StatusStrip(m_models.activity, m_display, this);
    setStatusBar(m_status);
    m_dialogs = new WindowDialogs(m_models, m_storeActions, m_display, m_settings, *this);
    connectScope();
    connectViews();
    connectDetail();
    connectForwarding();
    connectActions();
    connectPlaces();
    connectLook();
    connectDialogs();
    connectCoverage();
    connectSecurity();
    connectTray();
    restore();
    retranslate();
}

MainWindow::~MainWindow()
{
    hide(); // the docks tell of it while there is someone to hear it
    m_facetsDock->disconnect(this);
    m_detailDock->disconnect(this);
}

void MainWindow::buildBars()
{
    m_tools = new ToolStrip(*m_actions, m_models.scope, m_models.reader, m_display, this);
    addToolBar(Qt::TopToolBarArea, m_tools);
    addToolBarBreak();
    m_viewsBar = new QToolBar(this);
    m_viewsBar->setObjectName(QStringLiteral("viewsBar"));
    m_viewsBar->setMovable(false);
    m_viewsBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_viewsBar->layout()->setContentsMargins(0, 0, 0, 0);
    m_views = new ViewsBar(m_models.scope, m_models.reader, m_models.clock, m_display, m_viewsBar);
    m_views->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_viewsBar->addWidget(m_views);
    addToolBar(Qt::TopToolBarArea, m_viewsBar);
    buildCorner();
}

/** At the end of the views: what goes with the perspective. */
void MainWindow::buildCorner()
{
    m_following = new QToolButton(m_views);
    m_following->setIcon(themedIcon(Icon::ArrowUp));
    m_following->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_following->setAutoRaise(true);
    m_columns = new QToolButton(m_views);
    m_columns->setIcon(themedIcon(Icon::Columns));
    m_columns->setAutoRaise(true);
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_rangeInWords = new ElidedLabel(m_views);
    m_rangeInWords->setColorRole(ColorRole::Muted);
    m_exportButton = new QPushButton(m_views);
    m_exportButton->setIcon(themedIcon(Icon::Export));
    for (QWidget *const part : std::initializer_list<QWidget *>{m_following, m_columns, m_rangeInWords, m_exportButton})
        m_views->addCornerWidget(part);
}

void MainWindow::buildPages()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_banner = new Banner(centre);
    m_notices = new Notices(*m_banner, this);
    m_pages = new QStackedWidget(centre);
    m_pages->setMinimumWidth(c_leastCentre); // else as wide as the widest page needs, which is not the one in sight
    column->addWidget(m_banner);
    column->addWidget(m_pages);
    setCentralWidget(centre);

    m_deliveries = new DeliveryView(m_models.deliveries, m_display);
    m_reports = new ReportsPage(m_models.charts, m_models.conversations, m_models.scope, m_display);
    m_firstRun = new FirstRunPage;
    m_pages->addWidget(buildLivePage());
    m_pages->addWidget(m_deliveries);
    m_pages->addWidget(m_reports);
    m_pages->addWidget(m_firstRun);

    m_noConversations = new EmptyState;
    m_noDeliveries = new EmptyState;
    m_conversations->setEmptyState(m_noConversations);
    m_deliveries->setEmptyState(m_noDeliveries);
}

QWidget *MainWindow::buildLivePage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_lane = new LiveLaneView(m_models.lane, m_display, page);
    m_conversations = new ConversationView(m_models.conversations, m_display, page);
    m_conversations->setObjectName(QStringLiteral("conversations"));
    column->addWidget(m_lane);
    column->addWidget(m_conversations, 1);
    return page;
}

void MainWindow::buildDocks()
{
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_facets = new FacetsPanel(m_models.facets, m_models.scope, m_display, this);
    m_facetsDock = makeDock(this, QStringLiteral("facets"), m_facets, Qt::LeftDockWidgetArea);
    m_detail = new DetailPane(m_models.reader, m_display, this);
    m_detail->setFooterActions({m_actions->forward, m_actions->showPayload, m_actions->exportRows});
    m_detailDock = makeDock(this, QStringLiteral("detail"), m_detail, Qt::RightDockWidgetArea);
}

void MainWindow::showPerspective(Perspective perspective)
{
    if (!isFirstRun())
        m_layout.keep(m_perspective);
    m_frontTabs.insert(int(m_perspective), int(m_detail->frontTab()));
    const bool isInTools = m_tools->isAncestorOf(QApplication::focusWidget());
    travelTo(perspective);
    m_perspective = perspective;
    m_actions->perspective(perspective)->setChecked(true);
    showPage();
    if (!isInTools)
        focusArea(centre()); // else it falls to whatever is next to what is gone
}

/** Selection goes along: from a conversation to the delivery that is shown of it, and back. */
void MainWindow::travelTo(Perspective perspective)
{
    if (perspective == Perspective::Inspect && m_perspective != Perspective::Inspect) {
        if (const qint64 delivery = m_detail->delivery(); delivery != 0)
            m_deliveries->select(delivery);
    } else if (perspective != Perspective::Inspect && m_perspective == Perspective::Inspect) {
        if (const qint64 conversation = m_detail->conversation(); conversation != 0)
            m_conversations->select(conversation);
    }
}

void MainWindow::showPage()
{
    const bool isFirst = isFirstRun();
    for (QWidget *const bar : std::initializer_list<QWidget *>{m_tools, m_viewsBar})
        bar->setVisible(!isFirst);
    if (isFirst) {
        m_facetsDock->hide();
        m_detailDock->hide();
        m_pages->setCurrentWidget(m_firstRun);
    } else {
        m_pages->setCurrentIndex(int(m_perspective));
        if (!m_layout.arrange(m_perspective))
            arrangeAsUsual();
    }
    const bool isInspect = m_perspective == Perspective::Inspect;
    const auto usualTab = isInspect ? DetailPane::Tab::Payload : DetailPane::Tab::Transcript;
    m_detail->setFrontTab(DetailPane::Tab(m_frontTabs.value(int(m_perspective), int(usualTab))));
    const RecordKind kind = isInspect ? RecordKind::Deliveries : RecordKind::Conversations;
    m_tools->filterLine().setKind(kind);
    m_views->setKind(kind);
    const bool isReports = !isFirst && m_perspective == Perspective::Reports;
    m_models.charts.setActive(isReports);
    // The rows of a report are those that it counts, also while the live table stands still.
    m_models.conversations.setPaused(!isReports && !m_conversations->isFollowing());
    m_models.facets.setActive(!isFirst && m_facetsDock->isVisible());
    // They arrange and search rows, of which there are none yet.
    for (QAction *const action :
         {m_actions->facets, m_actions->detail, m_actions->lane, m_actions->floatDetail, m_actions->follow,
          m_actions->columns, m_actions->filterLine, m_actions->find, m_actions->resetPerspective})
        action->setEnabled(!isFirst);
    updateCorner();
    updateShown();
    updateTitle();
}

void MainWindow::arrangeAsUsual()
{
    const qreal scale = textScaleOf(*this);
    const bool isNarrow = width() < c_narrow * scale;
    m_facetsDock->setVisible(m_perspective == Perspective::Live && !isNarrow);
    m_detailDock->setVisible(m_perspective != Perspective::Reports);
    m_detailDock->setFloating(false);
    m_detail->setFrontTab(m_perspective == Perspective::Inspect ? DetailPane::Tab::Payload
                                                                : DetailPane::Tab::Transcript);
    if (!m_facetsDock->isHidden()) // Qt takes a hidden one's share from the other
        resizeDocks({m_facetsDock}, {int(c_facetsWidth * scale)}, Qt::Horizontal);
    fitDetail();
}

/** Its usual width. Later, when the window and what was shown or hidden have taken theirs: till then, Qt shares out in
 * proportion. */
void MainWindow::fitDetail()
{
    const auto fit = [this] {
        if (m_detailDock->isHidden() || m_detailDock->isFloating())
            return;
        const qreal scale = textScaleOf(*this);
        const bool isInspect = m_perspective == Perspective::Inspect;
        const int usual = isInspect ? 728 : (width() < c_narrow * scale ? 340 : 400);
        const int most = isInspect ? width() / 2 : width() * 2 / 5;
        const int wanted = std::min(int(usual * scale), most);
        // Each time Qt gives the centre back a part of what it had.
        for (int tries = 0; tries < c_mostTries && m_detailDock->width() != wanted; ++tries)
            resizeDocks({m_detailDock}, {wanted}, Qt::Horizontal);
    };
    QMetaObject::invokeMethod(this, fit, Qt::QueuedConnection);
}

bool MainWindow::isFirstRun() const
{
    return m_models.sources.isLoaded() && m_models.sources.entries().isEmpty() && !m_isDemo
           && m_models.conversations.rowCount() == 0 && m_models.deliveries.rowCount() == 0;
}

void MainWindow::updateFirstRun()
{
    const bool isShown = m_pages->currentWidget() == m_firstRun;
    if (isShown != isFirstRun())
        showPage();
}

void MainWindow::updateTitle()
{
    const QString view = isFirstRun() ? QString() : viewName(m_views->current());
    QString title = view.isEmpty() ? QStringLiteral("Earshot") : QString(view + QStringLiteral(" — Earshot"));
    if (m_isDemo)
        title = tr("%1 (demo)").arg(title);
    if (m_listener.kind == ListenerState::Kind::Down)
        //: %1 is the window's title
        title = tr("%1 — not receiving").arg(title);
    setWindowTitle(title);
}

void MainWindow::restore()
{
    m_layout.load(m_settings);
    m_isNarrow = width() < c_narrow;
    m_layout.setNarrow(m_isNarrow);
    m_conversations->restoreLayout(m_settings.value(QStringLiteral("window/live/columns")).toByteArray());
    m_deliveries->restoreLayout(m_settings.value(QStringLiteral("window/inspect/columns")).toByteArray());
    m_lane->setCollapsed(m_settings.value(QStringLiteral("window/live/laneCollapsed"), false).toBool());
    m_tools->filterLine().setHistory(m_settings.value(QStringLiteral("filter/history")).toStringList());
    restoreViews();
    const auto range = timeRangeFromText(m_settings.value(QStringLiteral("scope/range")).toString());
    m_models.scope.setRange(range.value_or(TimeRange{TimeRange::Kind::Today, {}, {}}));
    menuBar()->setVisible(m_settings.value(QStringLiteral("window/menuBar"), true).toBool());
    m_actions->menuBarShown->setChecked(!menuBar()->isHidden());
    m_perspective = Perspective(std::clamp(m_settings.value(QStringLiteral("window/perspective")).toInt(), 0, 2));
    m_actions->perspective(m_perspective)->setChecked(true);
    showPage();
    centre()->setFocus();
}

void MainWindow::restoreViews()
{
    QList<SavedView> views;
    const int count = m_settings.beginReadArray(QStringLiteral("views"));
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        if (const auto view = savedViewFrom(m_settings.value(QStringLiteral("view")).toMap()))
            views.append(*view);
    }
    m_settings.endArray();
    if (!views.isEmpty())
        m_views->setViews(views);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    updateNarrowness();
}

void MainWindow::updateNarrowness()
{
    const bool isNarrow = width() < c_narrow * textScaleOf(*this);
    const bool isLow = height() < c_low;
    m_tools->setNarrow(isNarrow);
    m_status->setNarrow(isNarrow);
    m_detail->setCompactHeader(isLow);
    if (isNarrow != m_isNarrow) {
        if (!isFirstRun())
            m_layout.keep(m_perspective);
        m_layout.setNarrow(isNarrow);
        if (!isFirstRun() && !m_layout.arrange(m_perspective))
            arrangeAsUsual();
        fitDetail(); // what was kept is already of the other width
    }
    // What gives way comes back with the room, unless a person has said otherwise since.
    if (isLow && !m_isLow) {
        m_hasLaneGivenWay = !m_lane->isCollapsed();
        m_lane->setCollapsed(true);
    } else if (!isLow && m_isLow && m_hasLaneGivenWay) {
        m_lane->setCollapsed(false);
    }
    m_isNarrow = isNarrow;
    m_isLow = isLow;
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange && m_status)
        updateNarrowness();
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_notices->retranslate();
    m_coverage->retranslate();
    m_tray->retranslate();
    showLastEvent();
    m_facetsDock->setWindowTitle(tr("Facets"));
    m_detailDock->setWindowTitle(tr("Detail"));
    m_viewsBar->setWindowTitle(tr("Saved views"));
    m_firstRun->setLanguages(
        {{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}},
        m_windowSettings.language);
    //: new rows show as they arrive
    m_following->setText(tr("Following"));
    m_following->setToolTip(m_actions->follow->toolTip());
    m_columns->setAccessibleName(tr("Columns"));
    m_columns->setToolTip(tr("Columns"));
    m_exportButton->setText(tr("Export…"));
    updateEmptyStates();
    updateShown();
    updateTitle();
}

void MainWindow::setListenerState(const ListenerState &state)
{
    m_listener = state;
    m_status->setListener(state);
    m_notices->setListener(state);
    m_dialogs->setListenerState(state);
    m_tray->setListener(state);
    showCertificateNotice();
    updateEmptyStates();
    updateTitle();
}

void MainWindow::setTunnelState(const TunnelState &state)
{
    m_tunnel = state;
    m_dialogs->setTunnelState(state);
    showPublicHost();
}

void MainWindow::setStoreError(const std::optional<Error> &error)
{
    m_notices->setStoreError(error);
}

void MainWindow::setDemo(bool demo)
{
    m_isDemo = demo;
    m_notices->setDemo(demo);
    m_actions->playDemo->setVisible(!demo);
    m_actions->endDemo->setVisible(demo);
    if (demo && m_models.scope.query().range().kind == TimeRange::Kind::Today)
        m_models.scope.setRange({TimeRange::Kind::Last30Days, {}, {}});
    updateFirstRun();
    updateTitle();
}

void MainWindow::setWindowSettings(const WindowSettings &settings)
{
    m_windowSettings = settings;
    m_dialogs->setWindowSettings(settings);
    m_models.scope.setZone(settings.timeZone());
    m_conversations->setLetterKeys(settings.letterKeys);
    m_deliveries->setLetterKeys(settings.letterKeys);
    m_firstRun->setZone(settings.timeZone());
    m_firstRun->setLanguages(
        {{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}},
        settings.language);
}

QAbstractItemView &MainWindow::conversationTable() const
{
    return m_conversations->table();
}

void MainWindow::showConversation(qint64 conversation)
{
    m_detail->showConversation(conversation);
    if (!m_detailDock->isVisible())
        m_detailDock->show();
}

} // namespace earshot
