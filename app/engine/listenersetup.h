// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storeactions.h"
#include "models/store/location.h"

#include <QJsonObject>

namespace earshot {

// What a person sees and sets of a store's listener and its tunnel, by the same operations as the command line. Each
// reads files or waits for another process: not for the GUI thread. Errors: those of reading the store and of
// carryOut().

Result<ListenerSetup> readListenerSetup(const StoreLocation &location);

/** Also makes a certificate, where one is asked for. How it is set then. */
Result<ListenerSetup> changeListenerSetup(const StoreLocation &location, const ListenerChange &change, Timestamp now);

Result<TunnelSettings> readTunnelSettings(const StoreLocation &location);

Result<void> changeTunnelSettings(const StoreLocation &location, const TunnelSettings &settings);

/** What is asked of the holder of the writer's role to change a source. */
QJsonObject sourceChangeRequest(const QString &name, const SourceChange &change);

} // namespace earshot
