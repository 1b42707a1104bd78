// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace earshot {

/** `outbox retry`: sends again what was given up, or what a selection names. */
int retryOutboxRows(const QStringList &arguments);

} // namespace earshot
