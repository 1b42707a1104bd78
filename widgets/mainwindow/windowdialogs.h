// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/listenerstate.h"
#include "models/items/storeactions.h"
#include "models/items/tunnelstate.h"
#include "widgets/settings/windowsettings.h"

#include <QObject>
#include <QPointer>

class QAction;
class QDialog;
class QSettings;

namespace earshot {

class AddSourceDialog;
class DisplaySettings;
class SettingsDialog;
class SourcesDialog;
struct DestinationEntry;
struct WindowModels;

/** What an export is offered for. */
struct ShownRows {
    RecordKind kind = RecordKind::Conversations;
    ScopeQuery scope;
    QList<qint64> selected;
};

/** Opens the window's dialogs over it, each kind once, and gives focus back where it came from. None is modal:
 * deliveries go on arriving behind them. */
class WindowDialogs final : public QObject
{
    Q_OBJECT

public:
    /** All must outlive it. */
    WindowDialogs(WindowModels &models, StoreActions &actions, DisplaySettings &display, QSettings &settings,
                  QWidget &window);

    void setListenerState(const ListenerState &state);
    void setTunnelState(const TunnelState &state);
    void setWindowSettings(const WindowSettings &settings);

    void addSource();
    void showSources();
    void exportRows(const ShownRows &shown);
    void forward(const QList<qint64> &conversations);
    /** @p deliveries are selected; @p scope is the view around them. */
    void replay(const ScopeQuery &scope, const QList<qint64> &deliveries);
    void editAndResend(qint64 delivery);
    /** At a row of it, if @p row is not 0. */
    void showOutbox(qint64 row = 0);
    /** @p interval is the window's. */
    void showCoverage(const TimeInterval &interval);
    void showDestinations();
    void addDestination();
    void changeDestination(const DestinationEntry &entry);
    void showSettings(const QList<QAction *> &actions);
    void showShortcuts(const QList<QAction *> &actions);
    void showAbout();

Q_SIGNALS:
    void windowSettingsChanged(const earshot::WindowSettings &settings);
    void listenRequested(const QString &address, quint16 port);
    void openStoreRequested();
    void conversationRequested(qint64 conversation);

private:
    /** Shows @p dialog, which goes when it is closed. */
    void show(QDialog *dialog);
    /** True if one is open, which is then in front. */
    bool raise(const QPointer<QDialog> &dialog);

    WindowModels &m_models;
    StoreActions &m_actions;
    DisplaySettings &m_display;
    QSettings &m_settings;
    QWidget &m_window;
    ListenerState m_listener;
    TunnelState m_tunnel;
    WindowSettings m_windowSettings;
    QPointer<QDialog> m_addSource;
    QPointer<QDialog> m_sources;
    QPointer<QDialog> m_export;
    QPointer<QDialog> m_forward;
    QPointer<QDialog> m_replay;
    QPointer<QDialog> m_edit;
    QPointer<QDialog> m_outbox;
    QPointer<QDialog> m_coverage;
    QPointer<QDialog> m_destinations;
    QPointer<QDialog> m_addDestination;
    QPointer<QDialog> m_changeDestination;
    QPointer<QDialog> m_settingsDialog;
    QPointer<QDialog> m_shortcuts;
    QPointer<QDialog> m_about;
};

} // namespace earshot
