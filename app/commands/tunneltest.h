// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace earshot {

/** `earshot tunnel test`. */
int runTunnelTest(const QStringList &arguments);

} // namespace earshot
