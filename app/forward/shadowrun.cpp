// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/shadowrun.h"

#include "app/forward/bodychanges.h"
#include "app/forward/conversationrecord.h"
#include "app/forward/mapper.h"
#include "app/forward/mapping.h"
#include "app/jq/wantedjq.h"
#include "models/filter/filter.h"
#include "models/store/outbox.h"
#include "models/store/recordrow.h"

namespace earshot {
namespace {

Result<SqlCondition> conditionOf(const ShadowRequest &request)
{
    if (!request.described.rule) {
        if (!request.kept)
            return SqlCondition{QStringLiteral("0"), {}};
        return SqlCondition{QStringLiteral("c.\"id\" IN (SELECT \"conversation\" FROM outbox WHERE \"destination\" = ? "
                                           "AND \"record_kind\" = 'conversation')"),
                            {*request.kept}};
    }
    const auto filter = Filter::parse(*request.described.rule, conversationSchema());
    if (!filter)
        return failure(ErrorCode::FilterSyntax, QStringLiteral("the rule: %1").arg(filter.error().message));
    const SqlCondition condition = filter->toSql({QTimeZone::utc(), request.now});
    return condition.sql.isEmpty() ? SqlCondition{QStringLiteral("1"), {}} : condition;
}

QString contactOf(const WholeConversation &conversation)
{
    if (!conversation.record.contactName.isEmpty())
        return conversation.record.contactName;
    return conversation.record.contactPhone.isEmpty() ? conversation.key.platformId : conversation.record.contactPhone;
}

std::unexpected<Error> cancelled()
{
    return failure(ErrorCode::Cancelled, QStringLiteral("the shadow run was cancelled"));
}

/** Runs the mapping for one conversation after the other. */
class Shadow
{
public:
    Shadow(const Database &database, const QString &jqProgram, const ShadowRequest &request,
           const ShadowListener &listener)
        : m_database(database)
        , m_request(request)
        , m_jq(jqProgram, [&listener] { return !listener.isCancelled(); })
        , m_mapper(m_jq.runner())
    {
    }

    /** Adds the conversation's row, unless the conversation is gone. */
    Result<void> add(qint64 conversation, ShadowRun &run)
    {
        const auto whole = readWholeConversation(m_database, conversation);
        if (!whole)
            return whole.error().code == ErrorCode::NotFound ? Result<void>() : std::unexpected(whole.error());
        if (!m_jq.isWanted())
            return cancelled();
        const Mapped body = QCoro::waitFor(m_mapper.render(m_request.described, conversationRecord(*whole)));
        if (!m_jq.isWanted())
            return cancelled();
        ShadowRow row;
        row.conversation = conversation;
        row.contact = contactOf(*whole);
        const auto judged = body ? compare(row, *body) : takeFailure(row, body.error());
        if (judged)
            run.rows.append(row);
        return judged;
    }

private:
    Result<void> compare(ShadowRow &row, const QByteArray &would) const
    {
        const auto has = m_request.kept ? outbox::sentBody(m_database, row.conversation, *m_request.kept)
                                        : Result<std::optional<QByteArray>>(std::nullopt);
        if (!has)
            return std::unexpected(has.error());
        row.verdict = ShadowRow::Verdict::New;
        if (*has) {
            row.changes = bodyChanges(**has, would);
            row.verdict = row.changes.isEmpty() ? ShadowRow::Verdict::Same : ShadowRow::Verdict::Changed;
        }
        return {};
    }

    static Result<void> takeFailure(ShadowRow &row, const JqError &error)
    {
        if (error.kind == JqError::Kind::Unavailable)
            return failure(ErrorCode::FileFailed, error.message);
        row.verdict = ShadowRow::Verdict::Fails;
        row.problem = mappingErrorText(error);
        return {};
    }

    const Database &m_database;
    const ShadowRequest &m_request;
    WantedJq m_jq;
    Mapper m_mapper;
};

} // namespace

Result<QList<qint64>> shadowConversations(const Database &database, const ShadowRequest &request)
{
    const auto condition = conditionOf(request);
    if (!condition)
        return std::unexpected(condition.error());
    const QString sql =
        QStringLiteral("SELECT c.\"id\" %1 WHERE %2 ORDER BY %3 DESC, c.\"id\" DESC LIMIT ?")
            .arg(recordFrom(RecordKind::Conversations), condition->sql, recordTime(RecordKind::Conversations));
    auto rows = database.run(sql, condition->binds + QVariantList{request.most});
    if (!rows)
        return std::unexpected(rows.error());
    QList<qint64> ids;
    while (rows->next())
        ids.append(rows->integer(0));
    if (const auto ended = rows->ended(); !ended)
        return std::unexpected(ended.error());
    return ids;
}

Result<ShadowRun> runShadow(const Database &database, const QString &jqProgram, const ShadowRequest &request,
                            const ShadowListener &listener)
{
    const auto conversations = shadowConversations(database, request);
    if (!conversations)
        return std::unexpected(conversations.error());
    Shadow shadow(database, jqProgram, request, listener);
    ShadowRun run;
    int done = 0;
    for (const qint64 conversation : *conversations) {
        listener.progress(done, int(conversations->size()));
        if (const auto added = shadow.add(conversation, run); !added)
            return std::unexpected(added.error());
        ++done;
    }
    listener.progress(done, int(conversations->size()));
    return run;
}

} // namespace earshot
