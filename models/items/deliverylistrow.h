// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QMetaType>
#include <QString>

#include <memory>
#include <optional>

namespace earshot {

/** A delivery as tables show it. */
struct DeliveryListRow {
    qint64 id = 0;
    qint64 sourceId = 0;
    QString source; ///< name
    QString platform;
    Timestamp receivedAt;
    QString state; ///< as stored; `received` until it is projected
    QString reason;
    std::optional<Timestamp> duplicateOf; ///< arrival of the delivery that this one repeats
    QString verdict;
    QString verdictReason; ///< as stored (models/verify/verdicttext.h); null if there is nothing to say
    std::optional<qint64> clockSkewSeconds; ///< our clock less the sender's, where it told its time
    std::optional<int> answered; ///< the status its sender heard, where it was not 200; 0: none
    qint64 releasedFrom = 0; ///< the quarantined delivery that this is the released copy of; 0 if it is none
    QString kind; ///< the platform's word for its first event, null if it had none
    qint64 sizeBytes = 0;
    qint64 conversation = 0; ///< of its first event; 0 if none
};

using DeliveryListRowPtr = std::shared_ptr<const DeliveryListRow>;

} // namespace earshot

Q_DECLARE_METATYPE(earshot::DeliveryListRowPtr)
