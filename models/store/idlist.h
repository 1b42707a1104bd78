// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace earshot {

/** Several ids as one bound value, for json_each(). */
template <typename Ids>
QString idList(const Ids &ids)
{
    QByteArray json("[");
    for (const qint64 id : ids) {
        if (json.size() > 1)
            json += ',';
        json += QByteArray::number(id);
    }
    return QString::fromLatin1(json + ']');
}

} // namespace earshot
