// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace earshot {

/** `outbox show ID`: a row with its steps and all that was asked and answered. */
int showOutboxRow(const QStringList &arguments);

} // namespace earshot
