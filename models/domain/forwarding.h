// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace earshot {

/** Where a mapping is wrong. */
struct MappingProblem {
    QString message;
    int line = 0; ///< in the program, from 1; 0 if unknown
    int column = 0; ///< from 1; 0 if unknown

    friend bool operator==(const MappingProblem &, const MappingProblem &) = default;
};

/** What a mapping makes of one conversation. */
struct MappingPreview {
    QString input; ///< the neutral record as the mapping sees it: indented JSON
    QString output; ///< indented JSON; null where there is a problem
    QList<MappingProblem> problems;
};

/** One value that a destination would get against the one it got. */
struct ShadowChange {
    QString path; ///< as in `record.hs_call_status`
    QString has; ///< compact JSON; null where it is not there
    QString would; ///< the same

    friend bool operator==(const ShadowChange &, const ShadowChange &) = default;
};

/** A conversation in a shadow run. */
struct ShadowRow {
    enum class Verdict {
        Same, ///< the destination would get what it got
        Changed,
        New, ///< it got nothing of it so far
        Fails, ///< the new mapping makes nothing of it
    };

    qint64 conversation = 0;
    QString contact; ///< name, else phone, else the platform's id
    Verdict verdict = Verdict::Same;
    QList<ShadowChange> changes;
    QString problem; ///< of Fails
};

QString shadowVerdictText(ShadowRow::Verdict verdict);

/** What a new mapping would do to the latest conversations. Nothing is sent. */
struct ShadowRun {
    QList<ShadowRow> rows; ///< the latest first

    qint64 count(ShadowRow::Verdict verdict) const;
};

/** What would happen if a conversation were sent now: looked up at the destination, nothing is changed there. */
struct ForwardDryRun {
    enum class Contact {
        None, ///< the record hangs on nobody
        Found,
        WouldBeMade,
        Several, ///< a person would have to choose
        Unknown, ///< the destination could not be asked
    };
    enum class Write { Unknown, WouldBeMade, WouldBeChanged };

    Contact contact = Contact::Unknown;
    QStringList contacts; ///< whom it found, in words
    Write write = Write::Unknown;
    QString recordUrl; ///< where it is now; null if nobody knows
    QString body; ///< what would be sent: indented JSON
    QString problem; ///< why something is unknown or would fail; null if nothing
};

} // namespace earshot
