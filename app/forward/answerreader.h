// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/destinationanswer.h"

#include <QByteArrayList>

class QNetworkReply;

namespace earshot {

/** Reads what comes back from a destination, within bounds: at most 1 MiB is read (then the reply is cut off), 4 KiB is
 * kept. Lives as long as the reply, on its thread. */
class AnswerReader
{
public:
    /** @p secrets are blotted out where the destination repeats them. */
    AnswerReader(QNetworkReply &reply, QByteArrayList secrets);
    AnswerReader(const AnswerReader &) = delete;
    AnswerReader &operator=(const AnswerReader &) = delete;

    /** Once the reply has finished. */
    DestinationAnswer answer();

private:
    void read();
    QString failureWords() const;

    QNetworkReply &m_reply;
    QByteArrayList m_secrets;
    QByteArray m_body; ///< as far as it is read; cut to 4 KiB only without its secrets, lest half of one be left
    bool m_cut = false;
};

/** At most 4 KiB of UTF-8 as text that can be stored and shown: @p secrets as `****`, broken bytes and NUL as U+FFFD.
 */
QString keptAnswer(QByteArray body, const QByteArrayList &secrets);

} // namespace earshot
