// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/wholeconversation.h"

#include "models/store/conversationrow.h"

namespace earshot {
namespace {

Result<QList<Message>> readMessages(const Database &database, qint64 conversation)
{
    auto rows = database.run(QStringLiteral("SELECT \"key\", \"role\", \"name\", \"text\", \"at\" FROM message "
                                            "WHERE \"conversation\" = ? ORDER BY \"position\""),
                             {conversation});
    if (!rows)
        return std::unexpected(rows.error());
    QList<Message> messages;
    while (rows->next()) {
        Message message;
        message.key = rows->text(0);
        message.role = roleFromText(rows->text(1)).value_or(Role::System);
        message.name = rows->text(2);
        message.text = rows->text(3);
        if (!rows->isNull(4))
            message.at = fromMicroseconds(rows->integer(4));
        messages.append(std::move(message));
    }
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return messages;
}

} // namespace

Result<WholeConversation> readWholeConversation(const Database &database, qint64 conversation)
{
    const QString sql =
        QStringLiteral("SELECT src.\"key\", i.\"scope\", i.\"platform_id\", %1 FROM conversation c "
                       "JOIN identity i ON i.\"id\" = c.\"id\" JOIN source src ON src.\"id\" = c.\"source_id\" "
                       "WHERE c.\"id\" = ?")
            .arg(conversationColumns(u"c"));
    auto row = database.run(sql, {conversation});
    if (!row)
        return std::unexpected(row.error());
    if (!row->next()) {
        const auto ended = row->ended();
        return ended ? failure(ErrorCode::NotFound, QStringLiteral("no conversation %1").arg(conversation))
                     : std::unexpected(ended.error());
    }
    WholeConversation whole{row->text(0), {row->text(1), row->text(2)}, conversationFromRow(*row, 3), {}};
    row->finish();
    auto messages = readMessages(database, conversation);
    if (!messages)
        return std::unexpected(messages.error());
    whole.messages = std::move(*messages);
    return whole;
}

} // namespace earshot
