// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringList>

namespace earshot {

/** A source's way in: `/hook/<token>`. */
struct Hook {
    qint64 sourceId = 0;
    QByteArray token; ///< secret; 16 to 128 of `A–Z a–z 0–9 - . _ ~`
    QStringList allow; ///< networks that may post (CIDR); empty: all. One that cannot be read allows nobody
    QByteArray secretHeader; ///< name of the header that holds this source's own secret; empty if there is none
};

} // namespace earshot
