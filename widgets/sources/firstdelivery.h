// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/store/database.h"

#include <QString>

#include <optional>

namespace earshot {

/** What is told of the first delivery of a new source. */
struct FirstDelivery {
    qint64 count = 0; ///< deliveries that have their state by now
    QString state; ///< as stored
    QString reason; ///< as stored; null if there is none
    QString kind; ///< the platform's word for its first event, null if it had none
    qint64 messages = 0; ///< of its conversation
    QString contact; ///< name, else phone, else e-mail of its conversation; null if unknown
    QString status; ///< of its conversation, as stored; null if there is none
    std::optional<qint64> durationSeconds;
};

/** Of the deliveries to the source of that name since @p since, the first that was decoded, else the newest; nothing
 * while none has its state. In the connection's thread. */
Result<std::optional<FirstDelivery>> firstDelivery(const Database &database, const QString &source, Timestamp since);

} // namespace earshot
