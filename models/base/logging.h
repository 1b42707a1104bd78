// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLoggingCategory>

namespace earshot {

// One category a floor's concern, chosen with `--log`. No secret and no payload is ever written to any of them.
Q_DECLARE_LOGGING_CATEGORY(lcStore) // earshot.store: database, migrations, journal
Q_DECLARE_LOGGING_CATEGORY(lcProject) // earshot.project: decoding, projection, rebuild
Q_DECLARE_LOGGING_CATEGORY(lcReceive) // earshot.receive: the listener
Q_DECLARE_LOGGING_CATEGORY(lcForward) // earshot.forward: outbox and destinations
Q_DECLARE_LOGGING_CATEGORY(lcApp) // earshot.app: start, stop, commands

} // namespace earshot
