// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QString>

namespace earshot {

/** Where a store's files lie. */
struct StoreLocation {
    QString path; ///< the SQLite file

    /** `earshot.sqlite` in a data folder. */
    static StoreLocation inFolder(const QString &folder);

    QString folder() const;

    /** Makes the folder (0700) if it is missing. Errors: StoreReadOnly, StoreUnreadable. */
    Result<void> makeFolder() const;

    /** A warning for people where others than its owner can look into the folder, or change what lies in it; null where
     * they cannot. The files themselves are for their owner alone in any case. */
    QString folderWarning() const;

    QString lockPath() const { return path + QLatin1StringView(".lock"); }

    QString secretsPath() const { return path + QLatin1StringView(".secrets"); }

    QString socketPath() const { return path + QLatin1StringView(".sock"); }
};

} // namespace earshot
