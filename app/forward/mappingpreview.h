// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/mapper.h"
#include "models/domain/forwarding.h"

namespace earshot {

/** What the destination's mapping makes of the neutral record, for a person to read. @p mapper must outlive it. */
QCoro::Task<MappingPreview> previewMapping(Mapper &mapper, Destination destination, QJsonObject record);

/** Indented JSON where it is JSON, else as it is. */
QString readableJson(const QByteArray &json);

} // namespace earshot
