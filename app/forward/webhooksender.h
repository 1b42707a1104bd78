// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/recordsender.h"

#include <QNetworkAccessManager>

#include <chrono>
#include <map>
#include <memory>

namespace earshot {

struct WebhookSettings {
    std::chrono::milliseconds silence = std::chrono::seconds(30); ///< no byte moves for so long: given up
    std::chrono::milliseconds exchange = std::chrono::minutes(5); ///< longest from start to end, however it drips
};

/** Sends records as HTTP requests. Follows no redirect and always checks the destination's certificate. */
class WebhookSender final : public RecordSender
{
public:
    explicit WebhookSender(WebhookSettings settings = {});

    /** Stops what is under way. */
    ~WebhookSender() override;

    QCoro::Task<DestinationAnswer> send(Shipment shipment) override;
    void stop() override;

private:
    QNetworkAccessManager &managerFor(const QString &caFile);

    const WebhookSettings m_settings;
    /** One for each CA file: a manager uses a connection again whatever certificates it was checked with. */
    std::map<QString, std::unique_ptr<QNetworkAccessManager>> m_managers;
};

} // namespace earshot
