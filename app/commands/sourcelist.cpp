// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/sourcelist.h"

#include "app/commands/asking.h"
#include "app/commands/commandline.h"
#include "app/commands/selectionoptions.h"
#include "app/commands/texttable.h"
#include "app/control/hookurl.h"
#include "models/store/secrets.h"
#include "models/store/sources.h"
#include "models/store/sourcesettings.h"
#include "models/verify/presets.h"

#include <QJsonArray>

#include <algorithm>

namespace earshot {
namespace {

constexpr QLatin1StringView c_showSecrets("show-secrets");

struct ListedSource {
    Source source;
    SourceSecrets secrets; ///< to be counted, not shown
    QString url;
};

Result<QList<ListedSource>> listedSources(const CommandLine &line)
{
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    const auto known = sources::all(*database);
    if (!known)
        return std::unexpected(known.error());
    auto secrets = Secrets::load(line.store().secretsPath());
    if (!secrets)
        return std::unexpected(secrets.error());
    secrets->prune(SystemClock().now());
    QList<ListedSource> listed;
    for (const Source &source : *known) {
        const QByteArray token = secrets->hookToken(source.key);
        const QString shown = line.has(c_showSecrets) ? QString::fromLatin1(token) : maskedToken(token);
        const QString base = source.publicUrl.isEmpty() ? sendersBase(line.store()) : source.publicUrl;
        listed.append({source, secrets->source(source.key), hookUrl(base, shown)});
    }
    return listed;
}

qint64 liveCount(const QList<TimedSecret> &secrets, Timestamp now)
{
    return std::ranges::count_if(secrets, [now](const TimedSecret &secret) { return secret.isLiveAt(now); });
}

/** When the token before the present one ends; null if it has or there is none. */
QJsonValue oldTokenEnd(const SourceSecrets &secrets)
{
    if (secrets.tokens.size() < 2 || !secrets.tokens.at(1).until)
        return QJsonValue(QJsonValue::Null);
    return toIsoText(*secrets.tokens.at(1).until, QTimeZone::utc());
}

QJsonObject secretsJson(const SourceSecrets &secrets)
{
    const Timestamp now = SystemClock().now();
    return {{QStringLiteral("tokens"), liveCount(secrets.tokens, now)},
            {QStringLiteral("old_token_until"), oldTokenEnd(secrets)},
            {QStringLiteral("signing"), liveCount(secrets.signing, now)},
            {QStringLiteral("basic"), !secrets.basic.isEmpty()},
            {QStringLiteral("bearer"), !secrets.bearer.isEmpty()},
            {QStringLiteral("header"), !secrets.header.isEmpty()}};
}

QJsonValue nullIfEmpty(const QJsonObject &json)
{
    return json.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(json);
}

QJsonObject toJson(const ListedSource &listed)
{
    const Source &source = listed.source;
    const QJsonObject proof = source.proof.isAsked() ? earshot::toJson(source.proof) : QJsonObject();
    return {{QStringLiteral("name"), source.name},
            {QStringLiteral("platform"), source.platform},
            {QStringLiteral("url"), listed.url},
            {QStringLiteral("enabled"), source.enabled},
            {QStringLiteral("allow"), QJsonArray::fromStringList(source.allow)},
            {QStringLiteral("proof"), nullIfEmpty(proof)},
            {QStringLiteral("secrets"), secretsJson(listed.secrets)},
            {QStringLiteral("rate_limit"),
             nullIfEmpty(source.rateLimit ? earshot::toJson(*source.rateLimit) : QJsonObject())},
            {QStringLiteral("answer"), nullIfEmpty(source.answer ? earshot::toJson(*source.answer) : QJsonObject())},
            {QStringLiteral("retention"), nullIfEmpty(earshot::toJson(source.retention))},
            {QStringLiteral("zone"), source.zone},
            {QStringLiteral("currency"), jsonOrNull(source.currency)},
            {QStringLiteral("region"), jsonOrNull(source.region)},
            {QStringLiteral("agent"), jsonOrNull(source.agent)},
            {QStringLiteral("id_field"), jsonOrNull(source.idField)},
            {QStringLiteral("public_url"), jsonOrNull(source.publicUrl)},
            {QStringLiteral("end_timeout_s"), qint64(source.endTimeout.count())},
            {QStringLiteral("created_at"), toIsoText(source.createdAt, QTimeZone::utc())}};
}

/** What its sender must show, in words for a table. */
QString proofWords(const SenderProof &proof)
{
    QStringList words;
    if (proof.signature)
        words.append(QStringLiteral("signed (%1)").arg(proof.signature->preset));
    if (proof.basic)
        words.append(QStringLiteral("basic"));
    if (proof.bearer)
        words.append(QStringLiteral("bearer"));
    if (!proof.secretHeader.isEmpty())
        words.append(QString::fromLatin1(proof.secretHeader));
    return words.isEmpty() ? QStringLiteral("none") : words.join(QLatin1StringView(", "));
}

int printSources(const CommandLine &line, const QList<ListedSource> &listed)
{
    if (line.wantsJson()) {
        QJsonArray array;
        for (const ListedSource &one : listed)
            array.append(toJson(one));
        return line.printLine(QJsonObject{{QStringLiteral("sources"), array}});
    }
    QList<QStringList> rows;
    for (const ListedSource &one : listed)
        rows.append({one.source.name, one.source.platform,
                     one.source.enabled ? QStringLiteral("enabled") : QStringLiteral("disabled"),
                     proofWords(one.source.proof), one.url});
    return line.print(textTable({QStringLiteral("Name"), QStringLiteral("Platform"), QStringLiteral("State"),
                                 QStringLiteral("Proof"), QStringLiteral("Hook")},
                                rows));
}

} // namespace

int listSources(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("source list"),
                     QStringLiteral("Prints the sources, what is set, and their hooks."));
    line.addFlag(c_showSecrets, QStringLiteral("Print tokens whole; else only their first four characters."));
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto listed = listedSources(line);
    return listed ? printSources(line, *listed) : line.failed(listed.error());
}

} // namespace earshot
