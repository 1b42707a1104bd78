// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/database.h"

#include <QFile>
#include <QList>

namespace earshot {

/** The pages of a table of a store that nobody has open, as in `leaf` or `overflow`; numbered from 1. */
inline QList<qint64> pagesOf(const QString &path, const QString &table, const QString &kind)
{
    const auto database = Database::open(path, Database::Mode::Read);
    if (!database)
        qFatal("%ls", qUtf16Printable(database.error().detail));
    auto rows = database->run(QStringLiteral("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ? ORDER BY path"),
                              {table, kind});
    if (!rows)
        qFatal("%ls", qUtf16Printable(rows.error().detail));
    QList<qint64> pages;
    while (rows->next())
        pages.append(rows->integer(0));
    return pages;
}

/** Writes nonsense over those pages. */
inline void overwrite(const QString &path, const QList<qint64> &pages)
{
    constexpr qint64 pageBytes = 4096;
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        qFatal("%ls cannot be written", qUtf16Printable(path));
    for (const qint64 page : pages) {
        if (!file.seek((page - 1) * pageBytes) || file.write(QByteArray(pageBytes, '\xaa')) != pageBytes)
            qFatal("%ls cannot be written", qUtf16Printable(path));
    }
}

} // namespace earshot
