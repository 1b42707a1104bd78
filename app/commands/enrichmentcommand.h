// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace earshot {

/** `earshot coverage enrichment`: which conversations wait for their platform's API, and for which asking was given up.
 */
int runEnrichment(const QStringList &arguments);

} // namespace earshot
