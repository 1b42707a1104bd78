// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/simulate/storyrandom.h"
#include "models/base/clock.h"

#include <QByteArray>
#include <QString>

namespace earshot {

/** A random UUID (RFC 9562 section 5.4), as eigi names conversations. */
QString uuidVersion4(StoryRandom &random);

/** A UUID that begins with @p time in milliseconds (RFC 9562 section 5.7), as Insighto's older envelopes have them. */
QString uuidVersion7(Timestamp time, StoryRandom &random);

/** 26 characters of Crockford's base 32, the first ten of them @p time in milliseconds: what follows `conv_` in
 *  Insighto's newer ids. */
QString ulid(Timestamp time, StoryRandom &random);

/** 24 hex digits that begin with @p time in seconds, as eigi names its documents and agents. */
QString objectId(Timestamp time, StoryRandom &random);

/** @p digits random hex digits, lower case. */
QByteArray hexDigits(int digits, StoryRandom &random);

/** A Google click id: opaque, base64url, always with the same first characters. */
QString googleClickId(StoryRandom &random);

} // namespace earshot
