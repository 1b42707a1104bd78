// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace earshot {

/** `earshot destination dry-run`; takes what follows these words and returns the exit code. */
int runDestinationDryRun(const QStringList &arguments);

} // namespace earshot
