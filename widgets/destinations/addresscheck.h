// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace earshot {

/** Why nothing can be sent to that address, in the user's language; null if something can. The store refuses the same
 * ones. */
QString addressProblem(const QString &url);

} // namespace earshot
