// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/tunnelcommands.h"

#include "app/commands/asking.h"
#include "app/commands/commandline.h"
#include "app/commands/tunneltest.h"
#include "app/control/hookurl.h"
#include "app/expose/tunnelsettings.h"
#include "models/store/migrations.h"
#include "models/store/settings.h"

#include <QFileInfo>
#include <QJsonArray>

namespace earshot {
namespace {

constexpr QLatin1StringView c_ssh("ssh");
constexpr QLatin1StringView c_sshPort("ssh-port");
constexpr QLatin1StringView c_remote("remote");
constexpr QLatin1StringView c_identity("identity");
constexpr QLatin1StringView c_sshOption("ssh-option");
constexpr QLatin1StringView c_command("command");
constexpr QLatin1StringView c_urlPattern("url-pattern");
constexpr QLatin1StringView c_publicUrl("public-url");
constexpr int c_anyPort = 65535;

void addOptions(CommandLine &line)
{
    line.addOption(c_ssh, QStringLiteral("USER@HOST"),
                   QStringLiteral("Carry deliveries from a port of this server to here, by ssh -R. Nobody is there to "
                                  "type a password: its key must be known and yours accepted."));
    line.addOption(c_remote, QStringLiteral("[ADDRESS:]PORT"),
                   QStringLiteral("Where the server listens; port 0, the default, lets it choose."));
    line.addOption(c_sshPort, QStringLiteral("PORT"), QStringLiteral("Of the server's sshd, if not the usual one."));
    line.addOption(c_identity, QStringLiteral("FILE"), QStringLiteral("Private key to sign in with."));
    line.addOption(c_sshOption, QStringLiteral("NAME=VALUE"), QStringLiteral("An option of ssh, as after its -o."),
                   CommandLine::Times::Repeated);
    line.addOption(c_command, QStringLiteral("LINE"),
                   QStringLiteral("Another program and its arguments; {address}, {port} and {base} stand for the "
                                  "listener. No shell reads it."));
    line.addOption(c_urlPattern, QStringLiteral("REGEX"),
                   QStringLiteral("Finds the public address in that program's output: its first group, or all of it. "
                                  "Default: the first https address."));
    line.addOption(c_publicUrl, QStringLiteral("URL"),
                   QStringLiteral("Under which address senders reach the other end; with {port} for the port that the "
                                  "server chose. Required with --ssh."));
    line.addJsonFlag();
}

/** `[ADDRESS:]PORT`. */
Result<void> takeRemote(const QString &text, TunnelSettings &settings)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const int port = text.sliced(colon + 1).toInt(&isNumber);
    if (!isNumber || port < 0 || port > c_anyPort)
        return failure(ErrorCode::BadArgument, QStringLiteral("\"%1\" is not [ADDRESS:]PORT. Try 8080").arg(text));
    settings.remotePort = port;
    settings.remoteAddress = text.left(std::max<qsizetype>(colon, 0));
    return {};
}

Result<TunnelSettings> settingsOf(const CommandLine &line)
{
    TunnelSettings settings;
    if (line.has(c_ssh) == line.has(c_command))
        return failure(ErrorCode::BadArgument, QStringLiteral("needs either --ssh or --command"));
    settings.publicUrl = line.value(c_publicUrl);
    if (line.has(c_command)) {
        settings.kind = TunnelSettings::Kind::Command;
        settings.command = line.value(c_command);
        settings.urlPattern = line.value(c_urlPattern);
        return settings;
    }
    settings.kind = TunnelSettings::Kind::Ssh;
    settings.sshTarget = line.value(c_ssh);
    settings.sshOptions = line.values(c_sshOption);
    if (line.has(c_identity))
        settings.identityFile = QFileInfo(line.value(c_identity)).absoluteFilePath();
    const auto port = line.integer(c_sshPort, 1, c_anyPort);
    if (!port)
        return std::unexpected(port.error());
    settings.sshPort = int(port->value_or(0));
    if (line.has(c_remote)) {
        if (const auto taken = takeRemote(line.value(c_remote), settings); !taken)
            return std::unexpected(taken.error());
    }
    return settings;
}

Result<QJsonObject> keep(const CommandLine &line, const QJsonValue &value)
{
    return ask(line, {{QStringLiteral("operation"), QStringLiteral("setting set")},
                      {QStringLiteral("key"), c_tunnelKey},
                      {QStringLiteral("value"), value}});
}

int setTunnel(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("tunnel set"),
                     QStringLiteral("Sets the program that gives the listener a public address. Whoever receives for "
                                    "this store runs it and keeps it up."));
    addOptions(line);
    if (const auto code = line.read(arguments))
        return *code;
    const auto settings = settingsOf(line);
    if (!settings)
        return line.failed(settings.error());
    const auto checked = tunnelSettingsFromJson(toJson(*settings));
    if (!checked)
        return line.failed(checked.error());
    const auto kept = keep(line, toJson(*checked));
    if (!kept)
        return line.failed(kept.error());
    if (line.wantsJson())
        return line.printLine(toJson(*checked));
    return line.printLine(QStringLiteral("The tunnel is set. earshot tunnel test tells whether senders get through."));
}

