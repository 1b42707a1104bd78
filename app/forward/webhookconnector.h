// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/connector.h"
#include "models/store/webhookoptions.h"

namespace earshot {

/** Any receiver of HTTP requests: the body is what the mapping made, address, method, header fields and what counts as
 * success are the destination's options. Records hang on nobody. A repeated request carries the same key and the same
 * bytes, so that a receiver knows it again; where it can be asked by that key, it is. */
class WebhookConnector final : public Connector
{
public:
    bool hasContacts() const override { return false; }

    Certainty certainty(OutboxStep step, const Shipment &shipment) const override;

    QCoro::Task<Called<std::optional<CrmRecord>>> findRecord(Passage &passage, QString person) override;
    QCoro::Task<Called<CrmRecord>> createRecord(Passage &passage, QString person) override;
    QCoro::Task<Called<CrmRecord>> updateRecord(Passage &passage, CrmRecord record, QString person) override;

    /** Sends the shipment, and looks it up where that can be done. */
    QCoro::Task<DestinationTest> test(Passage &passage) override;

private:
    QCoro::Task<Called<CrmRecord>> send(Passage &passage);
};

/** What an answer to a record means by the webhook's rules: see docs/destinations.md. */
Called<CrmRecord> webhookVerdict(const DestinationAnswer &answer, const WebhookOptions &options);

/** `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<unix seconds>.<body>`. */
QByteArray webhookSignature(const QByteArray &key, Timestamp at, const QByteArray &body);

} // namespace earshot
