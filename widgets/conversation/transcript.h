// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"
#include "models/store/recordlookup.h"

#include <QList>

namespace earshot {

/** A name and what was entered for it. */
struct CapturedField {
    QString name;
    QString value;

    friend bool operator==(const CapturedField &, const CapturedField &) = default;
};

/** One thing in the course of a conversation: what somebody said, or what happened between. */
struct TranscriptEntry {
    enum class Kind {
        Turn, ///< of the contact, a machine or a person on our side
        System,
        Tool,
        Intent,
        Form,
        Transfer, ///< another agent went on
        HangUp, ///< a call that one side left, or that broke off
    };

    Kind kind = Kind::Turn;
    Role role = Role::User; ///< of a turn
    QString name; ///< who spoke, or of the tool, intent, form or agent
    QString text; ///< of a turn, the system or a tool; line ends are `\n`
    std::optional<Timestamp> at;
    QList<CapturedField> fields = {}; ///< of a form

    friend bool operator==(const TranscriptEntry &, const TranscriptEntry &) = default;
};

/** What a transcript view shows: a value of its own, made from the store's in the thread that read it. */
struct Transcript {
    qint64 conversation = 0;
    QString platform;
    std::optional<Kind> kind;
    std::optional<Status> status;
    QString contact; ///< name, else phone or e-mail; null if nothing is known
    QString agent;
    std::optional<Timestamp> startedAt;
    std::optional<Timestamp> endedAt;
    bool isEndEstimated = false;
    QList<TranscriptEntry> entries; ///< turns in the order they were said, the others by their time between them

    /** How many of the entries are messages. */
    qsizetype messages() const;

    friend bool operator==(const Transcript &, const Transcript &) = default;
};

/** Any thread. */
Transcript transcriptOf(const ConversationDetails &details);

} // namespace earshot
