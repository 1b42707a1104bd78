// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/proof.h"
#include "models/domain/replay.h"
#include "models/store/location.h"
#include "models/store/storeddelivery.h"

#include <QByteArrayList>
#include <QUrl>

namespace earshot {

/** A replay, worked out: which deliveries, and all that is needed to make a request of each. */
struct ReplayPlan {
    QList<StoredArrival> arrivals; ///< in the order they go
    QUrl url;
    QString peerName; ///< whom the certificate must name, where that is not the URL's host; empty else
    QString caFile;
    bool withQuery = true;
    bool forwardable = false;
    std::optional<SignatureScheme> scheme; ///< signed anew
    QByteArray secret; ///< for that
    QList<HeaderField> credentials; ///< that the source replayed into asks for: secrets
    ReplayPace pace;
    DeliveryEdit edit;
    QByteArrayList hidden; ///< secrets that are blotted out where an answer or an error repeats them
};

/** The plan for @p request; @p selection counts where it names no deliveries. Reads the store and the secrets beside
 * it. Errors: BadArgument (an address, pace, header or signature that makes no sense), NotFound (a delivery, a source,
 * nobody who receives), FileFailed (secrets or CA file). */
Result<ReplayPlan> planReplay(const Database &database, const StoreLocation &location, const ReplayRequest &request,
                              const RecordSelection &selection, Timestamp now);

/** An address that can be replayed to: http or https, without user, password or fragment. Errors: BadArgument. */
Result<QUrl> replayUrl(const QString &text);

} // namespace earshot
