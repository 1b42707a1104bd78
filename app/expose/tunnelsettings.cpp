// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/expose/tunnelsettings.h"

#include "models/store/publicurl.h"

#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QUrl>

namespace earshot {
namespace {

constexpr QLatin1StringView c_kind("kind");
constexpr QLatin1StringView c_ssh("ssh");
constexpr QLatin1StringView c_command("command");
constexpr QLatin1StringView c_target("target");
constexpr QLatin1StringView c_sshPort("ssh_port");
constexpr QLatin1StringView c_remoteAddress("remote_address");
constexpr QLatin1StringView c_remotePort("remote_port");
constexpr QLatin1StringView c_identity("identity_file");
constexpr QLatin1StringView c_options("options");
constexpr QLatin1StringView c_pattern("url_pattern");
constexpr QLatin1StringView c_publicUrl("public_url");
constexpr QLatin1StringView c_portMark("{port}");
constexpr int c_anyPort = 65535;

std::unexpected<Error> bad(const QString &what)
{
    return failure(ErrorCode::BadArgument, what);
}

bool isPort(int port)
{
    return port >= 0 && port <= c_anyPort;
}

/** What begins with a dash would be an option of ssh, and what holds blanks several words. */
bool isOneWord(const QString &text)
{
    static const QRegularExpression blank(QStringLiteral("[\\s\\x00-\\x1f]"));
    return !text.startsWith(u'-') && !text.contains(blank);
}

Result<void> checkPublicUrl(const TunnelSettings &settings)
{
    QString url = settings.publicUrl;
    if (settings.kind == TunnelSettings::Kind::Ssh)
        url.replace(c_portMark, QLatin1StringView("1"));
    if (const auto checked = checkedPublicUrl(url); !checked)
        return std::unexpected(checked.error());
    return {};
}

Result<void> checkSsh(const TunnelSettings &settings)
{
    if (settings.sshTarget.isEmpty() || !isOneWord(settings.sshTarget))
        return bad(QStringLiteral("\"%1\" is no server for ssh. Try user@example.org").arg(settings.sshTarget));
    if (!isPort(settings.sshPort) || !isPort(settings.remotePort))
        return bad(QStringLiteral("a port is a number from 0 to 65535"));
    if (!isOneWord(settings.remoteAddress))
        return bad(QStringLiteral("\"%1\" is no address to listen on").arg(settings.remoteAddress));
    for (const QString &option : settings.sshOptions) {
        if (!option.contains(u'='))
            return bad(QStringLiteral("\"%1\" is no option of ssh. Try ServerAliveInterval=30").arg(option));
    }
    if (settings.publicUrl.isEmpty())
        return bad(QStringLiteral("say under which address senders reach the server, as in https://hooks.example.org "
                                  "or http://example.org:{port}"));
    return checkPublicUrl(settings);
}

Result<void> checkCommand(const TunnelSettings &settings)
{
    if (QProcess::splitCommand(settings.command).isEmpty())
        return bad(QStringLiteral("say which program to run, with its arguments"));
    const QRegularExpression pattern(settings.urlPattern);
    if (!pattern.isValid())
        return bad(QStringLiteral("\"%1\" is no regular expression: %2, at %3")
                       .arg(settings.urlPattern, pattern.errorString())
                       .arg(pattern.patternErrorOffset()));
    return checkPublicUrl(settings);
}

QStringList sshCommandLine(const TunnelSettings &settings, const QUrl &base)
{
    // -v is what tells that the server has given the port.
    QStringList words{QStringLiteral("ssh"), QStringLiteral("-N"), QStringLiteral("-T"), QStringLiteral("-v")};
    QStringList options{QStringLiteral("BatchMode=yes"), QStringLiteral("ExitOnForwardFailure=yes"),
                        QStringLiteral("ServerAliveInterval=15"), QStringLiteral("ServerAliveCountMax=2"),
                        QStringLiteral("ConnectTimeout=15")};
    options = settings.sshOptions + options; // ssh takes the first of each
    for (const QString &option : std::as_const(options))
        words << QStringLiteral("-o") << option;
    if (settings.sshPort > 0)
        words << QStringLiteral("-p") << QString::number(settings.sshPort);
    if (!settings.identityFile.isEmpty())
        words << QStringLiteral("-i") << settings.identityFile;
    const QString remote = settings.remoteAddress.isEmpty() ? QString() : QString(settings.remoteAddress + u':');
    const QString host = base.host().contains(u':') ? QStringLiteral("[%1]").arg(base.host()) : base.host();
    words << QStringLiteral("-R")
          << QStringLiteral("%1%2:%3:%4").arg(remote).arg(settings.remotePort).arg(host).arg(base.port());
    words << QStringLiteral("--") << settings.sshTarget;
    return words;
}

QStringList commandWords(const TunnelSettings &settings, const QUrl &base)
{
    QStringList words = QProcess::splitCommand(settings.command);
    for (QString &word : words) {
        word.replace(QLatin1StringView("{base}"), base.toString());
        word.replace(QLatin1StringView("{address}"), base.host());
        word.replace(c_portMark, QString::number(base.port()));
    }
    return words;
}

/** Where the listener can be reached from this computer: one that listens everywhere is reached by loopback. */
QUrl reachable(const QString &base)
{
    QUrl url(base);
    if (url.host() == QLatin1StringView("0.0.0.0"))
        url.setHost(QStringLiteral("127.0.0.1"));
    else if (url.host() == QLatin1StringView("::"))
        url.setHost(QStringLiteral("::1"));
    return url;
}

} // namespace

QJsonObject toJson(const TunnelSettings &settings)
{
    switch (settings.kind) {
    case TunnelSettings::Kind::None:
        break;
    case TunnelSettings::Kind::Ssh:
        return {{c_kind, c_ssh},
                {c_target, settings.sshTarget},
                {c_sshPort, settings.sshPort},
                {c_remoteAddress, settings.remoteAddress},
                {c_remotePort, settings.remotePort},
                {c_identity, settings.identityFile},
                {c_options, QJsonArray::fromStringList(settings.sshOptions)},
                {c_publicUrl, settings.publicUrl}};
    case TunnelSettings::Kind::Command:
        return {{c_kind, c_command},
                {c_command, settings.command},
                {c_pattern, settings.urlPattern},
                {c_publicUrl, settings.publicUrl}};
    }
    return {};
}

Result<TunnelSettings> tunnelSettingsFromJson(const QJsonObject &json)
{
    TunnelSettings settings;
    const QString kind = json.value(c_kind).toString();
    if (json.isEmpty())
        return settings;
    settings.publicUrl = json.value(c_publicUrl).toString().trimmed();
    if (kind == c_ssh) {
        settings.kind = TunnelSettings::Kind::Ssh;
        settings.sshTarget = json.value(c_target).toString().trimmed();
        settings.sshPort = json.value(c_sshPort).toInt();
        settings.remoteAddress = json.value(c_remoteAddress).toString().trimmed();
        settings.remotePort = json.value(c_remotePort).toInt();
        settings.identityFile = json.value(c_identity).toString();
        settings.sshOptions = json.value(c_options).toVariant().toStringList();
        const auto checked = checkSsh(settings);
        return checked ? Result<TunnelSettings>(settings) : std::unexpected(checked.error());
    }
    if (kind == c_command) {
        settings.kind = TunnelSettings::Kind::Command;
        settings.command = json.value(c_command).toString().trimmed();
        settings.urlPattern = json.value(c_pattern).toString();
        const auto checked = checkCommand(settings);
        return checked ? Result<TunnelSettings>(settings) : std::unexpected(checked.error());
    }
    return bad(QStringLiteral("\"%1\" is no kind of tunnel; there are ssh and command").arg(kind));
}

Result<QStringList> tunnelCommandLine(const TunnelSettings &settings, const QString &base)
{
    const QUrl url = reachable(base);
    switch (settings.kind) {
    case TunnelSettings::Kind::None:
        break;
    case TunnelSettings::Kind::Ssh:
        return sshCommandLine(settings, url);
    case TunnelSettings::Kind::Command:
        return commandWords(settings, url);
    }
    return bad(QStringLiteral("there is no tunnel to run"));
}

} // namespace earshot
