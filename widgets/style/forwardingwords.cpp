// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/forwardingwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

constexpr qsizetype c_phoneEnd = 8; // digits; before them stand the ways to dial a country

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString stepWord(OutboxStep step)
{
    switch (step) {
    case OutboxStep::Contact:
        //: step of forwarding: the contact is found or made in the CRM
        return Words::tr("Contact");
    case OutboxStep::Activity:
        //: step of forwarding: the call or chat is written into the CRM
        return Words::tr("Record");
    case OutboxStep::Link:
        break;
    }
    //: step of forwarding: record and contact are tied together in the CRM
    return Words::tr("Link between them");
}

QString stepLine(OutboxStep step, const StepState &state)
{
    if (!state.isDone())
        //: %1 is a step of forwarding, such as "Record"
        return Words::tr("%1: begun, not known to be done").arg(stepWord(step));
    return state.crmId.isEmpty() ? Words::tr("%1: done").arg(stepWord(step))
                                 //: %1 is a step of forwarding, %2 what the CRM calls its result
                                 : Words::tr("%1: done, %2 there").arg(stepWord(step), state.crmId.simplified());
}

/** The last digits of a phone number, which are the same however it is written. */
QString phoneEnd(const QString &phone)
{
    QString digits;
    for (const QChar letter : phone) {
        if (letter.isDigit())
            digits += letter;
    }
    return digits.right(c_phoneEnd);
}

/** Whether @p value is known of all of them, and the same. */
template <typename Value>
bool haveInCommon(const QList<CrmPerson> &persons, Value value)
{
    const QString first = persons.isEmpty() ? QString() : value(persons.first());
    return !first.isEmpty()
           && std::ranges::all_of(persons, [&](const CrmPerson &person) { return value(person) == first; });
}

QString severalWords(const QList<CrmPerson> &persons)
{
    const int count = int(persons.size());
    if (haveInCommon(persons, [](const CrmPerson &person) { return phoneEnd(person.phone); }))
        return count == 2 ? Words::tr("Two contacts have this phone number.")
                          : Words::tr("%n contact(s) have this phone number.", nullptr, count);
    if (haveInCommon(persons, [](const CrmPerson &person) { return person.email.trimmed().toLower(); }))
        return count == 2 ? Words::tr("Two contacts have this e-mail address.")
                          : Words::tr("%n contact(s) have this e-mail address.", nullptr, count);
    return count == 2 ? Words::tr("Two contacts fit this conversation.")
                      : Words::tr("%n contact(s) fit this conversation.", nullptr, count);
}

struct PurposeRow {
    QLatin1StringView stored;
    const char *word;
};

// What requests are for, as their connectors say it. Several say the same.
constexpr std::array c_purposes = {
    PurposeRow{QLatin1StringView("sign in"), QT_TRANSLATE_NOOP("Words", "Sign in")},
    PurposeRow{QLatin1StringView("find contact"), QT_TRANSLATE_NOOP("Words", "Find the contact")},
    PurposeRow{QLatin1StringView("find contact by code"), QT_TRANSLATE_NOOP("Words", "Find the contact")},
    PurposeRow{QLatin1StringView("look for contact"), QT_TRANSLATE_NOOP("Words", "Find the contact")},
    PurposeRow{QLatin1StringView("make contact"), QT_TRANSLATE_NOOP("Words", "Make the contact")},
    PurposeRow{QLatin1StringView("send record"), QT_TRANSLATE_NOOP("Words", "Send the record")},
    PurposeRow{QLatin1StringView("write the record"), QT_TRANSLATE_NOOP("Words", "Write the record")},
    PurposeRow{QLatin1StringView("write note"), QT_TRANSLATE_NOOP("Words", "Write the note")},
    PurposeRow{QLatin1StringView("make note"), QT_TRANSLATE_NOOP("Words", "Make the note")},
    PurposeRow{QLatin1StringView("change the record"), QT_TRANSLATE_NOOP("Words", "Change the record")},
    PurposeRow{QLatin1StringView("look for the record"), QT_TRANSLATE_NOOP("Words", "Look for the record")},
    PurposeRow{QLatin1StringView("look up record"), QT_TRANSLATE_NOOP("Words", "Look for the record")},
    PurposeRow{QLatin1StringView("look for note"), QT_TRANSLATE_NOOP("Words", "Look for the note")},
    PurposeRow{QLatin1StringView("read note"), QT_TRANSLATE_NOOP("Words", "Read the note")},
    PurposeRow{QLatin1StringView("tie to contact"), QT_TRANSLATE_NOOP("Words", "Tie the record to the contact")},
    PurposeRow{QLatin1StringView("ask for rights"), QT_TRANSLATE_NOOP("Words", "Ask for the rights")},
    PurposeRow{QLatin1StringView("rights of the key"), QT_TRANSLATE_NOOP("Words", "Ask for the rights")},
    PurposeRow{QLatin1StringView("scopes of the token"), QT_TRANSLATE_NOOP("Words", "Ask for the rights")},
};

} // namespace

