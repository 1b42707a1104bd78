// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/platforms/registry.h"
#include "tests/models/platforms/httpsample.h"
#include "tests/models/store/storefixture.h"

namespace earshot {

/** A clock that stands at a minute after the arrival of the samples. */
class StandingClock final : public Clock
{
public:
    Timestamp now() const override { return utc(QLatin1StringView("2026-03-25T18:36:40Z")); }
};

/** A store with deliveries as platforms send them. */
class PayloadStore : public StoreFixture
{
public:
    /** Arrives @p later than 2026-03-25T18:35:34.377Z, and is decoded. */
    qint64 add(qint64 source, const QString &platform, Delivery delivery, std::chrono::seconds later = {},
               std::optional<qint64> conversation = std::nullopt)
    {
        delivery.sourceId = source;
        delivery.receivedAt = utc(QLatin1StringView("2026-03-25T18:35:34.377Z")) + later;
        delivery.verdict = QStringLiteral("unsigned");
        const qint64 id = addDelivery(delivery);
        delivery.id = id;
        Source settings;
        settings.id = source;
        settings.platform = platform;
        static const PlatformRegistry registry;
        const Decoded decoded = registry.decoderFor(platform)->decode(delivery, settings);
        addFinding(delivery, id, decoded.state, decoded.events.size(), QVariant(QMetaType(QMetaType::LongLong)),
                   decoded.reason);
        int position = 1;
        for (const Event &event : decoded.events) {
            FoldEvent fold;
            fold.event = event;
            fold.order.digest = decoded.digest;
            fold.receivedAt = delivery.receivedAt;
            addEvent(id, position++, source, conversation, fold);
        }
        return id;
    }

    /** A sample such as `varda/call-ended`. */
    static Delivery sample(const QString &name)
    {
        return deliveryFromHttp(readSample(QStringLiteral(EARSHOT_PLATFORM_SAMPLES "/%1.http").arg(name)));
    }

    /** A delivery of JSON from one's own system. */
    static Delivery json(const QByteArray &body)
    {
        Delivery delivery;
        delivery.method = "POST";
        delivery.target = "/hook/****";
        delivery.headers = {{"Content-Type", "application/json"}, {"User-Agent", "test"}};
        delivery.remote = QStringLiteral("192.0.2.1");
        delivery.body = body;
        return delivery;
    }
};

} // namespace earshot
