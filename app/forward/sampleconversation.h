// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/store/wholeconversation.h"

#include <QJsonObject>

namespace earshot {

/** A made-up conversation of which no platform knows, for a test of a destination. */
WholeConversation sampleConversation(const QString &id, Timestamp now);

/** Its neutral record, marked `"test": true`. */
QJsonObject sampleRecord(const WholeConversation &sample);

} // namespace earshot
