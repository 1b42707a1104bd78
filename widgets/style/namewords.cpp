// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Names of what has no looks: fields, events, platforms.

#include "widgets/style/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

struct NameRow {
    const char *stored;
    const char *name;
};

constexpr std::array c_eventTypes = {
    //: Something that happened
    NameRow{"conversation.created", QT_TRANSLATE_NOOP("Words", "Conversation began")},
    NameRow{"conversation.updated", QT_TRANSLATE_NOOP("Words", "Conversation changed")},
    NameRow{"conversation.resolved", QT_TRANSLATE_NOOP("Words", "Conversation resolved")},
    NameRow{"conversation.closed", QT_TRANSLATE_NOOP("Words", "Conversation closed")},
    //: Something that happened: a line of a conversation came
    NameRow{"message.created", QT_TRANSLATE_NOOP("Words", "New message")},
    NameRow{"call.started", QT_TRANSLATE_NOOP("Words", "Call started")},
    NameRow{"call.ended", QT_TRANSLATE_NOOP("Words", "Call ended")},
    //: Something that happened: a call was given its outcome
    NameRow{"call.outcome_tagged", QT_TRANSLATE_NOOP("Words", "Outcome tagged")},
    NameRow{"contact.created", QT_TRANSLATE_NOOP("Words", "New contact")},
    NameRow{"contact.updated", QT_TRANSLATE_NOOP("Words", "Contact changed")},
    NameRow{"form.captured", QT_TRANSLATE_NOOP("Words", "Form captured")},
    NameRow{"form.updated", QT_TRANSLATE_NOOP("Words", "Form changed")},
    //: Something that happened: what the contact wants was recognized
    NameRow{"intent.captured", QT_TRANSLATE_NOOP("Words", "Intent captured")},
    //: Something that happened, of a kind that Earshot does not know
    NameRow{"unknown", QT_TRANSLATE_NOOP("Words", "Unknown kind")},
};

constexpr std::array c_fields = {
    //: Heading of a field or column, like those that follow
    NameRow{"id", QT_TRANSLATE_NOOP("Words", "Number")},
    NameRow{"platform", QT_TRANSLATE_NOOP("Words", "Platform")},
    NameRow{"source", QT_TRANSLATE_NOOP("Words", "Source")},
    //: Heading: call or chat
    NameRow{"kind", QT_TRANSLATE_NOOP("Words", "Kind")},
    //: Heading: the platform's own id
    NameRow{"conversation_id", QT_TRANSLATE_NOOP("Words", "Platform's id")},
    NameRow{"channel", QT_TRANSLATE_NOOP("Words", "Channel")},
    //: Heading: inbound or outbound
    NameRow{"direction", QT_TRANSLATE_NOOP("Words", "Direction")},
    NameRow{"status", QT_TRANSLATE_NOOP("Words", "Status")},
    //: Heading: the platform's own word for the status
    NameRow{"status_detail", QT_TRANSLATE_NOOP("Words", "Platform's status")},
    NameRow{"outcome", QT_TRANSLATE_NOOP("Words", "Outcome")},
    //: Heading of a time
    NameRow{"started_at", QT_TRANSLATE_NOOP("Words", "Started")},
    //: Heading of a time
    NameRow{"answered_at", QT_TRANSLATE_NOOP("Words", "Answered")},
    //: Heading of a time
    NameRow{"ended_at", QT_TRANSLATE_NOOP("Words", "Ended")},
    NameRow{"duration_s", QT_TRANSLATE_NOOP("Words", "Duration")},
    //: Heading: the person or machine on our side
    NameRow{"agent", QT_TRANSLATE_NOOP("Words", "Agent")},
    NameRow{"contact_id", QT_TRANSLATE_NOOP("Words", "Contact's id")},
    NameRow{"contact_name", QT_TRANSLATE_NOOP("Words", "Contact name")},
    NameRow{"contact_phone", QT_TRANSLATE_NOOP("Words", "Contact phone")},
    NameRow{"contact_email", QT_TRANSLATE_NOOP("Words", "Contact e-mail")},
    //: Heading: the number that called
    NameRow{"from", QT_TRANSLATE_NOOP("Words", "From")},
    //: Heading: the number that was called
    NameRow{"to", QT_TRANSLATE_NOOP("Words", "To")},
    NameRow{"messages", QT_TRANSLATE_NOOP("Words", "Messages")},
    NameRow{"first_message", QT_TRANSLATE_NOOP("Words", "First message")},
    //: Heading: what the contact wants, as the platform recognized it
    NameRow{"intent", QT_TRANSLATE_NOOP("Words", "Intent")},
    //: Heading: a form that the contact filled in
    NameRow{"form", QT_TRANSLATE_NOOP("Words", "Form")},
    NameRow{"recording_url", QT_TRANSLATE_NOOP("Words", "Recording")},
    NameRow{"summary", QT_TRANSLATE_NOOP("Words", "Summary")},
    NameRow{"notes", QT_TRANSLATE_NOOP("Words", "Notes")},
    //: Heading: the site an advertisement stood on
    NameRow{"utm_source", QT_TRANSLATE_NOOP("Words", "Campaign source")},
    //: Heading: the kind of advertisement
    NameRow{"utm_medium", QT_TRANSLATE_NOOP("Words", "Campaign medium")},
    NameRow{"campaign", QT_TRANSLATE_NOOP("Words", "Campaign")},
    NameRow{"landing_page", QT_TRANSLATE_NOOP("Words", "Landing page")},
    NameRow{"gclid", QT_TRANSLATE_NOOP("Words", "Google click id")},
    //: Heading of an amount of money
    NameRow{"estimated_value_minor", QT_TRANSLATE_NOOP("Words", "Estimated value")},
    //: Heading of an amount of money
    NameRow{"actual_value_minor", QT_TRANSLATE_NOOP("Words", "Actual value")},
    NameRow{"revenue_minor", QT_TRANSLATE_NOOP("Words", "Revenue")},
    NameRow{"cost_minor", QT_TRANSLATE_NOOP("Words", "Cost")},
    NameRow{"currency", QT_TRANSLATE_NOOP("Words", "Currency")},
    //: Heading: whether it was a trial only
    NameRow{"is_test", QT_TRANSLATE_NOOP("Words", "Test")},
    //: Heading: the platform's further values
    NameRow{"attributes", QT_TRANSLATE_NOOP("Words", "Attributes")},
    //: Heading: what the platform concluded from the conversation
    NameRow{"analysis", QT_TRANSLATE_NOOP("Words", "Analysis")},
    //: Heading: names of the fields that were deduced
    NameRow{"estimated", QT_TRANSLATE_NOOP("Words", "Estimated")},
    NameRow{"events", QT_TRANSLATE_NOOP("Words", "Events")},
    //: Heading of a time
    NameRow{"updated_at", QT_TRANSLATE_NOOP("Words", "Updated")},
    //: Heading of a time
    NameRow{"received_at", QT_TRANSLATE_NOOP("Words", "Received")},
    //: Heading: the address that sent a delivery
    NameRow{"remote", QT_TRANSLATE_NOOP("Words", "Sender's address")},
    NameRow{"bytes", QT_TRANSLATE_NOOP("Words", "Size")},
    NameRow{"state", QT_TRANSLATE_NOOP("Words", "State")},
    NameRow{"reason", QT_TRANSLATE_NOOP("Words", "Reason")},
    //: Heading: the earlier delivery that this one repeats
    NameRow{"duplicate_of", QT_TRANSLATE_NOOP("Words", "Duplicate of")},
    //: Heading: whether a delivery's signature is right
    NameRow{"verdict", QT_TRANSLATE_NOOP("Words", "Signature")},
    //: Heading: method of an HTTP request, as in POST
    NameRow{"method", QT_TRANSLATE_NOOP("Words", "Method")},
    //: Heading: path of an HTTP request
    NameRow{"target", QT_TRANSLATE_NOOP("Words", "Path")},
};

