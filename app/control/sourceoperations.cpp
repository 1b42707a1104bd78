// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/sourceoperations.h"

#include "app/control/requestreader.h"
#include "app/control/sourceapi.h"
#include "app/control/sourcechange.h"
#include "models/platforms/registry.h"
#include "models/store/names.h"
#include "models/store/secrets.h"
#include "models/store/sources.h"

#include <QTimeZone>

#include <algorithm>

namespace earshot::operations {
namespace {

constexpr QLatin1StringView c_name("name");
constexpr QLatin1StringView c_platform("platform");
constexpr QLatin1StringView c_token("token");
constexpr QLatin1StringView c_publicUrl("public_url");

QJsonObject described(const Source &source)
{
    QJsonObject answer{{c_name, source.name}, {c_platform, source.platform}};
    if (!source.publicUrl.isEmpty())
        answer.insert(c_publicUrl, source.publicUrl);
    return answer;
}

QJsonObject described(const Source &source, const QByteArray &token)
{
    QJsonObject answer = described(source);
    answer.insert(c_token, QString::fromLatin1(token));
    return answer;
}

std::unexpected<Error> badValue(const QString &what)
{
    return failure(ErrorCode::BadArgument, what);
}

bool isCode(const QString &text, qsizetype length)
{
    return text.size() == length && std::ranges::all_of(text, [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

Result<void> check(const Source &source)
{
    if (const auto checked = checkName(QLatin1StringView("source"), source.name); !checked)
        return checked;
    if (!zoneNamed(source.zone))
        return badValue(QStringLiteral("\"%1\" is not a time zone. Try UTC or Europe/Berlin").arg(source.zone));
    if (source.endTimeout.count() <= 0)
        return badValue(QStringLiteral("the end time-out must be longer than nothing"));
    if (const QStringList known = knownPlatforms(); !known.contains(source.platform))
        return badValue(QStringLiteral("\"%1\" is no platform; there are %2")
                            .arg(source.platform, known.join(QLatin1StringView(", "))));
    if (!source.currency.isEmpty() && !isCode(source.currency, 3))
        return badValue(QStringLiteral("\"%1\" is no currency; use a code such as EUR").arg(source.currency));
    if (!source.region.isEmpty() && !isCode(source.region, 2))
        return badValue(QStringLiteral("\"%1\" is no region; use a code such as DE").arg(source.region));
    if (!source.idField.isEmpty() && source.platform != QLatin1StringView("custom"))
        return badValue(QStringLiteral("an id field is only for custom sources; %1 has its own").arg(source.platform));
    return {};
}

Source sourceFrom(const RequestReader &request, Timestamp now)
{
    Source source;
    source.key = randomKey();
    source.name = request.text(c_name);
    source.platform = request.text(c_platform);
    if (const QString zone = request.text(QLatin1StringView("zone")); !zone.isEmpty())
        source.zone = zone;
    source.currency = request.text(QLatin1StringView("currency")).toUpper();
    source.region = request.text(QLatin1StringView("region")).toUpper();
    source.agent = request.text(QLatin1StringView("agent"));
    source.idField = request.text(QLatin1StringView("id_field"));
    source.publicUrl = request.text(c_publicUrl);
    if (const auto seconds = request.integer(QLatin1StringView("end_timeout_s")))
        source.endTimeout = std::chrono::seconds(*seconds);
    source.createdAt = now;
    return source;
}

/** The token of the request, or a new one. */
Result<QByteArray> tokenFrom(const RequestReader &request)
{
    QByteArray token = request.bytes(c_token);
    if (token.isEmpty())
        return randomToken();
    if (!isAcceptableToken(token))
        return failure(ErrorCode::BadArgument, QStringLiteral("a token is 16 to 128 of A-Z a-z 0-9 - . _ ~"));
    return token;
}

Result<void> checkUnused(const OperationContext &context, const Secrets &secrets, const QByteArray &token)
{
    const auto sources = sources::all(context.database);
    if (!sources)
        return std::unexpected(sources.error());
    const auto user = std::ranges::find(*sources, secrets.sourceOfToken(token), &Source::key);
    if (user == sources->end())
        return {};
    return failure(ErrorCode::AlreadyExists,
                   QStringLiteral("this token is already that of the source \"%1\"").arg(user->name));
}

/** For how long an old token works beside a new one. */
Result<std::chrono::seconds> overlapFrom(const RequestReader &request)
{
    const qint64 seconds = request.integer(QLatin1StringView("overlap_s")).value_or(0);
    if (seconds < 0 || seconds > c_longestOverlap.count())
        return badValue(QStringLiteral("an overlap lasts at most 90 days"));
    return std::chrono::seconds(seconds);
}

/** Gives @p source the request's token or a new one; answers with it. */
Result<QJsonObject> giveToken(const RequestReader &request, const OperationContext &context, const Source &source)
{
    const auto token = tokenFrom(request);
    if (!token)
        return std::unexpected(token.error());
    const auto overlap = overlapFrom(request);
    if (!overlap)
        return std::unexpected(overlap.error());
    const auto secrets = context.secrets.edit();
    if (!secrets)
        return std::unexpected(secrets.error());
    (*secrets)->prune(context.now);
    if (const auto unused = checkUnused(context, **secrets, *token); !unused)
        return std::unexpected(unused.error());
    SourceSecrets kept = (*secrets)->source(source.key);
    rotate(kept.tokens, *token, context.now, *overlap);
    (*secrets)->setSource(source.key, kept);
    return described(source, *token);
}

/** Keeps the secrets that a request names for @p source, whose settings are already as they will be. */
Result<void> keepSecrets(const QJsonObject &request, const OperationContext &context, const Source &source)
{
    const auto secrets = context.secrets.edit();
    if (!secrets)
        return std::unexpected(secrets.error());
    SourceSecrets kept = (*secrets)->source(source.key);
    if (const auto changed = changeSecrets(request, source.proof, kept, context.now); !changed)
        return changed;
    (*secrets)->setSource(source.key, kept);
    return {};
}

Result<Source> namedSource(const QJsonObject &request, const OperationContext &context)
{
    const auto name = RequestReader(request).required(c_name);
    return name ? sources::byName(context.database, *name) : std::unexpected(name.error());
}

Result<QJsonObject> setEnabled(const QJsonObject &request, const OperationContext &context, bool enabled)
{
    const auto source = namedSource(request, context);
    if (!source)
        return std::unexpected(source.error());
    if (const auto changed = sources::setEnabled(context.database, source->id, enabled); !changed)
        return std::unexpected(changed.error());
    return described(*source);
}

} // namespace

Result<void> checkNewSource(const QJsonObject &request)
{
    Source source = sourceFrom(RequestReader(request), {});
    if (const auto checked = check(source); !checked)
        return checked;
    if (const auto changed = changeSettings(request, source); !changed)
        return changed;
    SourceSecrets none;
    return changeSecrets(request, source.proof, none, {});
}

Result<void> checkSourceChange(const QJsonObject &request)
{
    Source any; // as if all was asked for already, so that only what the request itself says is looked at
    any.proof = {SignatureScheme(), true, true, "x"};
    return changeSettings(request, any);
}

Result<QJsonObject> addSource(const QJsonObject &request, const OperationContext &context)
{
    const RequestReader reader(request);
    Source wanted = sourceFrom(reader, context.now);
    if (const auto checked = check(wanted); !checked)
        return std::unexpected(checked.error());
    if (const auto changed = changeSettings(request, wanted); !changed)
        return std::unexpected(changed.error());
    const auto added = sources::add(context.database, wanted);
    if (!added)
        return std::unexpected(added.error());
    if (const auto changed = keepSecrets(request, context, *added); !changed)
        return std::unexpected(changed.error());
    if (const auto changed = changeApi(request, context, *added); !changed)
        return std::unexpected(changed.error());
    return giveToken(reader, context, *added);
}

Result<QJsonObject> setSource(const QJsonObject &request, const OperationContext &context)
{
    auto source = namedSource(request, context);
    if (!source)
        return std::unexpected(source.error());
    if (const auto changed = changeSettings(request, *source); !changed)
        return std::unexpected(changed.error());
    if (const auto changed = keepSecrets(request, context, *source); !changed)
        return std::unexpected(changed.error());
    if (const auto changed = changeApi(request, context, *source); !changed)
        return std::unexpected(changed.error());
    if (const auto changed = sources::change(context.database, *source); !changed)
        return std::unexpected(changed.error());
    return described(*source);
}

Result<QJsonObject> rotateSource(const QJsonObject &request, const OperationContext &context)
{
    const auto source = namedSource(request, context);
    return source ? giveToken(RequestReader(request), context, *source) : std::unexpected(source.error());
}

Result<QJsonObject> enableSource(const QJsonObject &request, const OperationContext &context)
{
    return setEnabled(request, context, true);
}

Result<QJsonObject> disableSource(const QJsonObject &request, const OperationContext &context)
{
    return setEnabled(request, context, false);
}

Result<QJsonObject> setPublicUrl(const QJsonObject &request, const OperationContext &context)
{
    const auto source = namedSource(request, context);
    if (!source)
        return std::unexpected(source.error());
    const QString url = RequestReader(request).text(c_publicUrl);
    if (const auto changed = sources::setPublicUrl(context.database, source->id, url); !changed)
        return std::unexpected(changed.error());
    const auto after = namedSource(request, context); // with the address as it is kept
    return after ? Result<QJsonObject>(described(*after)) : std::unexpected(after.error());
}

Result<QJsonObject> removeSource(const QJsonObject &request, const OperationContext &context)
{
    const auto source = namedSource(request, context);
    if (!source)
        return std::unexpected(source.error());
    if (const auto removed = sources::remove(context.database, source->id, context.now); !removed)
        return std::unexpected(removed.error());
    const auto secrets = context.secrets.edit();
    if (!secrets)
        return std::unexpected(secrets.error());
    (*secrets)->removeSource(source->key);
    return described(*source);
}

} // namespace earshot::operations
