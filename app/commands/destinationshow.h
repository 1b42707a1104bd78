// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace earshot {

/** `destination show NAME`: one with all that it is told; no secrets. */
int showDestination(const QStringList &arguments);

/** `destination kinds`: what there is to forward to, and the options of each. */
int listDestinationKinds(const QStringList &arguments);

} // namespace earshot
