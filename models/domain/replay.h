// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/domain/delivery.h"

#include <QStringList>

#include <chrono>

namespace earshot {

/** The header field that marks a replayed delivery; its value is replayMark(). */
inline constexpr QByteArrayView c_replayHeader("X-Earshot-Replay");

/** `<delivery id>`, and `; forward` behind it where an Earshot that receives it may forward what comes of it. */
inline QByteArray replayMark(qint64 delivery, bool forwardable)
{
    const QByteArray id = QByteArray::number(delivery);
    return forwardable ? QByteArray(id + "; forward") : id;
}

/** Whether what was received with that mark is kept from being forwarded. */
inline bool keepsFromForwarding(QByteArrayView mark)
{
    const qsizetype semicolon = mark.indexOf(';');
    return semicolon < 0 || mark.sliced(semicolon + 1).trimmed().compare("forward", Qt::CaseInsensitive) != 0;
}

/** What is sent in place of what was stored. */
struct DeliveryEdit {
    std::optional<QByteArray> body; ///< without content coding: Content-Encoding goes unless `headers` name it
    QList<HeaderField> headers; ///< take the place of all fields of their name, in any case
    QByteArrayList without; ///< names of fields to leave out

    friend bool operator==(const DeliveryEdit &, const DeliveryEdit &) = default;
};

/** The header fields of a stored delivery that go along when it is sent again, each name once, values of repeated
 * fields joined by ", " (RFC 9110 section 5.3). Behind stay those of a connection (RFC 9110 section 7.6.1) and of
 * proxies on its way (RFC 7239), and those that are stored masked. */
QList<HeaderField> replayedFields(const Delivery &delivery);

/** Errors: BadArgument names a field that cannot be sent: its name is no token, its value holds a control character, or
 * the connection makes it itself. */
Result<void> checkEdit(const DeliveryEdit &edit);

/** How fast deliveries follow each other. At most one of the first two is set. */
struct ReplayPace {
    double speed = 0; ///< 1 to 100 times the pace they came at, gaps kept; 0: each when the one before is answered
    double ratePerSecond = 0; ///< so many a second; 0: not by a rate
    int atOnce = 1; ///< how many may be unanswered without a speed or a rate, 1 to 24

    friend bool operator==(const ReplayPace &, const ReplayPace &) = default;
};

/** Stored deliveries, sent once more. */
struct ReplayRequest {
    QList<qint64> deliveries; ///< by their ids; empty where a selection says which
    QString url; ///< where to, http or https; empty with `source`
    QString source; ///< the name of a source of this store: its own hook, as it is listened on
    QString caFile; ///< PEM: also trusted for https
    bool withQuery = true; ///< the query they came with is put behind the URL's
    bool forwardable = false; ///< see replayMark()
    QString signature; ///< signed anew: a preset's word, or the name of a source that says how; empty: as they came
    QByteArray secret; ///< to sign with; empty for that of the source that `signature` names
    ReplayPace pace;
    DeliveryEdit edit;
};

/** What became of one delivery. */
struct ReplayOutcome {
    qint64 delivery = 0;
    std::optional<int> status; ///< none: there was no HTTP answer
    std::chrono::milliseconds elapsed{0}; ///< from handing it to the network to the end of its answer
    QString answer; ///< the beginning of the answer's body: 64 KiB of a single delivery, else 1 KiB of each
    QString problem; ///< why it was not sent, or not answered whole; null where there was an answer
    int total = 0; ///< how many deliveries the replay has

    bool isAccepted() const { return problem.isNull() && status && *status >= 200 && *status < 300; }
};

} // namespace earshot
