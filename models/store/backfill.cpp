// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/backfill.h"

#include "models/store/binding.h"
#include "models/store/partlyseen.h"

#include <QHostAddress>
#include <QUrl>

#include <array>

namespace earshot {
namespace {

constexpr std::array c_words = {u"fetched", u"running", u"gone"};

// docs.eigi.ai/api-reference/introduction; an older address is https://prod.eigi.ai.
constexpr QLatin1StringView c_usualBase("https://api.eigi.ai");

/** Binds: source, from, until. */
QString partlySeenOfSource()
{
    return QStringLiteral(R"(FROM conversation c LEFT JOIN backfill b ON b."conversation" = c."id")"
                          R"( WHERE c."source_id" = ? AND c."time" >= ? AND c."time" < ? AND )")
           + c_isPartlySeen;
}

constexpr Timestamp c_never = fromMicroseconds(std::numeric_limits<qint64>::max());

Result<void> done(const Result<Statement> &statement)
{
    return statement ? Result<void>() : std::unexpected(statement.error());
}

bool isThisComputer(const QString &host)
{
    return host == QLatin1StringView("localhost") || QHostAddress(host).isLoopback();
}

bool isSafe(const QUrl &url)
{
    const bool isPlain = url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    if (!url.isValid() || url.host().isEmpty() || !isPlain)
        return false;
    return url.scheme() == QLatin1StringView("https")
           || (url.scheme() == QLatin1StringView("http") && isThisComputer(url.host()));
}

QString withoutSlash(QString text)
{
    while (text.endsWith(QLatin1Char('/')))
        text.chop(1);
    return text;
}

} // namespace

QString fetchResultText(FetchResult result)
{
    return QString::fromUtf16(c_words[std::size_t(result)]);
}

namespace backfill {

bool isPossible(const QString &platform)
{
    return platform == QLatin1StringView("eigi");
}

Result<QList<PartialConversation>> partlySeen(const Database &database, qint64 sourceId, Timestamp now, qint64 after,
                                              int most)
{
    auto rows =
        database.run(QStringLiteral("SELECT c.\"id\", c.\"conversation_id\" %1 AND c.\"id\" > ? ORDER BY 1 LIMIT ?")
                         .arg(partlySeenOfSource()),
                     {sourceId, toMicroseconds(now - c_kept), toMicroseconds(c_never), after, most});
    if (!rows)
        return std::unexpected(rows.error());
    QList<PartialConversation> found;
    while (rows->next())
        found.append({rows->integer(0), rows->text(1)});
    const auto ended = rows->ended();
    return ended ? Result<QList<PartialConversation>>(found) : std::unexpected(ended.error());
}

Result<qint64> countPartlySeen(const Database &database, qint64 sourceId, Timestamp from, Timestamp until,
                               Timestamp now)
{
    const auto count =
        database.value(QStringLiteral("SELECT count(*) %1").arg(partlySeenOfSource()),
                       {sourceId, toMicroseconds(std::max<Timestamp>(from, now - c_kept)), toMicroseconds(until)});
    return count ? Result<qint64>(count->toLongLong()) : std::unexpected(count.error());
}

Result<void> note(const Database &database, qint64 conversation, Timestamp at, FetchResult result)
{
    return done(database.run(
        QStringLiteral("INSERT INTO backfill (\"conversation\", \"at\", \"result\") VALUES (?, ?, ?) ON CONFLICT "
                       "(\"conversation\") DO UPDATE SET \"at\" = excluded.\"at\", \"result\" = excluded.\"result\""),
        {conversation, toMicroseconds(at), fetchResultText(result)}));
}

Result<QString> apiBase(const Database &database, qint64 sourceId)
{
    const auto base = database.value(QStringLiteral("SELECT \"api_base\" FROM source WHERE \"id\" = ?"), {sourceId});
    if (!base)
        return std::unexpected(base.error());
    const QString set = base->toString();
    return set.isEmpty() ? QString(c_usualBase) : set;
}

Result<void> setApiBase(const Database &database, qint64 sourceId, const QString &base)
{
    const QString trimmed = withoutSlash(base.trimmed());
    if (!trimmed.isEmpty() && !isSafe(QUrl(trimmed, QUrl::StrictMode)))
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("\"%1\" is no address of an API; it begins with https://, as in %2")
                           .arg(trimmed, c_usualBase));
    return done(database.run(QStringLiteral("UPDATE source SET \"api_base\" = ? WHERE \"id\" = ?"),
                             {orNullIfEmpty(trimmed), sourceId}));
}

} // namespace backfill
} // namespace earshot
