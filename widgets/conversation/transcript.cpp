// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/conversation/transcript.h"

#include "models/domain/event.h"
#include "widgets/conversation/conversationrecord.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace earshot {
namespace {

using L1 = QLatin1StringView;
using EntryKind = TranscriptEntry::Kind;

QString withPlainLineEnds(QString text)
{
    text.replace(L1("\r\n"), L1("\n"));
    text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    text.replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
    text.replace(QChar::LineSeparator, QLatin1Char('\n'));
    return text;
}

EntryKind kindOf(Role role)
{
    switch (role) {
    case Role::System:
        return EntryKind::System;
    case Role::Tool:
        return EntryKind::Tool;
    case Role::User:
    case Role::Assistant:
    case Role::Agent:
        break;
    }
    return EntryKind::Turn;
}

TranscriptEntry messageOf(const Record &record)
{
    constexpr RecordKind kind = RecordKind::Messages;
    TranscriptEntry entry;
    entry.role = roleFromText(textOf(record, kind, L1("role"))).value_or(Role::System);
    entry.kind = kindOf(entry.role);
    entry.name = textOf(record, kind, L1("name"));
    entry.text = withPlainLineEnds(textOf(record, kind, L1("text")));
    entry.at = timeOf(record, kind, L1("at"));
    return entry;
}

QString valueText(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return withPlainLineEnds(value.toVariant().toString());
}

QList<CapturedField> formFields(const Conversation &patch)
{
    QList<CapturedField> fields;
    const QJsonObject values = patch.attributes.value(L1("field_values")).toObject();
    for (auto member = values.begin(); member != values.end(); ++member)
        fields.append({member.key(), valueText(member.value())});
    return fields;
}

/** What stands between the turns, by its time. */
class MarkerReading
{
public:
    QList<TranscriptEntry> read(const QList<HistoryEntry> &history, const Conversation &conversation)
    {
        for (const HistoryEntry &entry : history)
            readEvent(entry);
        addHangUp(conversation);
        std::ranges::stable_sort(m_markers, {}, &TranscriptEntry::at);
        return m_markers;
    }

private:
    void readEvent(const HistoryEntry &entry)
    {
        const Conversation &patch = entry.patch;
        const auto type = eventTypeFromText(textOf(entry.event, RecordKind::Events, L1("type")));
        const Timestamp at = timeOf(entry.event, RecordKind::Events, L1("occurred_at")).value_or(entry.receivedAt);
        if (type == EventType::IntentCaptured)
            add(EntryKind::Intent, patch.intent, at);
        if (type == EventType::FormCaptured || type == EventType::FormUpdated)
            add(EntryKind::Form, patch.form, at, formFields(patch));
        if (!m_agent.isEmpty() && !patch.agent.isEmpty() && patch.agent != m_agent)
            add(EntryKind::Transfer, patch.agent, at);
        if (!patch.agent.isEmpty())
            m_agent = patch.agent;
    }

    void addHangUp(const Conversation &conversation)
    {
        const bool brokeOff = conversation.status == Status::Disconnected || conversation.status == Status::Abandoned;
        if (conversation.kind == Kind::Call && brokeOff && conversation.endedAt)
            add(EntryKind::HangUp, statusText(*conversation.status), *conversation.endedAt);
    }

    void add(EntryKind kind, const QString &name, Timestamp at, const QList<CapturedField> &fields = {})
    {
        m_markers.append({kind, Role::System, name, {}, at, fields});
    }

    QString m_agent;
    QList<TranscriptEntry> m_markers;
};

/** Turns keep their order; a marker goes before the first turn that was said later. */
QList<TranscriptEntry> merged(const QList<TranscriptEntry> &turns, const QList<TranscriptEntry> &markers)
{
    QList<TranscriptEntry> entries;
    entries.reserve(turns.size() + markers.size());
    auto marker = markers.begin();
    for (const TranscriptEntry &turn : turns) {
        while (turn.at && marker != markers.end() && marker->at < turn.at)
            entries.append(*marker++);
        entries.append(turn);
    }
    std::copy(marker, markers.end(), std::back_inserter(entries));
    return entries;
}

QString contactOf(const Conversation &conversation)
{
    for (const QString &text : {conversation.contactName, conversation.contactPhone, conversation.contactEmail}) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

} // namespace

qsizetype Transcript::messages() const
{
    return std::ranges::count_if(
        entries, [](const TranscriptEntry &entry) { return entry.kind <= TranscriptEntry::Kind::Tool; });
}

Transcript transcriptOf(const ConversationDetails &details)
{
    const Conversation conversation = conversationOf(details.record);
    Transcript transcript;
    transcript.conversation = conversation.id;
    transcript.platform = conversation.platform;
    transcript.kind = conversation.kind;
    transcript.status = conversation.status;
    transcript.contact = contactOf(conversation);
    transcript.agent = conversation.agent;
    transcript.startedAt = conversation.startedAt;
    transcript.endedAt = conversation.endedAt;
    transcript.isEndEstimated = conversation.estimated.contains(QStringLiteral("ended_at"));

    QList<TranscriptEntry> turns;
    turns.reserve(details.transcript.size());
    for (const Record &message : details.transcript)
        turns.append(messageOf(message));
    transcript.entries = merged(turns, MarkerReading().read(details.history, conversation));
    return transcript;
}

} // namespace earshot
