// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace earshot {

/** The public address that a person typed, as it is kept: without blanks around it and without slashes at its end. */
QString tidyPublicAddress(const QString &typed);

/** Why a tidied address cannot be the one that senders of @p platform post to, in the user's language; null if it can.
 */
QString publicAddressProblem(const QString &address, const QString &platform);

/** Whether senders of @p platform can post to an address that begins with @p base. */
bool canReach(const QString &base, const QString &platform);

} // namespace earshot
