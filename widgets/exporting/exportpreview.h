// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/viewscope.h"

#include <atomic>

namespace earshot {

/** How much an export would have, and how it begins. */
struct ExportPreview {
    qint64 viewCount = 0; ///< rows of the scope
    qint64 everythingCount = 0; ///< rows there are
    QList<QStringList> firstRows; ///< of the scope, oldest first, a text for each field
};

/** For a thread of its own. Errors: Cancelled, those of the store. */
Result<ExportPreview> previewExport(const Database &database, RecordKind kind, const ScopeQuery &scope, Timestamp now);

} // namespace earshot
