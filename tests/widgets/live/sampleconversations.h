// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/widgets/live/handrows.h"

namespace earshot {

/** A conversation that began @p ago, ready to be made odd. */
inline ConversationListRow conversation(qint64 id, std::chrono::seconds ago, const HandClock &clock, Status status,
                                        const char16_t *contact)
{
    ConversationListRow row;
    row.id = id;
    row.time = clock.at - ago;
    row.record.id = id;
    row.record.kind = Kind::Call;
    row.record.platform = QStringLiteral("varda");
    row.record.source = QStringLiteral("Front desk");
    row.record.direction = Direction::Inbound;
    row.record.status = status;
    row.record.startedAt = row.time;
    row.record.contactName = QString::fromUtf16(contact);
    row.isRunning = !isFinal(status);
    return row;
}

inline ConversationListRow ended(ConversationListRow row, qint64 seconds, const char16_t *outcome, const char16_t *line)
{
    row.record.durationSeconds = seconds;
    row.record.outcome = QString::fromUtf16(outcome);
    row.lastLine = QString::fromUtf16(line);
    return row;
}

inline ConversationListRow from(ConversationListRow row, const char16_t *platform, const char16_t *source)
{
    row.record.platform = QString::fromUtf16(platform);
    row.record.source = QString::fromUtf16(source);
    return row;
}

inline ConversationListRow phoneOnly(ConversationListRow row, const char16_t *phone)
{
    row.record.contactName = QString();
    row.record.contactPhone = QString::fromUtf16(phone);
    return row;
}

inline ConversationListRow estimated(ConversationListRow row)
{
    row.record.kind = Kind::Chat;
    row.record.estimated = {QStringLiteral("duration_s"), QStringLiteral("ended_at")};
    return row;
}

/** A morning at a front desk, newest first: what runs, rings, was deduced, failed, came twice; names that are long,
 * Arabic or missing. */
inline QList<ConversationListRow> sampleConversations(const HandClock &clock)
{
    using namespace std::chrono_literals;
    const auto make = [&clock](qint64 id, std::chrono::seconds ago, Status status, const char16_t *contact) {
        return conversation(id, ago, clock, status, contact);
    };
    QList<ConversationListRow> rows;
    rows << from(phoneOnly(make(30, 8s, Status::Ringing, u""), u"+447700900482"), u"custom", u"Night line");
    rows << make(29, 52s, Status::InProgress, u"Owen Pritchard");
    auto open = from(make(28, 80s, Status::Open, u""), u"insighto", u"Web chat");
    open.record.kind = Kind::Chat;
    open.record.contactId = QStringLiteral("c0ffee8f2c");
    open.lastLine = QStringLiteral("Intent captured: REQUEST_QUOTE");
    rows << open;
    auto campaign = make(27, 161s, Status::InProgress, u"Aisha Rahman");
    campaign.record.campaign = QStringLiteral("spring-sale");
    rows << campaign;
    auto repeated = ended(from(make(26, 208s, Status::Completed, u"Priya Nair"), u"eigi", u"Reminders"), 142, u"booked",
                          u"Great, Thursday at nine it is");
    repeated.repeats = 1;
    repeated.forwarding = {{QStringLiteral("HubSpot"), ForwardingState::Asks, OutboxQuestion::WhichContact},
                           {QStringLiteral("Tickets"), ForwardingState::Sent, {}}};
    rows << repeated;
    auto silent = from(phoneOnly(make(25, 240s, Status::Disconnected, u""), u"+16285550117"), u"eigi", u"Reminders");
    silent.record.outcome = QStringLiteral("no_answer");
    rows << silent;
    auto given =
        ended(make(24, 458s, Status::Completed, u"Sofia Rossi"), 245, u"booked", u"Kitchen fitting, first visit");
    given.forwarding = {{QStringLiteral("HubSpot"), ForwardingState::Parked, {}}};
    rows << given;
    auto failed = phoneOnly(make(23, 502s, Status::Failed, u""), u"+16465550162");
    failed.record.statusDetail = QStringLiteral("Carrier rejected the call");
    rows << failed;
    auto sent = ended(from(estimated(make(22, 694s, Status::Closed, u"Hannah Vogel")), u"insighto", u"Web chat"), 452,
                      u"booked", u"Perfect, thank you!");
    sent.forwarding = {{QStringLiteral("Tickets"), ForwardingState::Sent, {}}};
    rows << sent;
    auto overdue = make(21, 4300s, Status::InProgress, u"Mara Lindqvist");
    overdue.isOverdue = true;
    overdue.assumedEndAt = clock.at + 2900s;
    rows << overdue;
    rows << ended(from(estimated(make(20, 4600s, Status::Closed, u"يوسف حداد")), u"insighto", u"Web chat"), 220,
                  u"quoted", u"هل لديكم موعد متاح يوم الخميس؟");
    auto test = ended(phoneOnly(make(19, 4700s, Status::Completed, u""), u"+12135550175"), 7, u"spam",
                      u"Recorded announcement");
    test.record.isTest = true;
    rows << test;
    rows << ended(make(18, 4800s, Status::Completed, u"Maximiliane von Hohenstein-Wartenberg"), 3765, u"not_interested",
                  u"No, please take me off your list");
    auto assumed = make(17, 9000s, Status::AssumedEnded, u"Kofi Mensah");
    assumed.record.durationSeconds = 7200;
    rows << assumed;
    rows << ended(make(16, 90'000s, Status::Abandoned, u"Ewa Kowalska"), 19, u"wrong_number", u"Hung up while ringing");
    rows << ended(make(15, 200'000s, Status::Resolved, u"Chen Wei-Lin"), 151, u"follow_up", u"Call back Tuesday");
    rows << ended(make(14, 210'000s, Status::Completed, u"Jonas Weber"), 123, u"Referred to partner",
                  u"Ja, das passt, danke");
    return rows;
}

inline QList<HandRow> handRows(const QList<ConversationListRow> &conversations)
{
    QList<HandRow> rows;
    for (const ConversationListRow &row : conversations)
        rows.append(handRow(row));
    return rows;
}

} // namespace earshot
