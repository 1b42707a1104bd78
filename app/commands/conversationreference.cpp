// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/conversationreference.h"

#include "models/store/recordlookup.h"

namespace earshot {
namespace {

/** Whose name may hold no `/`, while a platform's id may. */
struct PlatformReference {
    QString source;
    QString platformId;
};

std::optional<PlatformReference> platformReference(const QString &text)
{
    const qsizetype slash = text.indexOf(QLatin1Char('/'));
    if (slash <= 0 || slash == text.size() - 1)
        return std::nullopt;
    return PlatformReference{text.left(slash), text.mid(slash + 1)};
}

std::unexpected<Error> ambiguous(const QString &text, const QList<ConversationMatch> &matches)
{
    QStringList ids;
    for (const ConversationMatch &match : matches)
        ids.append(match.scope.isEmpty() ? QString::number(match.id)
                                         : QStringLiteral("%1 (%2)").arg(match.id).arg(match.scope));
    return failure(ErrorCode::NotFound, QStringLiteral("%1 may be any of the conversations %2; name one by its number")
                                            .arg(text, ids.join(QLatin1StringView(", "))));
}

} // namespace

std::optional<qint64> ownId(const QString &text)
{
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    return isNumber && id > 0 ? std::optional(id) : std::nullopt;
}

Result<void> checkConversationReference(const QString &text)
{
    if (ownId(text) || platformReference(text))
        return {};
    return failure(ErrorCode::BadArgument,
                   QStringLiteral("\"%1\" is no conversation's id; use its number or SOURCE/PLATFORM-ID").arg(text));
}

Result<qint64> referredConversation(const Database &database, const QString &text)
{
    if (const auto checked = checkConversationReference(text); !checked)
        return std::unexpected(checked.error());
    if (const auto id = ownId(text))
        return *id;
    const auto reference = platformReference(text);
    const auto matches = findConversations(database, reference->source, reference->platformId);
    if (!matches)
        return std::unexpected(matches.error());
    if (matches->isEmpty())
        return failure(ErrorCode::NotFound, QStringLiteral("there is no conversation %1").arg(text));
    if (matches->size() > 1)
        return ambiguous(text, *matches);
    return matches->first().id;
}

} // namespace earshot
