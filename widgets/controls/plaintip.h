// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace earshot {

/** A text as a tooltip that shows it as it is, wrapped at a readable width: Qt takes what looks like HTML for HTML. */
QString plainTip(const QString &text);

} // namespace earshot
