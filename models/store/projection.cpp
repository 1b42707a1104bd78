// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/projection.h"

#include "models/store/binding.h"

#include <initializer_list>

namespace earshot {
namespace {

using namespace std::chrono_literals;

/** A sender without a platform of its own may well say the same twice; only soon after is it a repeat. */
constexpr auto c_repeatWindow = 10min;

bool hasRepeatWindow(const Source &source)
{
    return source.platform == QLatin1StringView("custom") && source.idField.isEmpty();
}

} // namespace

Result<Projection> Projection::open(const Database &database, const TableSet &tables, const Clock &clock)
{
    auto table = ConversationTable::open(database, tables);
    if (!table)
        return std::unexpected(table.error());
    Projection projection;
    projection.m_table = std::move(*table);
    projection.m_watermarkKey = tables.watermarkKey();
    projection.m_clock = &clock;

    const std::initializer_list<std::pair<Statement *, QString>> wanted = {
        {&projection.m_findOriginal,
         QStringLiteral(
             "SELECT \"delivery\", \"received_at\" FROM {finding} WHERE \"source_id\" = ? AND \"digest\" = ? "
             "AND \"duplicate_of\" IS NULL AND \"delivery\" < ? ORDER BY \"delivery\" DESC LIMIT 1")},
        {&projection.m_addFinding,
         QStringLiteral("INSERT INTO {finding} (\"delivery\", \"source_id\", \"received_at\", \"state\", \"reason\", "
                        "\"duplicate_of\", \"events\", \"digest\") VALUES (?, ?, ?, ?, ?, ?, ?, ?)")},
        {&projection.m_moveArrival,
         QStringLiteral("UPDATE {event} SET \"received_at\" = min(\"received_at\", ?) WHERE \"delivery\" = ?")},
        {&projection.m_conversationsOfDelivery,
         QStringLiteral(
             "SELECT DISTINCT \"conversation\" FROM {event} WHERE \"delivery\" = ? AND \"conversation\" IS NOT NULL")},
        {&projection.m_findIdentity,
         QStringLiteral(
             "SELECT \"id\" FROM identity WHERE \"source_id\" = ? AND \"platform_id\" = ? AND \"scope\" = ?")},
        {&projection.m_addIdentity,
         QStringLiteral("INSERT INTO identity (\"source_id\", \"platform_id\", \"scope\") VALUES (?, ?, ?)")},
        {&projection.m_setWatermark,
         QStringLiteral(
             "INSERT INTO meta VALUES (?, ?) ON CONFLICT (\"key\") DO UPDATE SET \"value\" = excluded.\"value\"")},
        {&projection.m_freeze, QStringLiteral("INSERT OR IGNORE INTO frozen_delivery VALUES (?)")},
        {&projection.m_freezeRepeat,
         QStringLiteral("INSERT OR IGNORE INTO frozen_delivery SELECT ? FROM frozen_delivery WHERE \"delivery\" = ?")},
        {&projection.m_bytesCame,
         QStringLiteral("UPDATE sealed_conversation SET \"has_bytes\" = 1 WHERE \"conversation\" = ?")},
    };
    for (const auto &[statement, sql] : wanted) {
        auto prepared = database.prepare(tables.sql(sql));
        if (!prepared)
            return std::unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    if (!tables.isLive())
        projection.m_takeOver.emplace(database, tables);
    return projection;
}

Result<void> Projection::apply(const DecodedDelivery &delivery)
{
    if (!m_takeOver)
        return applyAnew(delivery);
    const auto fate = m_takeOver->fateOf(delivery.id);
    if (!fate)
        return std::unexpected(fate.error());
    if (*fate == TakeOver::Fate::Gone)
        return {};
    if (*fate == TakeOver::Fate::Frozen)
        return takeOver(delivery.id);
    const auto isMixed = speaksOfSealed(delivery);
    if (!isMixed)
        return std::unexpected(isMixed.error());
    if (!*isMixed)
        return applyAnew(delivery);
    const auto allowed = withoutSealed(delivery);
    return allowed ? applyAnew(*allowed) : std::unexpected(allowed.error());
}

Result<bool> Projection::speaksOfSealed(const DecodedDelivery &delivery)
{
    for (const Event &event : delivery.decoded.events) {
        const auto isSealed =
            event.conversation ? m_takeOver->isSealed(delivery.source->id, *event.conversation) : Result<bool>(false);
        if (!isSealed || *isSealed)
            return isSealed;
    }
    return false;
}

/** A sealed conversation stays as it stands, so what is decoded anew must not speak of it: only a better decoder can,
 * since what spoke of it before is frozen. */
Result<DecodedDelivery> Projection::withoutSealed(const DecodedDelivery &delivery)
{
    DecodedDelivery allowed = delivery;
    allowed.decoded.events.clear();
    for (const Event &event : delivery.decoded.events) {
        const auto isSealed =
            event.conversation ? m_takeOver->isSealed(delivery.source->id, *event.conversation) : Result<bool>(false);
        if (!isSealed)
            return std::unexpected(isSealed.error());
        if (!*isSealed)
            allowed.decoded.events.append(event);
    }
    return allowed;
}

Result<void> Projection::takeOver(qint64 delivery)
{
    const auto conversations = m_takeOver->copyDelivery(delivery);
    if (!conversations)
        return std::unexpected(conversations.error());
    for (const qint64 conversation : *conversations) {
        const auto isSealed = m_takeOver->isSealed(conversation);
        if (!isSealed)
            return std::unexpected(isSealed.error());
        if (*isSealed) {
            m_takenOver.insert(conversation);
            continue;
        }
        const auto row = touched(conversation);
        if (!row)
            return std::unexpected(row.error());
        if (const auto folded = foldAnew(**row); !folded)
            return folded;
    }
    return {};
}

Result<void> Projection::freeze(qint64 delivery, qint64 conversation)
{
    if (const auto frozen = m_freeze.run({delivery}); !frozen)
        return frozen;
    return m_bytesCame.run({conversation});
}

/** What repeats a frozen delivery is frozen with it. */
Result<void> Projection::freezeRepeat(qint64 delivery, qint64 original)
{
    return m_freezeRepeat.run({delivery, original});
}

Result<void> Projection::applyAnew(const DecodedDelivery &delivery)
{
    const auto original = originalOf(delivery);
    if (!original)
        return std::unexpected(original.error());
    if (*original)
        return applyDuplicate(delivery, **original);
    const Decoded &decoded = delivery.decoded;
    if (const auto added = addFinding(delivery, decoded.state, decoded.reason, std::nullopt); !added)
        return added;
    return applyEvents(delivery);
}

Result<void> Projection::giveUp(const DecodedDelivery &delivery, const Error &reason)
{
    const QString words = errorCodeText(reason.code) + QLatin1StringView(": ") + reason.detail;
    DecodedDelivery without = delivery;
    without.decoded.events.clear();
    without.decoded.digest.clear();
    return addFinding(without, DeliveryState::Malformed, words, std::nullopt);
}

Result<std::optional<Projection::Original>> Projection::originalOf(const DecodedDelivery &delivery)
{
    if (delivery.decoded.digest.isEmpty())
        return std::nullopt;
    const auto run = m_findOriginal.run({delivery.source->id, delivery.decoded.digest, delivery.id});
    if (!run)
        return std::unexpected(run.error());
    std::optional<Original> original;
    if (m_findOriginal.next())
        original = Original{m_findOriginal.integer(0), fromMicroseconds(m_findOriginal.integer(1))};
    m_findOriginal.finish();

    const bool isTooLate = original && hasRepeatWindow(*delivery.source)
                           && std::chrono::abs(delivery.receivedAt - original->receivedAt) > c_repeatWindow;
    return isTooLate ? std::nullopt : original;
}

/** A repeat changes nothing but, where the platform gives no time, a moment: the event came when it came first. */
Result<void> Projection::applyDuplicate(const DecodedDelivery &delivery, const Original &original)
{
    if (const auto added = addFinding(delivery, DeliveryState::Duplicate, QString(), original.delivery); !added)
        return added;
    if (const auto frozen = m_takeOver ? Result<void>() : freezeRepeat(delivery.id, original.delivery); !frozen)
        return frozen;
    const auto conversations = conversationsOf(original.delivery);
    if (!conversations)
        return std::unexpected(conversations.error());
    for (const qint64 conversation : *conversations) {
        m_shown.insert(conversation);
        if (const auto looked = m_takeOver ? Result<void>() : m_bytesCame.run({conversation}); !looked)
            return looked;
    }
    return delivery.receivedAt < original.receivedAt ? moveArrival(*conversations, original, delivery.receivedAt)
                                                     : Result<void>();
}

Result<QList<qint64>> Projection::conversationsOf(qint64 delivery)
{
    if (const auto run = m_conversationsOfDelivery.run({delivery}); !run)
        return std::unexpected(run.error());
    QList<qint64> conversations;
    while (m_conversationsOfDelivery.next())
        conversations.append(m_conversationsOfDelivery.integer(0));
    m_conversationsOfDelivery.finish();
    return conversations;
}

Result<void> Projection::moveArrival(const QList<qint64> &conversations, const Original &original, Timestamp receivedAt)
{
    if (const auto moved = m_moveArrival.run({toMicroseconds(receivedAt), original.delivery}); !moved)
        return moved;
    for (const qint64 conversation : conversations) {
        const auto row = touched(conversation);
        if (!row)
            return std::unexpected(row.error());
        if (const auto folded = foldAnew(**row); !folded)
            return folded;
        m_changed.insert(conversation);
    }
    return {};
}

Result<void> Projection::addFinding(const DecodedDelivery &delivery, DeliveryState state, const QString &reason,
                                    std::optional<qint64> duplicateOf)
{
    const qint64 events = state == DeliveryState::Duplicate ? 0 : delivery.decoded.events.size();
    return m_addFinding.run({delivery.id, delivery.source->id, toMicroseconds(delivery.receivedAt),
                             deliveryStateText(state), orNull(reason), orNull(duplicateOf), events,
                             delivery.decoded.digest});
}

Result<void> Projection::applyEvents(const DecodedDelivery &delivery)
{
    int position = 1;
    for (const Event &event : delivery.decoded.events) {
        if (const auto applied = applyEvent(delivery, position++, event); !applied)
            return applied;
    }
    return {};
}

Result<void> Projection::applyEvent(const DecodedDelivery &delivery, int position, Event event)
{
    if (!event.eventKey.isNull()) {
        const auto known = m_table.hasEventKey(delivery.source->id, event.eventKey);
        if (!known)
            return std::unexpected(known.error());
        if (*known)
            event.warnings.append(QStringLiteral("same-id-other-content: ") + event.eventKey);
    }
    FoldEvent fold;
    fold.order = {event.occurredAt.value_or(delivery.receivedAt), foldRank(event.type), delivery.decoded.digest};
    fold.receivedAt = delivery.receivedAt;
    fold.event = std::move(event);
    if (!fold.event.conversation)
        return m_table.addEvent(delivery.id, position, delivery.source->id, std::nullopt, fold);

    const auto conversation = identityOf(delivery.source->id, *fold.event.conversation);
    if (!conversation)
        return std::unexpected(conversation.error());
    if (const auto added = m_table.addEvent(delivery.id, position, delivery.source->id, *conversation, fold); !added)
        return added;
    const auto row = touched(*conversation);
    if (!row)
        return std::unexpected(row.error());
    if (const auto frozen = (*row)->isSealed ? freeze(delivery.id, *conversation) : Result<void>(); !frozen)
        return frozen;
    if (!delivery.looped)
        m_changed.insert(*conversation);
    return canFoldOnto((*row)->state, fold.order) ? foldOnto(**row, fold) : foldAnew(**row);
}

Result<qint64> Projection::identityOf(qint64 sourceId, const ConversationKey &key)
{
    const QString scope = key.scope.isNull() ? QStringLiteral("") : key.scope;
    if (const auto run = m_findIdentity.run({sourceId, key.platformId, scope}); !run)
        return std::unexpected(run.error());
    if (m_findIdentity.next()) {
        const qint64 id = m_findIdentity.integer(0);
        m_findIdentity.finish();
        return id;
    }
    m_findIdentity.finish();
    if (const auto added = m_addIdentity.run({sourceId, key.platformId, scope}); !added)
        return std::unexpected(added.error());
    return m_addIdentity.lastId();
}

Result<ConversationRow *> Projection::touched(qint64 conversation)
{
    const auto held = m_rows.find(conversation);
    if (held != m_rows.end())
        return &held.value();
    const auto row = m_table.load(conversation);
    if (!row)
        return std::unexpected(row.error());
    return &m_rows.insert(conversation, *row).value();
}

FoldRules Projection::rulesFor(const ConversationRow &row) const
{
    return {row.key, row.endTimeout, m_clock->now()};
}

Result<void> Projection::foldOnto(ConversationRow &row, const FoldEvent &event)
{
    foldEvent(row.state, event);
    if (event.event.hasTranscript) {
        if (const auto replaced = m_table.replaceMessages(row.id, event.event.messages); !replaced)
            return replaced;
        noteMessagesReplaced(row.state, event.event.messages);
    } else {
        for (const Message &message : event.event.messages) {
            const qint64 next = row.state.conversation.messages.value_or(0) + 1;
            const auto added = m_table.putMessage(row.id, next, message);
            if (!added)
                return std::unexpected(added.error());
            if (*added)
                noteMessagesAdded(row.state, {message});
        }
    }
    deduceMissing(row.state, rulesFor(row));
    return {};
}

Result<void> Projection::foldAnew(ConversationRow &row)
{
    auto events = m_table.events(row.id);
    if (!events)
        return std::unexpected(events.error());
    Folded folded = foldAll(std::move(*events), rulesFor(row));
    folded.state.conversation.id = row.id;
    folded.state.conversation.source = row.state.conversation.source;
    folded.state.conversation.platform = row.state.conversation.platform;
    row.state = std::move(folded.state);
    return m_table.replaceMessages(row.id, folded.messages);
}

Result<void> Projection::assumeEnds(int most)
{
    const auto overdue = m_table.overdue(m_clock->now(), most);
    if (!overdue)
        return std::unexpected(overdue.error());
    for (const qint64 conversation : *overdue) {
        const auto row = touched(conversation);
        if (!row)
            return std::unexpected(row.error());
        deduceMissing((*row)->state, rulesFor(**row));
        m_changed.insert(conversation);
    }
    return {};
}

Result<void> Projection::finish(qint64 watermark)
{
    for (const ConversationRow &row : std::as_const(m_rows)) {
        if (const auto saved = m_table.save(row); !saved)
            return saved;
        m_shown.insert(row.id);
    }
    m_rows.clear();
    for (const qint64 conversation : std::as_const(m_takenOver)) {
        if (const auto copied = m_takeOver->copyConversation(conversation); !copied)
            return copied;
    }
    m_takenOver.clear();
    return watermark > 0 ? m_setWatermark.run({m_watermarkKey, watermark}) : Result<void>();
}

void Projection::forget()
{
    m_rows.clear();
    m_takenOver.clear();
    m_changed.clear();
    m_shown.clear();
}

} // namespace earshot