template <std::size_t Size>
QString nameOf(const std::array<NameRow, Size> &rows, const QString &stored)
{
    const auto row =
        std::ranges::find_if(rows, [&](const NameRow &known) { return stored == QLatin1StringView(known.stored); });
    return row == rows.end() ? stored : QCoreApplication::translate("Words", row->name);
}

} // namespace

QString directionWord(Direction direction)
{
    return direction == Direction::Inbound
               //: Direction of a call: they called
               ? QCoreApplication::translate("Words", "Inbound")
               //: Direction of a call: we called
               : QCoreApplication::translate("Words", "Outbound");
}

QString kindWord(Kind kind)
{
    return kind == Kind::Call
               //: Kind of a conversation: spoken
               ? QCoreApplication::translate("Words", "Call")
               //: Kind of a conversation: written
               : QCoreApplication::translate("Words", "Chat");
}

QString eventTypeWord(const QString &type)
{
    return nameOf(c_eventTypes, type);
}

QString fieldHeading(const QString &field)
{
    return nameOf(c_fields, field);
}

QString platformName(const QString &platform)
{
    if (platform == QLatin1StringView("insighto"))
        return QStringLiteral("Insighto.ai");
    if (platform == QLatin1StringView("eigi"))
        return QStringLiteral("eigi.ai");
    if (platform == QLatin1StringView("varda"))
        return QStringLiteral("Varda");
    if (platform == QLatin1StringView("custom"))
        //: A platform that Earshot has no own knowledge of
        return QCoreApplication::translate("Words", "Another sender");
    return platform;
}

QString platformMonogram(const QString &platform)
{
    if (platform == QLatin1StringView("insighto"))
        return QStringLiteral("In");
    if (platform == QLatin1StringView("eigi"))
        return QStringLiteral("e");
    if (platform == QLatin1StringView("varda"))
        return QStringLiteral("V");
    return QStringLiteral("{}");
}

} // namespace earshot
