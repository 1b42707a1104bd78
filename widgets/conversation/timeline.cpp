// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/conversation/timeline.h"

#include "models/domain/fields.h"
#include "widgets/conversation/conversationrecord.h"

#include <QHash>

namespace earshot {
namespace {

using L1 = QLatin1StringView;

constexpr qsizetype c_mostValue = 80;

/** The value in a line; null for objects and long texts, of which only the name is said. */
QString shortValue(const Conversation &patch, const ConversationField &field)
{
    if (isNull(patch, field) || field.type == FieldType::Object || field.type == FieldType::List)
        return {};
    if (const auto *time = std::get_if<std::optional<Timestamp> Conversation::*>(&field.member))
        return QString::number(toMicroseconds((patch.**time).value_or(Timestamp())));
    const QString text = toJson(patch, field, QTimeZone::utc()).toVariant().toString();
    return text.size() > c_mostValue || text.contains(QLatin1Char('\n')) ? QString() : text;
}

/** Goes through the events in their order, knowing what was said before. */
class TimelineReading
{
public:
    QList<TimelineRow> read(const QList<HistoryEntry> &history)
    {
        for (const HistoryEntry &entry : history)
            add(rowOf(entry));
        return m_rows;
    }

private:
    TimelineRow rowOf(const HistoryEntry &entry)
    {
        constexpr RecordKind kind = RecordKind::Events;
        TimelineRow row;
        row.delivery = textOf(entry.event, kind, L1("delivery")).toLongLong();
        row.type = textOf(entry.event, kind, L1("type"));
        row.platformType = textOf(entry.event, kind, L1("platform_type"));
        const auto occurred = timeOf(entry.event, kind, L1("occurred_at"));
        row.at = occurred.value_or(entry.receivedAt);
        row.isArrival = !occurred;
        row.times = 1 + entry.repeats;
        for (const ConversationField &field : conversationFields()) {
            if (entry.changed.contains(field.name) && field.name != L1("conversation_id"))
                addChange(row, entry.patch, field);
        }
        return row;
    }

    void addChange(TimelineRow &row, const Conversation &patch, const ConversationField &field)
    {
        const QString name(field.name);
        const QJsonValue value = toJson(patch, field, QTimeZone::utc());
        const QString shown = shortValue(patch, field);
        const auto known = m_known.constFind(name);
        if (known == m_known.cend() || known->value != value)
            row.changes.append({name, known == m_known.cend() ? QString() : known->shown, shown});
        m_known.insert(name, {value, shown});
    }

    void add(const TimelineRow &row)
    {
        if (!m_rows.isEmpty() && row.changes.isEmpty() && m_rows.last().type == row.type
            && m_rows.last().platformType == row.platformType) {
            m_rows.last().times += row.times;
            return;
        }
        m_rows.append(row);
    }

    struct Known {
        QJsonValue value;
        QString shown;
    };

    QHash<QString, Known> m_known;
    QList<TimelineRow> m_rows;
};

} // namespace

QList<TimelineRow> timelineOf(const ConversationDetails &details)
{
    return TimelineReading().read(details.history);
}

} // namespace earshot
