// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace earshot {

/** A verdict's reason in an English sentence without a full stop, for the command line and the stored reason of a
 * quarantined delivery, as in `signed with a previous secret, which has ended`. A word it does not know is given back.
 */
QString verdictReasonText(const QString &reason);

} // namespace earshot
