// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/event.h"
#include "models/domain/source.h"

#include <QJsonObject>

namespace earshot {

/** All of a decoder's answer but the digest, as `.events.json` files hold it. */
QJsonObject decodedToJson(const Decoded &decoded);

/** A source of that platform; members of @p overrides (zone, currency, region, agent, id_field) replace what is usual.
 */
Source sampleSource(const QString &platform, const QJsonObject &overrides = {});

} // namespace earshot
