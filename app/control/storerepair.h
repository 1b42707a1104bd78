// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/integrity.h"
#include "models/store/location.h"
#include "models/store/salvage.h"

namespace earshot {

/** What a repair came to. */
struct RepairReport {
    SalvageReport salvaged;
    IntegrityReport checked; ///< of the new store
    QString path; ///< of the new store
    QString putAside; ///< where the damaged one lies now; empty if it stays where it is
};

/** Makes a store of what can be read of the damaged one: the journal and what people have set, and from these events
 * and conversations. With @p output it is made there, where no file is, and the damaged one stays as it is. Without,
 * the new one takes its place and the damaged one is kept beside it; that needs the writer's role. Errors: WriterHeld,
 * AlreadyExists, those of opening either store. */
Result<RepairReport> repairStore(const StoreLocation &damaged, const QString &output = QString());

} // namespace earshot