Look forwardingLook(ForwardingState state)
{
    switch (state) {
    case ForwardingState::Asks:
        //: State of something to be forwarded: it waits for a person's answer
        return {Icon::ForwardingAsks, Words::tr("Asks"), ColorRole::OutcomeFollowUp};
    case ForwardingState::Parked:
        //: State of something to be forwarded: given up until a person decides
        return {Icon::ForwardingParked, Words::tr("Parked"), ColorRole::OutcomeSpam};
    case ForwardingState::Waiting:
        //: State of something to be forwarded
        return {Icon::Hourglass, Words::tr("Waiting"), ColorRole::Muted};
    case ForwardingState::Sent:
        //: State of something to be forwarded
        return {Icon::Forward, Words::tr("Sent"), ColorRole::OutcomeBooked};
    case ForwardingState::Discarded:
        break;
    }
    //: State of something to be forwarded: no longer wanted
    return {Icon::OutcomeSpam, Words::tr("Discarded"), ColorRole::Muted};
}

QString questionWord(OutboxQuestion question)
{
    switch (question) {
    case OutboxQuestion::WhichContact:
        //: after "CRM: ", of a record that several contacts fit
        return Words::tr("Asks which contact it belongs to");
    case OutboxQuestion::PerhapsWritten:
        break;
    }
    //: after "CRM: ", of a record of which nobody knows whether it was written
    return Words::tr("Asks whether it is there already");
}

QString questionText(const OutboxRow &row)
{
    if (!row.question)
        return {};
    if (*row.question == OutboxQuestion::WhichContact)
        //: %1 is as in "Two contacts have this phone number."
        return Words::tr("%1 Choose one; Earshot will not guess.").arg(severalWords(row.candidates));
    //: %1 is the name of a destination
    return Words::tr("The answer of %1 was lost, and nothing there tells whether the record was written. "
                     "Look in %1: is it there?")
        .arg(row.destinationName.simplified());
}

QString forwardingTip(const QList<ForwardingPlace> &places)
{
    QStringList lines;
    for (const ForwardingPlace &place : places) {
        const QString word = place.question && place.state == ForwardingState::Asks ? questionWord(*place.question)
                                                                                    : forwardingLook(place.state).word;
        //: %1 is the name of a destination, %2 how a conversation stands there: "CRM: Parked"
        lines.append(Words::tr("%1: %2").arg(place.destination.simplified(), word));
    }
    return lines.join(QLatin1Char('\n'));
}

QString stepsText(const StepStates &steps)
{
    QStringList lines;
    for (const OutboxStep step : {OutboxStep::Contact, OutboxStep::Activity, OutboxStep::Link}) {
        if (const auto state = steps.constFind(step); state != steps.cend())
            lines.append(stepLine(step, *state));
    }
    return lines.join(QLatin1Char('\n'));
}

Look attemptLook(const std::optional<AttemptOutcomeKind> &outcome)
{
    if (!outcome)
        //: an attempt at sending of which nothing more is known
        return {Icon::Busy, Words::tr("Under way, or cut short"), ColorRole::Muted};
    switch (*outcome) {
    case AttemptOutcomeKind::Sent:
        return forwardingLook(ForwardingState::Sent);
    case AttemptOutcomeKind::Retry:
        //: how an attempt at sending ended: it is tried again later
        return {Icon::Retry, Words::tr("Again later"), ColorRole::OutcomeFollowUp};
    case AttemptOutcomeKind::Parked:
        return forwardingLook(ForwardingState::Parked);
    case AttemptOutcomeKind::Paused:
        //: how an attempt at sending ended: nothing more is sent to the destination until a person lets it go on
        return {Icon::Pause, Words::tr("Destination paused"), ColorRole::OutcomeSpam};
    case AttemptOutcomeKind::Asks:
        break;
    }
    return forwardingLook(ForwardingState::Asks);
}

QString exchangePurposeWord(const QString &purpose)
{
    const auto row = std::ranges::find(c_purposes, purpose, &PurposeRow::stored);
    return row == c_purposes.end() ? purpose.simplified() : Words::tr(row->word);
}

QString latencyText(std::chrono::microseconds latency, const QLocale &locale)
{
    const double milliseconds = double(latency.count()) / 1000;
    if (milliseconds < 1000)
        //: a short time in milliseconds
        return Words::tr("%1 ms").arg(locale.toString(milliseconds < 1 ? 1 : qRound64(milliseconds)));
    //: a time in seconds
    return Words::tr("%1 s").arg(locale.toString(milliseconds / 1000, 'f', 1));
}

} // namespace earshot
