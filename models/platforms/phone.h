// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace earshot {

/** The number in E.164 where libphonenumber finds it possible, else as it was sent. @p region (ISO 3166, or null) is
 * where a number without a country code is from. Where no region fits, a number of digits alone is tried as one that
 * lacks its plus sign, as eigi sends them; since that is a guess, it must then be valid, not only possible. Any thread.
 */
QString normalizedPhone(const QString &asSent, const QString &region);

/** A number in E.164 as people read it: international and grouped, `+49 30 23125 118`. What is none stays as it is. Any
 * thread. */
QString displayPhone(const QString &phone);

} // namespace earshot
