// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/conversationwords.h"

#include "models/items/roles.h"
#include "widgets/style/format.h"
#include "widgets/style/forwardingwords.h"

#include <QDateTime>

namespace earshot {
namespace {

using Column = ConversationColumn;

ConversationListRowPtr rowOf(const QModelIndex &index)
{
    return index.data(RowRole).value<ConversationListRowPtr>();
}

QString orNone(const QString &text)
{
    return text.isEmpty() ? noneText() : oneLine(text);
}

/** `15:02`, with its day where that is another. */
QString minuteText(Timestamp time, const ValueFormat &format, Timestamp now)
{
    const QTimeZone zone = format.timeDisplay == TimeDisplay::Utc ? QTimeZone::utc() : format.zone;
    const auto zoned = [&zone](Timestamp moment) {
        return QDateTime::fromMSecsSinceEpoch(toMicroseconds(moment) / 1000, zone);
    };
    if (zoned(time).date() != zoned(now).date())
        return timeText(time, format, now);
    return format.locale.toString(zoned(time).time(), QStringLiteral("HH:mm"));
}

} // namespace

QString contactText(const Conversation &record)
{
    if (!record.contactName.isEmpty())
        return oneLine(record.contactName);
    if (!record.contactPhone.isEmpty())
        return phoneText(record.contactPhone);
    if (!record.contactEmail.isEmpty())
        return oneLine(record.contactEmail);
    if (!record.contactId.isEmpty())
        //: a person of whom only an id is known; %1 is its end
        return ConversationWords::tr("Visitor %1").arg(record.contactId.right(4));
    return noneText();
}

std::optional<qint64> runningSeconds(const ConversationListRow &row, Timestamp now)
{
    if (!row.isRunning || row.record.kind == Kind::Chat)
        return std::nullopt;
    const Timestamp start = row.record.startedAt.value_or(row.time);
    return std::max<qint64>(0, std::chrono::duration_cast<std::chrono::seconds>(now - start).count());
}

bool isDurationEstimated(const Conversation &record)
{
    const QStringList &estimated = record.estimated;
    return !estimated.isEmpty()
           && (estimated.contains(QLatin1StringView("duration_s"))
               || estimated.contains(QLatin1StringView("started_at"))
               || estimated.contains(QLatin1StringView("ended_at")));
}

Look statusLookOf(const ConversationListRow &row)
{
    if (row.record.status)
        return statusLook(*row.record.status, row.isOverdue);
    return {Icon::OutcomeNone, noneText(), ColorRole::Muted};
}

std::optional<Look> forwardingLookOf(const ConversationListRow &row)
{
    const auto worst = worstForwarding(row.forwarding);
    return worst ? std::optional(forwardingLook(*worst)) : std::nullopt;
}

std::optional<Look> forwardingMarkOf(const ConversationListRow &row)
{
    const auto worst = worstForwarding(row.forwarding);
    const bool wantsSomebody = worst == ForwardingState::Asks || worst == ForwardingState::Parked;
    return wantsSomebody ? std::optional(forwardingLook(*worst)) : std::nullopt;
}

ConversationWords::ConversationWords(const DisplaySettings &display)
    : m_display(display)
{
}

QString ConversationWords::heading(int column) const
{
    return Column(column) == Column::Gutter ? QString() : columnName(column);
}

QString ConversationWords::columnName(int column) const
{
    switch (Column(column)) {
    case Column::Gutter:
        //: the narrow first column, which shows what is new
        return tr("New");
    case Column::Started:
        return timeHeading(tr("Started"), m_display.format());
    case Column::Status:
        return tr("Status");
    case Column::Contact:
        return tr("Contact");
    case Column::Source:
        return tr("Source");
    case Column::Duration:
        return tr("Duration");
    case Column::Outcome:
        return tr("Outcome");
    case Column::LastLine:
        //: what was said last
        return tr("Last line");
    case Column::Agent:
        return tr("Agent");
    case Column::Channel:
        return tr("Channel");
    case Column::Value:
        //: in money
        return tr("Value");
    case Column::Messages:
        return tr("Messages");
    case Column::Forwarding:
        return tr("Forwarding");
    case Column::Campaign:
        return tr("Campaign");
    case Column::Intent:
        return tr("Intent");
    case Column::Count_:
        break;
    }
    return {};
}

bool ConversationWords::isFigure(int column) const
{
    return Column(column) == Column::Duration || Column(column) == Column::Value || Column(column) == Column::Messages;
}

QString ConversationWords::text(const QModelIndex &index) const
{
    const ConversationListRowPtr row = rowOf(index);
    if (!row)
        return {};
    return Column(index.column()) == Column::Gutter ? gutterWords(index) : columnText(*row, Column(index.column()));
}

QString ConversationWords::columnText(const ConversationListRow &row, Column column) const
{
    const Conversation &record = row.record;
    switch (column) {
    case Column::Started:
        return timeText(record.startedAt.value_or(row.time), m_display.format(), m_display.now());
    case Column::Status:
        return statusLookOf(row).word;
    case Column::Contact:
        return contactText(record);
    case Column::Source:
        return orNone(record.source);
    case Column::Duration:
        return durationText(row);
    case Column::Outcome:
        return record.outcome.isEmpty() ? noneText() : outcomeLook(record.outcome).word;
    case Column::LastLine:
        return lastLine(row);
    case Column::Agent:
        return orNone(record.agent);
    case Column::Channel:
        return channelText(record);
    case Column::Value:
        return valueText(record);
    case Column::Messages:
        return record.messages ? countText(*record.messages, m_display.format().locale) : noneText();
    case Column::Forwarding:
        return row.forwarding.isEmpty() ? noneText() : forwardingLookOf(row)->word;
    case Column::Campaign:
        return orNone(record.campaign);
    case Column::Intent:
        return orNone(record.intent);
    case Column::Gutter:
    case Column::Count_:
        break;
    }
    return {};
}

QString ConversationWords::durationText(const ConversationListRow &row) const
{
    if (const auto running = runningSeconds(row, m_display.now()))
        return earshot::durationText(*running);
    const Conversation &record = row.record;
    if (row.isRunning || !record.durationSeconds || record.status == Status::AssumedEnded)
        return noneText();
    const QString length = earshot::durationText(*record.durationSeconds);
    return isDurationEstimated(record) ? estimatedText(length) : length;
}

QString ConversationWords::lastLine(const ConversationListRow &row, bool *isSaid) const
{
    const bool isOverdueNow = row.isOverdue && row.isRunning && row.assumedEndAt.has_value();
    if (isSaid)
        *isSaid = !isOverdueNow && !row.lastLine.isEmpty();
    if (isOverdueNow)
        //: %1 is a time of day: the call is then taken for ended
        return tr("Ended if nothing comes by %1")
            .arg(minuteText(*row.assumedEndAt, m_display.format(), m_display.now()));
    if (!row.lastLine.isEmpty())
        return oneLine(row.lastLine);
    const Conversation &record = row.record;
    if (!record.statusDetail.isEmpty())
        return oneLine(record.statusDetail);
    if (!row.isRunning || !record.direction)
        return tr("No transcript");
    const QString from = record.campaign.isEmpty() ? record.utmSource : record.campaign;
    const QString direction = directionWord(*record.direction);
    //: %1 is "Inbound" or "Outbound", %2 a campaign
    return from.isEmpty() ? direction : tr("%1 · %2").arg(direction, oneLine(from));
}

QStringList ConversationWords::tags(const ConversationListRow &row) const
{
    QStringList tags;
    if (row.repeats > 0)
        tags.append(QString(u'×' + m_display.format().locale.toString(row.repeats + 1)));
    if (row.record.isTest.value_or(false))
        //: a call that somebody made to try things out
        tags.append(tr("Test"));
    return tags;
}

QString ConversationWords::channelText(const Conversation &record) const
{
    if (record.channel.isEmpty())
        return record.direction ? directionWord(*record.direction) : noneText();
    const QString channel = channelLook(record.channel).word;
    //: %1 is a channel such as "Phone", %2 is "Inbound" or "Outbound"
    return record.direction ? tr("%1 · %2", "channel").arg(channel, directionWord(*record.direction)) : channel;
}

QString ConversationWords::valueText(const Conversation &record) const
{
    const QLocale &locale = m_display.format().locale;
    if (record.actualValueMinor)
        return moneyText(*record.actualValueMinor, record.currency, locale);
    if (record.estimatedValueMinor)
        return estimatedText(moneyText(*record.estimatedValueMinor, record.currency, locale));
    return noneText();
}

QString ConversationWords::gutterWords(const QModelIndex &index) const
{
    QStringList words;
    if (index.data(UnseenRole).toBool())
        words.append(tr("New"));
    if (const auto row = rowOf(index)) {
        if (const auto look = forwardingMarkOf(*row))
            //: what the narrow first column says of a conversation, as in "Forwarding: Parked"
            words.append(tr("Forwarding: %1").arg(look->word));
    }
    return words.join(QStringLiteral(", "));
}

QString ConversationWords::gutterTip(const QModelIndex &index) const
{
    QStringList lines;
    if (index.data(UnseenRole).toBool())
        lines.append(tr("New since you last looked"));
    const auto row = rowOf(index);
    if (row && forwardingMarkOf(*row))
        lines.append(forwardingTip(row->forwarding));
    return lines.join(QLatin1Char('\n'));
}

QString ConversationWords::spoken(const QModelIndex &index) const
{
    const ConversationListRowPtr row = rowOf(index);
    if (!row)
        //: a row whose content is still on its way
        return tr("not read yet");
    if (Column(index.column()) == Column::Duration) {
        if (const auto running = runningSeconds(*row, m_display.now()))
            return tr("%1, running").arg(spokenDuration(*running));
        if (row->record.durationSeconds && durationText(*row) != noneText()) {
            const QString length = spokenDuration(*row->record.durationSeconds);
            return isDurationEstimated(row->record) ? tr("%1, estimated").arg(length) : length;
        }
    }
    if (Column(index.column()) == Column::LastLine)
        return QStringList(tags(*row) << lastLine(*row)).join(QStringLiteral(", "));
    const QString text = this->text(index);
    //: what a screen reader says where nothing is known
    return text.isEmpty() || text == noneText() ? tr("none") : text;
}

QString ConversationWords::toolTip(const QModelIndex &index) const
{
    const ConversationListRowPtr row = rowOf(index);
    if (!row)
        return {};
    const Conversation &record = row->record;
    switch (Column(index.column())) {
    case Column::Started:
        return timeTooltip(record.startedAt.value_or(row->time), m_display.format(), m_display.now());
    case Column::Duration:
        if (!row->isRunning && record.durationSeconds && isDurationEstimated(record))
            //: %1 is a length such as "4 min 5 s"
            return tr("%1, worked out from the times of its events").arg(durationSentence(*record.durationSeconds));
        return {};
    case Column::LastLine:
        return row->isOverdue ? lastLine(*row) : row->lastLine.left(2000);
    case Column::Gutter:
        return gutterTip(index);
    case Column::Forwarding:
        return forwardingTip(row->forwarding);
    default:
        return {};
    }
}

std::optional<CellTerm> ConversationWords::term(const QModelIndex &index) const
{
    const ConversationListRowPtr row = rowOf(index);
    if (!row)
        return std::nullopt;
    const Conversation &record = row->record;
    switch (Column(index.column())) {
    case Column::Status:
        return CellTerm{QStringLiteral("status"), record.status ? statusText(*record.status) : QString()};
    case Column::Contact:
        if (!record.contactName.isEmpty())
            return CellTerm{QStringLiteral("contact"), record.contactName};
        if (record.contactPhone.isEmpty() && !record.contactEmail.isEmpty())
            return CellTerm{QStringLiteral("email"), record.contactEmail};
        return CellTerm{QStringLiteral("phone"), record.contactPhone};
    case Column::Source:
        return CellTerm{QStringLiteral("source"), record.source};
    case Column::Outcome:
        return CellTerm{QStringLiteral("outcome"), record.outcome};
    case Column::Agent:
        return CellTerm{QStringLiteral("agent"), record.agent};
    case Column::Channel:
        return CellTerm{QStringLiteral("channel"), record.channel};
    case Column::Messages:
        return CellTerm{QStringLiteral("messages"), record.messages ? QString::number(*record.messages) : QString()};
    case Column::Campaign:
        return CellTerm{QStringLiteral("campaign"), record.campaign};
    case Column::Intent:
        return CellTerm{QStringLiteral("intent"), record.intent};
    case Column::Duration:
        return CellTerm{QStringLiteral("dur"),
                        record.durationSeconds ? QString(QString::number(*record.durationSeconds) + u's') : QString()};
    default:
        return std::nullopt;
    }
}

std::optional<ColorRole> ConversationWords::tick(const QModelIndex &index) const
{
    const ConversationListRowPtr row = rowOf(index);
    if (!row)
        return std::nullopt;
    if (row->record.status == Status::Failed)
        return ColorRole::OutcomeSpam;
    if (row->isOverdue)
        return ColorRole::OutcomeFollowUp;
    if (index.data(UnseenRole).toBool())
        return ColorRole::Accent;
    return std::nullopt;
}

} // namespace earshot
