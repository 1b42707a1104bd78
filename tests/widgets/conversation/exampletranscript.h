// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/conversation/transcript.h"

namespace earshot {

/** Says always the same time: 2026-05-13 14:40 UTC. */
class StillClock final : public Clock
{
public:
    Timestamp now() const override { return fromMicroseconds(1'778'683'200'000'000); }
};

/** So many seconds after 2026-05-13 14:21:06 UTC. */
inline Timestamp exampleTime(qint64 seconds)
{
    return fromMicroseconds((1'778'682'066 + seconds) * 1'000'000);
}

inline TranscriptEntry turn(Role role, const QString &text, std::optional<qint64> seconds = {},
                            const QString &name = {})
{
    TranscriptEntry entry{TranscriptEntry::Kind::Turn, role, name, text, {}, {}};
    if (seconds)
        entry.at = exampleTime(*seconds);
    return entry;
}

inline TranscriptEntry marker(TranscriptEntry::Kind kind, const QString &name, qint64 seconds,
                              const QList<CapturedField> &fields = {}, const QString &text = {})
{
    return {kind, Role::System, name, text, exampleTime(seconds), fields};
}

/** A chat with a contact, an assistant, a person who takes over, an intent and a form. */
inline Transcript exampleChat()
{
    using EntryKind = TranscriptEntry::Kind;
    Transcript chat;
    chat.conversation = 7;
    chat.platform = QStringLiteral("insighto");
    chat.kind = Kind::Chat;
    chat.status = Status::Closed;
    chat.contact = QStringLiteral("Hannah Vogel");
    chat.agent = QStringLiteral("Pine");
    chat.startedAt = exampleTime(0);
    chat.endedAt = exampleTime(452);
    chat.isEndEstimated = true;
    chat.entries = {
        turn(Role::User, QStringLiteral("Hi, do you fit kitchens in Potsdam too?"), 0),
        turn(Role::Assistant, QStringLiteral("Yes, we cover Berlin and Potsdam. Is it a new kitchen or a refit?"), 3),
        turn(Role::User, QStringLiteral("A refit. About 12 square metres, with a new worktop."), 94),
        marker(EntryKind::Intent, QStringLiteral("REQUEST_QUOTE"), 95),
        turn(Role::Assistant,
             QStringLiteral("I can offer a free measuring visit on Tuesday 19 May at 10:00. Shall I take your "
                            "details? See https://harbourpine.example/visit."),
             207),
        marker(EntryKind::Form, QStringLiteral("Measuring visit"), 302,
               {{QStringLiteral("name"), QStringLiteral("Hannah Vogel")},
                {QStringLiteral("email"), QStringLiteral("hannah.vogel@example.org")},
                {QStringLiteral("postcode"), QStringLiteral("14467")},
                {QStringLiteral("day"), QStringLiteral("Tuesday")}}),
        turn(Role::Agent,
             QStringLiteral("Hello Hannah, Nora here. Tuesday at ten is yours. A photo of the worktop would help."),
             340, QStringLiteral("Nora Blythe")),
        turn(Role::User, QStringLiteral("Perfect, thank you!"), 448),
    };
    return chat;
}

/** The first eight turns of a call in Arabic, with a tool. */
inline Transcript exampleArabicCall()
{
    using EntryKind = TranscriptEntry::Kind;
    Transcript call;
    call.conversation = 8;
    call.platform = QStringLiteral("insighto");
    call.kind = Kind::Call;
    call.status = Status::Closed;
    call.contact = QStringLiteral("يوسف حداد");
    call.agent = QStringLiteral("Pine");
    call.startedAt = exampleTime(0);
    call.endedAt = exampleTime(220);
    call.entries = {
        turn(Role::User, QStringLiteral("مرحباً، هل لديكم موعد متاح يوم الأحد؟"), 0),
        turn(Role::Assistant, QStringLiteral("أهلاً يوسف. يوم الأحد مغلق، ولكن يوجد مَوعِد يوم الاثنين الساعة 9:30."), 4),
        marker(EntryKind::Tool, QStringLiteral("check_calendar"), 5),
        turn(Role::User, QStringLiteral("الاثنين مناسب. كم تكلفة سطح من خشب البلوط بطول ثلاثة أمتار؟"), 51),
        marker(EntryKind::Intent, QStringLiteral("REQUEST_QUOTE"), 52),
        turn(Role::Assistant, QStringLiteral("بين 680 و 890 يورو شاملة التركيب. هل أرسل لك عرض سعر مكتوب؟"), 56),
        turn(Role::User, QStringLiteral("نعم، على البريد من فضلك."), 114),
        turn(Role::Agent, QStringLiteral("Hello Yousef, the quote is on its way. I kept the موعد on Monday 9:30."), 140,
             QStringLiteral("Nora Blythe")),
    };
    return call;
}

} // namespace earshot
