// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace earshot {

/** `earshot destination shadow NAME`: what a destination would get of its latest conversations against what it got. */
int runDestinationShadow(const QStringList &arguments);

} // namespace earshot
