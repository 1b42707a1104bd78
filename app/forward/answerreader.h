// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/destinationanswer.h"

#include <QByteArrayList>

class QNetworkReply;

namespace earshot {

inline constexpr qsizetype c_keptAnswerBytes = 4096;

/** Reads what comes back from a destination, within bounds: at most 1 MiB is read (then the reply is cut off), 4 KiB is
 * kept unless told otherwise. Lives as long as the reply, on its thread. */
class AnswerReader
{
public:
    /** @p secrets are blotted out where the destination repeats them. */
    AnswerReader(QNetworkReply &reply, QByteArrayList secrets, qsizetype mostKept = c_keptAnswerBytes);
    AnswerReader(const AnswerReader &) = delete;
    AnswerReader &operator=(const AnswerReader &) = delete;

    /** Once the reply has finished. */
    DestinationAnswer answer();

private:
    void read();
    QString failureWords() const;

    QNetworkReply &m_reply;
    QByteArrayList m_secrets;
    qsizetype m_mostKept;
    QByteArray m_body; ///< as far as it is read; cut only without its secrets, lest half of one be left
    bool m_cut = false;
};

/** At most @p mostKept bytes of UTF-8 as text that can be stored and shown: @p secrets as `****`, broken bytes and NUL
 * as U+FFFD.
 */
QString keptAnswer(QByteArray body, const QByteArrayList &secrets, qsizetype mostKept = c_keptAnswerBytes);

} // namespace earshot
