// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/showcommand.h"

#include "app/commands/selectionoptions.h"
#include "app/report/recordreport.h"

namespace earshot {
namespace {

constexpr QLatin1StringView c_conversation("conversation");
constexpr QLatin1StringView c_delivery("delivery");

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

std::optional<qint64> ownId(const QString &text)
{
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    return isNumber && id > 0 ? std::optional(id) : std::nullopt;
}

/** What can be shown: checked before the store is opened. */
Result<void> checkReference(const QString &kind, const QString &id)
{
    if (kind != c_conversation && kind != c_delivery)
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("\"%1\" cannot be shown; use conversation or delivery").arg(kind));
    if (ownId(id) || (kind == c_conversation && platformReference(id)))
        return {};
    const QString advice =
        kind == c_delivery ? QStringLiteral("use its number") : QStringLiteral("use its number or SOURCE/PLATFORM-ID");
    return failure(ErrorCode::BadArgument, QStringLiteral("\"%1\" is no %2's id; %3").arg(id, kind, advice));
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

Result<qint64> conversationId(const Database &database, const QString &text)
{
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

Result<QByteArray> showConversation(const Database &database, const CommandLine &line, const QString &text)
{
    const auto id = conversationId(database, text);
    if (!id)
        return std::unexpected(id.error());
    const auto details = conversationDetails(database, *id);
    if (!details)
        return std::unexpected(details.error());
    return line.wantsJson() ? conversationJson(*details, line.zone()) : conversationText(*details, line.zone());
}

Result<QByteArray> showDelivery(const Database &database, const CommandLine &line, qint64 id)
{
    const auto details = deliveryDetails(database, id);
    if (!details)
        return std::unexpected(details.error());
    return line.wantsJson() ? deliveryJson(*details, line.zone()) : deliveryText(*details, line.zone());
}

Result<QByteArray> shown(const CommandLine &line)
{
    const QString kind = line.positionals().at(0);
    const QString id = line.positionals().at(1);
    if (const auto checked = checkReference(kind, id); !checked)
        return std::unexpected(checked.error());
    const auto database = openStore(line);
    if (!database)
        return std::unexpected(database.error());
    return kind == c_delivery ? showDelivery(*database, line, *ownId(id)) : showConversation(*database, line, id);
}

int runShow(const QStringList &arguments)
{
    CommandLine line(QStringLiteral("show"),
                     QStringLiteral("Prints a conversation with its transcript and history, or a delivery with "
                                    "its headers, body and events."));
    line.addPositional(QStringLiteral("KIND"), QStringLiteral("conversation or delivery."));
    line.addPositional(QStringLiteral("ID"),
                       QStringLiteral("Earshot's number; a conversation's also as SOURCE/PLATFORM-ID."));
    line.addZoneOption();
    line.addJsonFlag();
    if (const auto code = line.read(arguments))
        return *code;
    const auto text = shown(line);
    return text ? line.print(*text) : line.failed(text.error());
}

} // namespace

Command showCommand()
{
    return {QStringLiteral("show"), QStringLiteral("Print one conversation or delivery with all that belongs to it."),
            runShow};
}

} // namespace earshot
