// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/showcommand.h"

#include "app/commands/conversationreference.h"
#include "app/commands/selectionoptions.h"
#include "app/report/recordreport.h"

namespace earshot {
namespace {

constexpr QLatin1StringView c_conversation("conversation");
constexpr QLatin1StringView c_delivery("delivery");

/** What can be shown: checked before the store is opened. */
Result<void> checkReference(const QString &kind, const QString &id)
{
    if (kind != c_conversation && kind != c_delivery)
        return failure(ErrorCode::BadArgument,
                       QStringLiteral("\"%1\" cannot be shown; use conversation or delivery").arg(kind));
    if (kind == c_conversation)
        return checkConversationReference(id);
    if (ownId(id))
        return {};
    return failure(ErrorCode::BadArgument, QStringLiteral("\"%1\" is no delivery's id; use its number").arg(id));
}

Result<QByteArray> showConversation(const Database &database, const CommandLine &line, const QString &text)
{
    const auto id = referredConversation(database, text);
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
