// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/window/arrivalprobe.h"
#include "app/window/session.h"
#include "app/window/translations.h"
#include "app/window/windowinstance.h"
#include "models/base/clock.h"
#include "models/store/location.h"
#include "widgets/settings/windowsettings.h"
#include "widgets/style/displaysettings.h"
#include "widgets/style/theme.h"

#include <QFont>
#include <QObject>
#include <QSettings>

#include <memory>
#include <optional>

namespace earshot {

/** What the window's command line says. */
struct WindowOptions {
    StoreLocation store;
    QString settingsPath; ///< of the file that keeps what a person sets for the window
    std::optional<ListenerSettings> listener; ///< instead of what is set
};

/** The program with a window: the style, the language, what a person has set, and the session that is open. Of the main
 * thread, after the QApplication. */
class WindowApplication final : public QObject
{
    Q_OBJECT

public:
    explicit WindowApplication(const WindowOptions &options, QObject *parent = nullptr);
    ~WindowApplication() override;

    /** Makes this the one window of its store, or brings the one that is open to the front. Before start(). */
    WindowInstance::Found claim();

    /** Ends as Quit does, without asking, whether the window is seen or not: the session ends, or a signal came. */
    void end();

    /** Opens the store and shows its window. Once. @p probes: measures what the window takes to show (ArrivalProbe). */
    void start(bool probes = false);

    /** Writes what was measured; nothing happens if nothing was. */
    Result<void> writeProbe(const QString &path) const;

    /** The open session; null before start() and after the last window was closed. */
    Session *session() const { return m_session.get(); }

private:
    void open(const StoreLocation &store, bool demo);
    void raise(const QByteArray &token);
    void connectWindow();
    void take(const WindowSettings &settings);
    void apply();
    void listen(const QString &address, quint16 port);
    void playDemo();
    void endDemo();
    void openOther(const QString &path);
    ListenerSettings listenerSettings() const;

    const WindowOptions m_options;
    const SystemClock m_clock;
    QSettings m_settingsFile;
    WindowSettings m_settings;
    Theme m_theme;
    Translations m_translations;
    DisplaySettings m_display;
    QFont m_systemFont;
    WindowInstance m_instance;
    std::unique_ptr<Session> m_session;
    bool m_probes = false;
    std::unique_ptr<ArrivalProbe> m_probe; ///< of the session's window
};

} // namespace earshot
