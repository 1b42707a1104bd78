// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/listenerstate.h"

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace earshot {

/** Earshot in the desktop's tray: whether it receives and how many conversations run, also while there is no window.
 * Where there is no tray nothing is seen; under X it appears when one comes. */
class TrayIcon final : public QObject
{
    Q_OBJECT

public:
    explicit TrayIcon(QObject *parent = nullptr);

    void setListener(const ListenerState &state);

    /** Calls and chats that run now. */
    void setRunning(int count);

    /** When and by which source the last delivery came, as one line; null before the first. */
    void setLastEvent(const QString &text);

    /** Words anew, after a change of language. */
    void retranslate();

    QString toolTip() const { return m_icon.toolTip(); }

    QMenu &menu() { return m_menu; }

Q_SIGNALS:
    void openRequested();
    void copyAddressRequested();
    void quitRequested();

private:
    void update();
    QString listenerText() const;

    QSystemTrayIcon m_icon;
    QMenu m_menu; ///< a window of its own: the tray has no widget that could own it
    QAction *m_open;
    QAction *m_copyAddress;
    QAction *m_quit;
    ListenerState m_listener;
    int m_running = 0;
    QString m_lastEvent;
};

/** The picture in a square of @p size pixels: Earshot's own, with the number of what runs, or grey and struck through
 * where nobody receives. Trays are light or dark and say not which, so it brings its own ground. */
QPixmap trayPicture(bool receives, int running, int size);

} // namespace earshot