int turnTunnelOff(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("tunnel off"), QStringLiteral("Ends the tunnel and forgets it."));
    if (const auto code = line.read(arguments))
        return *code;
    const auto kept = keep(line, QJsonValue::Null);
    return kept ? line.printLine(QStringLiteral("There is no tunnel any more.")) : line.failed(kept.error());
}

/** As set, and as the process that receives tells of it. */
struct ShownTunnel {
    QJsonObject settings;
    QJsonObject state; ///< with `kind`, `public` and `reason`; empty if nobody receives
};

Result<ShownTunnel> presentTunnel(const CommandLine &line)
{
    ShownTunnel shown{{}, tunnelFacts(line.store())};
    const auto database = openToRead(line.store().path);
    if (!database && database.error().code == ErrorCode::NotFound)
        return shown;
    if (!database)
        return std::unexpected(database.error());
    const auto settings = settings::get(*database, c_tunnelKey);
    if (!settings)
        return std::unexpected(settings.error());
    shown.settings = settings->value_or(QJsonObject());
    return shown;
}

QString stateWords(const QJsonObject &state)
{
    const QString kind = state.value(QLatin1StringView("kind")).toString();
    if (kind == QLatin1StringView("up"))
        return QStringLiteral("up, %1").arg(state.value(QLatin1StringView("public")).toString());
    if (kind == QLatin1StringView("down"))
        return QStringLiteral("down: %1").arg(state.value(QLatin1StringView("reason")).toString());
    return kind.isEmpty() ? QStringLiteral("nobody receives for this store, so it does not run") : kind;
}

int showTunnel(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("tunnel show"),
                     QStringLiteral("Prints how the tunnel is set and how it is doing."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto shown = presentTunnel(line);
    if (!shown)
        return line.failed(shown.error());
    if (line.wantsJson())
        return line.printLine(QJsonObject{
            {QStringLiteral("tunnel"), shown->settings.isEmpty() ? QJsonValue() : QJsonValue(shown->settings)},
            {QStringLiteral("state"), shown->state.isEmpty() ? QJsonValue() : QJsonValue(shown->state)}});
    if (shown->settings.isEmpty())
        return line.printLine(QStringLiteral("No tunnel is set."));
    const auto settings = tunnelSettingsFromJson(shown->settings);
    if (!settings)
        return line.failed(settings.error());
    const QString program = settings->kind == TunnelSettings::Kind::Ssh
                                ? QStringLiteral("ssh %1").arg(settings->sshTarget)
                                : settings->command;
    return line.print(QStringLiteral("Tunnel: %1\nState: %2\n").arg(program, stateWords(shown->state)).toUtf8());
}

int tunnel(const QStringList &arguments)
{
    return runOneOf({{QStringLiteral("set"), QStringLiteral("Set the program."), setTunnel},
                     {QStringLiteral("show"), QStringLiteral("Print it and how it is doing."), showTunnel},
                     {QStringLiteral("test"), QStringLiteral("Send one event round the whole way."), runTunnelTest},
                     {QStringLiteral("off"), QStringLiteral("End it."), turnTunnelOff}},
                    QStringLiteral("earshot tunnel"),
                    QStringLiteral("A public address for the listener, and whether senders get through."), arguments);
}

} // namespace

Command tunnelCommand()
{
    return {QStringLiteral("tunnel"), QStringLiteral("Give the listener a public address, and test the way."), tunnel};
}

} // namespace earshot
