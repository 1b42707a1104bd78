// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/lanewords.h"

#include "models/items/roles.h"
#include "widgets/live/conversationwords.h"
#include "widgets/style/format.h"

#include <QAbstractItemModel>

namespace earshot {
namespace {

ConversationListRowPtr rowOf(const QModelIndex &index)
{
    return index.data(RowRole).value<ConversationListRowPtr>();
}

ConversationListRowPtr rowOf(const QAbstractItemModel &rows, int row)
{
    return rowOf(rows.index(row, 0));
}

} // namespace

qint64 laneSeconds(const ConversationListRow &row, Timestamp now)
{
    const Timestamp start = row.record.startedAt.value_or(row.time);
    return std::max<qint64>(0, std::chrono::duration_cast<std::chrono::seconds>(now - start).count());
}

LaneWords::LaneWords(const DisplaySettings &display)
    : m_display(display)
{
}

QString LaneWords::heading(int) const
{
    //: before a screen reader names who is on a call that runs now
    return tr("Running");
}

QString LaneWords::text(const QModelIndex &index) const
{
    const ConversationListRowPtr row = rowOf(index);
    return row ? contactText(row->record) : QString();
}

QString LaneWords::spoken(const QModelIndex &index) const
{
    const ConversationListRowPtr row = rowOf(index);
    if (!row)
        return {};
    const QString who = contactText(row->record) == noneText() ? tr("contact unknown") : contactText(row->record);
    return QStringList({who, statusLookOf(*row).word, oneLine(row->record.source),
                        spokenDuration(laneSeconds(*row, m_display.now()))})
        .join(QStringLiteral(", "));
}

QString LaneWords::toolTip(const QModelIndex &index) const
{
    const ConversationListRowPtr row = rowOf(index);
    if (!row)
        return {};
    QStringList lines = {contactText(row->record), statusLookOf(*row).word, oneLine(row->record.source)};
    if (!row->record.agent.isEmpty())
        lines.append(oneLine(row->record.agent));
    lines.append(timeTooltip(row->record.startedAt.value_or(row->time), m_display.format(), m_display.now()));
    return lines.join(u'\n');
}

QString LaneWords::now(const QAbstractItemModel &rows) const
{
    const int count = rows.rowCount();
    int calls = 0;
    int chats = 0;
    for (int row = 0; row < count; ++row) {
        const ConversationListRowPtr conversation = rowOf(rows, row);
        calls += conversation && conversation->record.kind == Kind::Call ? 1 : 0;
        chats += conversation && conversation->record.kind == Kind::Chat ? 1 : 0;
    }
    if (count == 0)
        return tr("No call runs now");
    if (calls == count)
        return tr("Now: %n call(s)", nullptr, count);
    return chats == count ? tr("Now: %n chat(s)", nullptr, count) : tr("Now: %n conversation(s)", nullptr, count);
}

QString LaneWords::longest(const QAbstractItemModel &rows) const
{
    const ConversationListRowPtr first = rows.rowCount() > 0 ? rowOf(rows, 0) : nullptr;
    //: of the calls that run now; %1 is a length such as 21:48
    return first ? tr("longest %1").arg(durationText(laneSeconds(*first, m_display.now()))) : QString();
}

QString LaneWords::overdue(const QAbstractItemModel &rows) const
{
    int count = 0;
    for (int row = 0; row < rows.rowCount(); ++row) {
        const ConversationListRowPtr conversation = rowOf(rows, row);
        count += conversation && conversation->isOverdue ? 1 : 0;
    }
    //: calls that run for so long that their end may have been missed
    return count > 0 ? tr("%n without an end", nullptr, count) : QString();
}

QString LaneWords::silent(const QStringList &sources) const
{
    if (sources.isEmpty())
        return {};
    const QString names = m_display.format().locale.createSeparatedList(sources);
    //: %1 is a source: its calls are not seen while they run
    return sources.size() == 1 ? tr("%1 reports when they end").arg(names)
                               //: %1 is a list of sources: their calls are not seen while they run
                               : tr("%1 report when they end").arg(names);
}

} // namespace earshot
