// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/fields.h"
#include "models/items/roles.h"
#include "widgets/conversation/timelineview.h"
#include "widgets/style/words.h"

#include <algorithm>

namespace earshot {
namespace {

const ConversationField *fieldNamed(const QString &name)
{
    const auto fields = conversationFields();
    const auto found = std::ranges::find(fields, name, &ConversationField::name);
    return found == fields.end() ? nullptr : &*found;
}

/** A stored value as people read it. */
QString valueWords(const QString &field, const QString &value, const DisplaySettings &settings)
{
    const ConversationField *known = fieldNamed(field);
    if (field == QLatin1StringView("status")) {
        const auto status = statusFromText(value);
        return status ? statusLook(*status).word : value;
    }
    if (field == QLatin1StringView("outcome"))
        return outcomeLook(value).word;
    if (field == QLatin1StringView("channel"))
        return channelLook(value).word;
    if (field == QLatin1StringView("kind"))
        return kindFromText(value) ? kindWord(*kindFromText(value)) : value;
    if (field == QLatin1StringView("direction"))
        return directionFromText(value) ? directionWord(*directionFromText(value)) : value;
    if (known == nullptr)
        return value;
    switch (known->type) {
    case FieldType::Duration:
        return durationText(value.toLongLong());
    case FieldType::Time:
        return timeText(fromMicroseconds(value.toLongLong()), settings.format(), settings.now());
    case FieldType::Money:
        return moneyText(value.toLongLong(), {}, settings.format().locale);
    case FieldType::Phone:
        return phoneText(value);
    default:
        return value;
    }
}

} // namespace

TimelineModel::TimelineModel(DisplaySettings &settings, QObject *parent)
    : QAbstractListModel(parent)
    , m_settings(settings)
{
}

void TimelineModel::setRows(const QList<TimelineRow> &rows)
{
    const auto [mine, other] = std::ranges::mismatch(m_rows, rows);
    const auto kept = int(mine - m_rows.begin());
    if (kept < m_rows.size()) {
        beginRemoveRows({}, kept, int(m_rows.size()) - 1);
        m_rows.resize(kept);
        endRemoveRows();
    }
    if (kept < rows.size()) {
        beginInsertRows({}, kept, int(rows.size()) - 1);
        m_rows = rows;
        endInsertRows();
    }
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole: {
        QStringList parts = {timeWords(index.row()), kindWords(index.row()), changeWords(index.row())};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    case Qt::ToolTipRole:
        return toolTip(index.row());
    case RecordIdRole:
        return m_rows.at(index.row()).delivery;
    default:
        return {};
    }
}

QString TimelineModel::timeWords(int row) const
{
    return timeText(m_rows.at(row).at, m_settings.format(), m_settings.now());
}

QString TimelineModel::kindWords(int row) const
{
    const TimelineRow &shown = m_rows.at(row);
    const bool isUnknown = eventTypeFromText(shown.type).value_or(EventType::Unknown) == EventType::Unknown;
    return isUnknown && !shown.platformType.isEmpty() ? shown.platformType : eventTypeWord(shown.type);
}

QString TimelineModel::changeWords(int row) const
{
    QStringList words;
    for (const FieldChange &change : m_rows.at(row).changes) {
        const QString heading = fieldHeading(change.field);
        if (change.after.isNull()) {
            words.append(heading);
            continue;
        }
        const QString after = valueWords(change.field, change.after, m_settings);
        if (change.before.isNull())
            //: A field and its value.
            words.append(tr("%1: %2").arg(heading, after));
        else
            //: A field, the value it had, and the value it has now.
            words.append(tr("%1: %2 → %3").arg(heading, valueWords(change.field, change.before, m_settings), after));
    }
    return words.join(QStringLiteral(" · "));
}

QString TimelineModel::toolTip(int row) const
{
    const TimelineRow &shown = m_rows.at(row);
    QStringList lines = {kindWords(row)};
    if (!shown.platformType.isEmpty())
        lines.append(shown.platformType);
    lines.append(timeTooltip(shown.at, m_settings.format(), m_settings.now()));
    if (shown.isArrival)
        lines.append(tr("The platform gave no time: this is when it arrived."));
    lines.append(changeWords(row).replace(QStringLiteral(" · "), QStringLiteral("\n")));
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

} // namespace earshot
