// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/listenerstate.h"
#include "models/store/location.h"
#include "widgets/controls/formdialog.h"
#include "widgets/settings/windowsettings.h"

#include <QAction>
#include <QList>

class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace earshot {

class DisplaySettings;
class EmptyState;
class ListeningPage;
class SettingsPage;
class StoreActions;
struct TunnelState;

/** What can be set, page by page, with a search over all of it. Everything but the listener's address counts at once
 * and can be taken back while the dialog is open. It keeps nothing itself: store what changed() gives. */
class SettingsDialog final : public FormDialog
{
    Q_OBJECT

public:
    /** @p storeActions, @p display and @p actions, whose shortcuts are listed, must outlive it. */
    SettingsDialog(StoreActions &storeActions, DisplaySettings &display, const WindowSettings &settings,
                   const StoreLocation &store, const ListenerState &listener, const QList<QAction *> &actions,
                   QWidget *parent = nullptr);

    const WindowSettings &settings() const { return m_settings; }

    /** Something else has changed them (a shortcut, say); no signal. */
    void setSettings(const WindowSettings &settings);
    void setListenerState(const ListenerState &state);
    void setTunnelState(const TunnelState &state);
    void setSources(const QStringList &names);

Q_SIGNALS:
    void changed(const earshot::WindowSettings &settings);

    /** Listen there from now on; follows changed() with the same address and port. */
    void listeningApplied(const QString &address, quint16 port);

    void openStoreRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addPage(SettingsPage *page);
    QWidget *navigation();
    QWidget *body();
    void retranslate();
    void filter();
    void showPage(int row);
    void takeEdit(const SettingsPage &page);
    void take(const WindowSettings &settings);
    void applyListening(const QString &address, quint16 port);
    void undo();
    void updateUndo();
    void showSettings();

    WindowSettings m_settings;
    QList<WindowSettings> m_before; ///< what Undo goes back to, newest last
    QLineEdit *m_search;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    EmptyState *m_nothing;
    QPushButton *m_undo;
    QList<SettingsPage *> m_pages;
    ListeningPage *m_listening;
};

} // namespace earshot
