// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace earshot {

/** The digits of an E.164 number behind its country code: `612345678` of `+33612345678`. Null where that cannot be
 * told: without libphonenumber, or of what is no E.164 number. Any thread. */
QString nationalDigits(const QString &phone);

/** How people may have written that number, the likeliest first: as it is, `0612345678`, `0033612345678`,
 * `33612345678`,
 * `+33 6 12 34 56 78`. Any thread. */
QStringList phoneSpellings(const QString &phone);

/** Whether what a CRM holds means that number, however it is written. A country code that is there must be the same; a
 * number without one may be from anywhere. Any thread. */
bool isSamePhone(const QString &held, const QString &phone);

} // namespace earshot
