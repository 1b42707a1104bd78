// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/items/listenerstate.h"
#include "models/items/tunnelstate.h"
#include "widgets/mainwindow/mainactions.h"
#include "widgets/mainwindow/windowlayout.h"
#include "widgets/scope/savedview.h"
#include "widgets/settings/windowsettings.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <optional>

class QAbstractItemView;
class QDockWidget;
class QSettings;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace earshot {

class Banner;
class ClosingDialog;
class ConversationView;
class CoverageWatch;
class DeliveryView;
class DetailPane;
class DisplaySettings;
class ElidedLabel;
class EmptyState;
class FacetsPanel;
class FirstRunPage;
class LiveLaneView;
class LiveTable;
class Notices;
class ReportsPage;
class StatusStrip;
class StoreActions;
class ToolStrip;
class TrayIcon;
class ViewsBar;
class WindowDialogs;
struct WindowModels;

/** The window over one store: three perspectives on the same conversations, one filter line, one detail pane. It shows;
 * what a person asks for goes out as a signal or to StoreActions. */
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /** What was open and where is read from @p settings and written there at the end. All must outlive it. */
    MainWindow(WindowModels &models, StoreActions &actions, DisplaySettings &display, QSettings &settings,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    Perspective perspective() const { return m_perspective; }

    void showPerspective(Perspective perspective);

    void setListenerState(const ListenerState &state);

    /** Of the program that gives the listener a public address. */
    void setTunnelState(const TunnelState &state);

    /** The store cannot be read or written; nothing once it can again. */
    void setStoreError(const std::optional<Error> &error);

    /** Its conversations are made up. */
    void setDemo(bool demo);

    /** As last set, for the settings dialog. */
    void setWindowSettings(const WindowSettings &settings);

    void showConversation(qint64 conversation);

    /** Whether the desktop has a tray is asked of this, when it matters. */
    void setTrayCheck(const std::function<bool()> &hasTray) { m_hasTray = hasTray; }

    /** In front, also out of the tray. */
    void showAgain();

    /** Closes without asking. closed() follows. */
    void quitNow();

    TrayIcon &tray() const { return *m_tray; }

    QAbstractItemView &conversationTable() const;

    MainActions &actions() const { return *m_actions; }

Q_SIGNALS:
    void demoRequested();
    void endDemoRequested();
    void openStoreRequested(const QString &path);
    void windowSettingsChanged(const earshot::WindowSettings &settings);
    void listenRequested(const QString &address, quint16 port); ///< also to try the same again
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildBars();
    void buildCorner();
    void buildPages();
    QWidget *buildLivePage();
    void buildDocks();
    void connectScope();
    void connectViews();
    void connectDetail();
    void connectForwarding();
    void takeAnswered(qint64 row, const Result<void> &done);
    template <typename T>
    void noteFailure(const Result<T> &done);
    void connectActions();
    void connectPlaces();
    void connectLook();
    void connectDialogs();
    void connectCoverage();
    void connectSecurity();
    void showCertificateNotice();
    void showPublicHost();
    QString sendersBase() const;
    void updateQuarantineActions();
    void withQuarantined(const std::function<void(const QList<qint64> &)> &use);
    void releaseQuarantined();
    void askDiscardQuarantined();
    void takeCount(const Result<qint64> &done, const std::function<QString(int)> &words);
    void restore();
    void retranslate();
    void arrangeAsUsual();
    void fitDetail();
    void showPage();
    void updateFirstRun();
    void updateTitle();
    void updateShown();
    void updateCorner();
    void stepDelivery(int by);
    void showDelivery(qint64 delivery);
    void undoClosedView();
    void openPalette();
    void restoreViews();
    void saveViews();
    void saveLayout();
    void connectTray();
    void showLastEvent();
    bool wouldStopReceiving() const;
    void requestQuit();
    void ask(bool isWarning);
    void hideToTray();
    void updateEmptyStates();
    void updateNarrowness();
    void followSelection(qint64 id);
    void travelTo(Perspective perspective);
    void addTerm(const QString &field, const QString &value, bool exclude);
    void findHere();
    void moveArea(int by);
    QList<QWidget *> areas() const;
    QWidget *centre() const;
    bool focusArea(QWidget *area);
    LiveTable *table() const;
    bool isFirstRun() const;
    void copyAddress();
    void sendSample(const QString &source);
    void openStore();
    void stepTextSize(int percent);
    void forwardSelection();
    void replaySelection();
    void editAndResend();
    void withDeliveriesInView(const std::function<void(const QList<qint64> &)> &use);
    void changeSettings(const std::function<void(WindowSettings &)> &change);

    WindowModels &m_models;
    StoreActions &m_storeActions;
    DisplaySettings &m_display;
    QSettings &m_settings;
    WindowSettings m_windowSettings;
    MainActions *m_actions;
    WindowLayout m_layout;
    Perspective m_perspective = Perspective::Live;
    QHash<int, int> m_frontTabs; ///< the detail's, by Perspective
    ListenerState m_listener;
    TunnelState m_tunnel;
    bool m_showsQuarantined = false; ///< the detail's footer
    bool m_isDemo = false;
    bool m_isNarrow = false;
    bool m_isLow = false;
    bool m_hasLaneGivenWay = false; ///< when it became low
    std::optional<std::pair<SavedView, int>> m_closedView; ///< and its place

    ToolStrip *m_tools = nullptr;
    ViewsBar *m_views = nullptr;
    QToolBar *m_viewsBar = nullptr;
    QToolButton *m_following = nullptr;
    QToolButton *m_columns = nullptr;
    ElidedLabel *m_rangeInWords = nullptr;
    QPushButton *m_exportButton = nullptr;
    Banner *m_banner = nullptr;
    Notices *m_notices = nullptr;
    QStackedWidget *m_pages = nullptr;
    FirstRunPage *m_firstRun = nullptr;
    LiveLaneView *m_lane = nullptr;
    ConversationView *m_conversations = nullptr;
    DeliveryView *m_deliveries = nullptr;
    ReportsPage *m_reports = nullptr;
    EmptyState *m_noConversations = nullptr;
    EmptyState *m_noDeliveries = nullptr;
    QDockWidget *m_facetsDock = nullptr;
    FacetsPanel *m_facets = nullptr;
    QDockWidget *m_detailDock = nullptr;
    DetailPane *m_detail = nullptr;
    StatusStrip *m_status = nullptr;
    WindowDialogs *m_dialogs = nullptr;
    TrayIcon *m_tray = nullptr;
    CoverageWatch *m_coverage = nullptr;
    std::function<bool()> m_hasTray;
    QPointer<ClosingDialog> m_closing;
    QList<QPointer<QWidget>> m_hidden; ///< windows of ours that went into the tray with this one
    bool m_isQuitting = false;
};

} // namespace earshot
