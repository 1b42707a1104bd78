// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace earshot {

/** Where a store's files lie. */
struct StoreLocation {
    QString path; ///< the SQLite file

    /** `earshot.sqlite` in a data folder. */
    static StoreLocation inFolder(const QString &folder);

    QString lockPath() const { return path + QLatin1StringView(".lock"); }

    QString secretsPath() const { return path + QLatin1StringView(".secrets"); }

    QString socketPath() const { return path + QLatin1StringView(".sock"); }
};

} // namespace earshot
