// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/listenercommands.h"

#include "app/commands/asking.h"
#include "app/commands/certificatejson.h"
#include "app/commands/commandline.h"
#include "app/control/hookurl.h"
#include "app/control/listenersetting.h"
#include "app/control/owncertificate.h"
#include "models/store/migrations.h"

#include <QFileInfo>
#include <QJsonArray>

namespace earshot {
namespace {

constexpr QLatin1StringView c_tlsCertificate("tls-certificate");
constexpr QLatin1StringView c_tlsKey("tls-key");
constexpr QLatin1StringView c_tls("tls");
constexpr QLatin1StringView c_trustedProxy("trusted-proxy");
constexpr QLatin1StringView c_trustedProxies("trusted-proxies");
constexpr QLatin1StringView c_selfSigned("self-signed");

/** Of a store that is yet to be made, nothing is set. */
Result<ListenerSetting> presentSetting(const CommandLine &line)
{
    const auto database = openToRead(line.store().path);
    if (!database && database.error().code == ErrorCode::NotFound)
        return ListenerSetting();
    return database ? listenerSetting(*database) : std::unexpected(database.error());
}

Result<void> keep(const CommandLine &line, const ListenerSetting &setting)
{
    const auto answer = ask(line, {{QStringLiteral("operation"), QStringLiteral("setting set")},
                                   {QStringLiteral("key"), c_listenerKey},
                                   {QStringLiteral("value"), toJson(setting)}});
    return answer ? Result<void>() : std::unexpected(answer.error());
}

// ---- show

/** The certificate in use, and what is wrong with it. */
struct ShownCertificate {
    std::optional<CertificateFacts> facts;
    QString problem;
};

ShownCertificate shownCertificate(const ListenerSetting &setting)
{
    if (!setting.tls)
        return {};
    const auto facts = certificateFacts(*setting.tls);
    return facts ? ShownCertificate{*facts, {}} : ShownCertificate{std::nullopt, facts.error().detail};
}

int printSetting(const CommandLine &line, const ListenerSetting &setting)
{
    const ShownCertificate certificate = shownCertificate(setting);
    const Timestamp now = SystemClock().now();
    const QString base = listeningBase(line.store());
    if (line.wantsJson()) {
        QJsonObject json = toJson(setting);
        json.insert(QStringLiteral("listen"), jsonOrNull(base));
        json.insert(QStringLiteral("certificate"),
                    certificate.facts ? QJsonValue(toJson(*certificate.facts, now)) : QJsonValue(QJsonValue::Null));
        json.insert(QStringLiteral("problem"), jsonOrNull(certificate.problem));
        return line.printLine(json);
    }
    QString text = QStringLiteral("Listening: %1\n").arg(base.isEmpty() ? QStringLiteral("nobody does") : base);
    text += QStringLiteral("TLS: %1\n").arg(setting.tls ? setting.tls->certificate : QStringLiteral("off"));
    if (certificate.facts)
        text += certificateText(*certificate.facts, now);
    if (!certificate.problem.isEmpty())
        text += QStringLiteral("Problem: %1\n").arg(certificate.problem);
    const QString proxies = setting.trustedProxies.join(QLatin1StringView(", "));
    text += QStringLiteral("Trusted proxies: %1\n").arg(proxies.isEmpty() ? QStringLiteral("none") : proxies);
    return line.print(text.toUtf8());
}

int showListener(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("listener show"), QStringLiteral("Prints how the listener of this store is set."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto setting = presentSetting(line);
    return setting ? printSetting(line, *setting) : line.failed(setting.error());
}

// ---- set

Result<void> takeTls(const CommandLine &line, ListenerSetting &setting)
{
    const bool isNamed = line.has(c_tlsCertificate) || line.has(c_tlsKey);
    if (line.has(c_tls)) {
        if (line.value(c_tls) != QLatin1StringView("off") || isNamed)
            return failure(ErrorCode::BadArgument,
                           QStringLiteral("--tls takes only off; --tls-certificate and --tls-key turn it on"));
        setting.tls.reset();
    }
    if (!isNamed)
        return {};
    if (!line.has(c_tlsCertificate) || !line.has(c_tlsKey))
        return failure(ErrorCode::BadArgument, QStringLiteral("--tls-certificate and --tls-key belong together"));
    setting.tls = CertificateFiles{QFileInfo(line.value(c_tlsCertificate)).absoluteFilePath(),
                                   QFileInfo(line.value(c_tlsKey)).absoluteFilePath()};
    return {};
}

Result<void> takeProxies(const CommandLine &line, ListenerSetting &setting)
{
    if (line.has(c_trustedProxies)) {
        if (line.value(c_trustedProxies) != QLatin1StringView("none") || line.has(c_trustedProxy))
            return failure(ErrorCode::BadArgument,
                           QStringLiteral("--trusted-proxies takes only none; --trusted-proxy names one"));
        setting.trustedProxies.clear();
    }
    if (line.has(c_trustedProxy))
        setting.trustedProxies = line.values(c_trustedProxy);
    return {};
}

/** Nothing was asked for where it is as before. */
Result<ListenerSetting> wantedSetting(const CommandLine &line)
{
    auto setting = presentSetting(line);
    if (!setting)
        return setting;
    if (const auto taken = takeTls(line, *setting); !taken)
        return std::unexpected(taken.error());
    if (const auto taken = takeProxies(line, *setting); !taken)
        return std::unexpected(taken.error());
    return setting;
}

int setListener(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("listener set"),
                     QStringLiteral("Sets how the listener of this store is reached. What is not named stays; a "
                                    "listener that runs follows."));
    line.addOption(c_tlsCertificate, QStringLiteral("FILE"),
                   QStringLiteral("Certificate (PEM, with its chain): HTTPS instead of HTTP."));
    line.addOption(c_tlsKey, QStringLiteral("FILE"), QStringLiteral("Its key (PEM); only its owner may read it."));
    line.addOption(c_tls, QStringLiteral("off"), QStringLiteral("HTTP again."));
    line.addOption(c_trustedProxy, QStringLiteral("CIDR"),
                   QStringLiteral("Network of proxies whose Forwarded and X-Forwarded-For are believed; may be "
                                  "repeated, and replaces those of before."),
                   CommandLine::Times::Repeated);
    line.addOption(c_trustedProxies, QStringLiteral("none"), QStringLiteral("Believe no proxy any more."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto setting = wantedSetting(line);
    if (!setting)
        return line.failed(setting.error());
    const auto kept = keep(line, *setting);
    return kept ? printSetting(line, *setting) : line.failed(kept.error());
}

// ---- certificate

int printCertificate(const CommandLine &line, const CertificateFiles &files, const CertificateFacts &facts)
{
    const Timestamp now = SystemClock().now();
    if (!line.wantsJson())
        return line.print(QStringLiteral("File: %1\n%2").arg(files.certificate, certificateText(facts, now)).toUtf8());
    QJsonObject json = toJson(facts, now);
    json.insert(QStringLiteral("certificate"), files.certificate);
    json.insert(QStringLiteral("key"), files.key);
    return line.printLine(json);
}

int makeCertificate(const CommandLine &line, ListenerSetting setting)
{
    if (const auto made = line.makeFolder(); !made)
        return line.failed(made.error());
    const CertificateFiles files = ownCertificateFiles(line.store());
    const auto facts = makeOwnCertificate(line.store(), line.values(c_selfSigned), SystemClock().now());
    if (!facts)
        return line.failed(facts.error());
    setting.tls = files;
    const auto kept = keep(line, setting);
    return kept ? printCertificate(line, files, *facts) : line.failed(kept.error());
}

int showCertificate(const CommandLine &line, const ListenerSetting &setting)
{
    if (!setting.tls)
        return line.failed({ErrorCode::NotFound, QStringLiteral("the listener has no certificate; --self-signed NAME "
                                                                "makes one, and \"earshot listener set\" takes one")});
    const auto facts = certificateFacts(*setting.tls);
    return facts ? printCertificate(line, *setting.tls, *facts) : line.failed(facts.error());
}

int certificate(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("listener certificate"),
                     QStringLiteral("Prints the certificate that senders see, or makes one and uses it."));
    line.addOption(c_selfSigned, QStringLiteral("NAME"),
                   QStringLiteral("Make a certificate for this name or address, signed by itself; may be repeated. "
                                  "Senders must be told to trust it: compare its fingerprint."),
                   CommandLine::Times::Repeated);
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto setting = presentSetting(line);
    if (!setting)
        return line.failed(setting.error());
    return line.has(c_selfSigned) ? makeCertificate(line, *setting) : showCertificate(line, *setting);
}

} // namespace

Command listenerCommand()
{
    const QString purpose = QStringLiteral("Say how this store's listener is reached.");
    const QList<Command> verbs{
        {QStringLiteral("show"), QStringLiteral("Print what is set."), showListener},
        {QStringLiteral("set"), QStringLiteral("Set TLS and trusted proxies."), setListener},
        {QStringLiteral("certificate"), QStringLiteral("Print the certificate, or make one."), certificate},
    };
    return {QStringLiteral("listener"), purpose, [verbs, purpose](const QStringList &arguments) {
                return runOneOf(verbs, QStringLiteral("earshot listener"), purpose, arguments);
            }};
}

} // namespace earshot
