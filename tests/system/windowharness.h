// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/window/windowapplication.h"
#include "tests/system/earshotprocess.h"
#include "widgets/mainwindow/mainwindow.h"

#include <memory>

namespace earshot {

/** The whole program with its window, in this process, over a store that commands and a `serve` of other processes use
 * too. */
class WindowHarness
{
public:
    EarshotProcess &store() { return m_store; }

    /** Opens the window on the store and waits for it to be seen. The listener takes a free port. */
    bool open();

    /** As a person closes it, who says yes to quitting. */
    void close();

    /** Whether the desktop has a tray, which Xvfb has not. */
    void setTray(bool isThere)
    {
        window().setTrayCheck([isThere] { return isThere; });
    }

    MainWindow &window() const { return m_application->session()->window(); }

    WindowModels &models() const { return m_application->session()->models(); }

    WindowApplication &application() const { return *m_application; }

    /** Waits until the window says that it is in that state. */
    bool waitFor(ListenerState::Kind kind);

    ListenerState listener() const { return m_listener; }

    quint16 port() const;

    /** Posts a platform's JSON to a source's hook; the answer's status. */
    int post(const QByteArray &token, const QByteArray &json) const;

    template <typename T>
    T *find() const
    {
        return window().findChild<T *>();
    }

    /** A file of the whole screen, if EARSHOT_SHOTS names a folder. */
    static void shoot(const QString &name);

private:
    EarshotProcess m_store;
    std::unique_ptr<WindowApplication> m_application;
    ListenerState m_listener;
};

/** A call of Varda's that has ended. */
QByteArray endedCall(int number, int seconds, const QByteArray &disposition = "completed");

/** A line of a chat of Varda's, number @p number of it. */
QByteArray chatMessage(int number, const QByteArray &sender, const QByteArray &text);

} // namespace earshot
