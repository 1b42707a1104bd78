// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace earshot {

/** Which file lies at a path: one that has been put in another's place is another, whatever both are called. */
struct FileIdentity {
    quint64 device = 0;
    quint64 inode = 0; ///< 0: none is there, or it cannot be looked at

    /** Take it before the file is opened, so that a file replaced meanwhile shows as another. */
    static FileIdentity of(const QString &path);

    friend bool operator==(const FileIdentity &, const FileIdentity &) = default;
};

} // namespace earshot
