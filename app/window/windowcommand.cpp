// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/window/windowcommand.h"

#include "app/commands/commandline.h"
#include "app/commands/console.h"
#include "app/commands/descriptorlimit.h"
#include "app/commands/stopsignals.h"
#include "app/control/listenaddress.h"
#include "app/window/windowapplication.h"

#include <QApplication>
#include <QFileInfo>

namespace earshot {
namespace {

constexpr QLatin1StringView c_listen("listen");
constexpr QLatin1StringView c_probe("probe"); // for measurements: a file that is written at the end

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
           || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

Result<WindowOptions> optionsOf(const CommandLine &line)
{
    WindowOptions options;
    options.store = line.store();
    options.settingsPath = QFileInfo(line.store().path).absolutePath() + QLatin1StringView("/window.ini");
    if (!line.has(c_listen))
        return options;
    const auto address = readListenAddress(line.value(c_listen));
    if (!address)
        return std::unexpected(address.error());
    ListenerSettings listener;
    listener.address = address->address;
    listener.port = address->port;
    options.listener = listener;
    return options;
}

QStringList wordsOf(int argc, char **argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    return words;
}

/** The exit code, where a window of this store is open already. */
std::optional<int> findOther(WindowApplication &window)
{
    switch (window.claim()) {
    case WindowInstance::Found::Nobody:
        break;
    case WindowInstance::Found::Raised:
        console::say(QStringLiteral("earshot: a window of this store is open already; it is in front now"));
        return ExitDone;
    case WindowInstance::Found::NoAnswer:
        console::say(QStringLiteral("earshot: a window of this store is open already and does not answer; "
                                    "opening another, which shows what that one receives"));
        break;
    }
    return std::nullopt;
}

} // namespace

bool isWindowCall(int argc, char **argv)
{
    if (argc < 2)
        return true;
    const QByteArray first(argv[1]);
    return first.startsWith('-') && first != "--help" && first != "-h" && first != "--version";
}

int runWindow(int argc, char **argv)
{
    CommandLine line(QString(), QStringLiteral("Opens the window. See earshot --help for what works without one."));
    line.addOption(c_listen, QStringLiteral("ADDRESS:PORT"),
                   QStringLiteral("Where to receive, instead of what is set in the window."));
    line.addHiddenOption(c_probe, QStringLiteral("FILE"));
    if (const auto code = line.read(wordsOf(argc, argv)))
        return *code;
    const auto options = optionsOf(line);
    if (!options)
        return line.failed(options.error());
    if (!hasDisplay()) {
        console::say(QStringLiteral("earshot: there is no display for a window; earshot serve receives without one"));
        return ExitFailed;
    }
    if (const auto made = line.makeFolder(); !made)
        return line.failed(made.error());
    raiseDescriptorLimit();
    QApplication application(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("org.earshot.Earshot"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/org.earshot.Earshot.svg")));
    const StopSignals stopSignals;
    WindowApplication window(*options);
    QObject::connect(&stopSignals, &StopSignals::stopAsked, &window, &WindowApplication::end);
    if (const auto code = findOther(window))
        return *code;
    window.start(line.has(c_probe));
    const int code = QApplication::exec();
    if (const auto written = window.writeProbe(line.value(c_probe)); !written)
        return line.failed(written.error());
    return code;
}

} // namespace earshot
