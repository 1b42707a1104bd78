// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/connector.h"
#include "app/forward/espocrmconnector.h"
#include "app/forward/hubspotconnector.h"
#include "app/forward/trytonconnector.h"
#include "app/forward/webhookconnector.h"

namespace earshot {

Connectors allConnectors()
{
    Connectors connectors;
    connectors[QStringLiteral("webhook")] = std::make_unique<WebhookConnector>();
    connectors[QStringLiteral("hubspot")] = std::make_unique<HubSpotConnector>();
    connectors[QStringLiteral("espocrm")] = std::make_unique<EspoCrmConnector>();
    connectors[QStringLiteral("tryton")] = std::make_unique<TrytonConnector>();
    return connectors;
}

} // namespace earshot
