// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/damagedstore.h"

#include "models/base/logging.h"
#include "models/store/filesync.h"
#include "models/store/migrations.h"
#include "models/store/suspicion.h"
#include "models/store/tablesalvage.h"

#include <QDateTime>
#include <QFile>
#include <QtEndian>

#include <array>
#include <cerrno>
#include <cstring>

#include <unistd.h>

namespace earshot::damagedstore {
namespace {

// https://www.sqlite.org/fileformat2.html#the_database_header
constexpr QByteArrayView c_magic("SQLite format 3", 16);
constexpr qsizetype c_headerBytes = 100;
constexpr qsizetype c_userVersionAt = 60;
constexpr qsizetype c_applicationIdAt = 68;

constexpr std::array c_suffixes = {QLatin1StringView(""), QLatin1StringView("-wal")};

bool beginsAsOurs(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray header = file.read(c_headerBytes);
    if (header.size() < c_headerBytes || !header.startsWith(c_magic))
        return false;
    return qFromBigEndian<qint32>(header.constData() + c_applicationIdAt) == storeApplicationId()
           && qFromBigEndian<qint32>(header.constData() + c_userVersionAt) <= currentSchema();
}

QString freeName(const QString &path, Timestamp now)
{
    const QString stamp = QDateTime::fromMSecsSinceEpoch(toMicroseconds(now) / 1000, Qt::UTC)
                              .toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    const QString wanted = QStringLiteral("%1.corrupt-%2").arg(path, stamp);
    QString name = wanted;
    for (int i = 2; QFile::exists(name) || QFile::exists(name + QLatin1StringView("-wal")); ++i)
        name = QStringLiteral("%1-%2").arg(wanted).arg(i);
    return name;
}

Result<void> failed(const QString &from, const QString &to)
{
    return failure(
        ErrorCode::FileFailed,
        QStringLiteral("%1 cannot be renamed to %2: %3").arg(from, to, QString::fromLocal8Bit(std::strerror(errno))));
}

/** Both files under both names first: the log without its file, or the other way round, would be worth nothing. */
Result<void> linkBoth(const QString &path, const QString &aside)
{
    for (const QLatin1StringView suffix : c_suffixes) {
        const QString from = path + suffix;
        const QString to = aside + suffix;
        if (QFile::exists(from) && ::link(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
            return failed(from, to);
    }
    if (const auto synced = syncFolderOf(path); !synced)
        return synced;
    for (const QLatin1StringView suffix : c_suffixes) {
        if (QFile::exists(path + suffix) && !QFile::remove(path + suffix))
            return failed(path + suffix, aside + suffix);
    }
    return {};
}

Result<void> renameBoth(const QString &path, const QString &aside)
{
    for (const QLatin1StringView suffix : c_suffixes) {
        if (QFile::exists(path + suffix) && !QFile::rename(path + suffix, aside + suffix))
            return failed(path + suffix, aside + suffix);
    }
    return {};
}

void say(const SalvagedTable &table)
{
    if (table.lost > 0 || table.isCutShort)
        qCCritical(lcStore).noquote() << "Of" << table.name << table.rows << "rows were carried over; up to"
                                      << table.lost << "are lost.";
    else
        qCInfo(lcStore).noquote() << "Of" << table.name << "all" << table.rows << "rows were carried over.";
}

} // namespace

Result<QString> putAside(const QString &path, Timestamp now)
{
    if (!beginsAsOurs(path))
        return failure(ErrorCode::StoreDamaged,
                       QStringLiteral("%1 is damaged, and so much so that it may be another program's or a newer "
                                      "Earshot's. Nothing was changed. Move it away to begin anew")
                           .arg(path));
    const QString aside = freeName(path, now);
    auto moved = linkBoth(path, aside);
    if (!moved) // no hard links here, as on FAT
        moved = renameBoth(path, aside);
    if (!moved)
        return std::unexpected(moved.error());
    QFile::remove(path + QLatin1StringView("-shm")); // made anew from the log
    suspicion::forget(path); // what comes in its place is another
    if (const auto synced = syncFolderOf(path); !synced)
        return std::unexpected(synced.error());
    return aside;
}

Result<void> carrySettings(const QString &damagedPath, const QString &path)
{
    const auto made = openToWrite(path);
    if (!made)
        return std::unexpected(made.error());
    const auto damaged = Database::open(damagedPath, Database::Mode::Read);
    if (!damaged) {
        qCCritical(lcStore).noquote() << "Its sources cannot be read and have to be added again:"
                                      << damaged.error().detail;
        return {};
    }
    return made->transaction([&]() -> Result<void> {
        for (const QLatin1StringView table :
             {QLatin1StringView("source"), QLatin1StringView("destination"), QLatin1StringView("setting")}) {
            const auto salvaged = salvageTable(*damaged, *made, QString(table));
            if (!salvaged)
                return std::unexpected(salvaged.error());
            say(*salvaged);
        }
        return salvageSequences(*damaged, *made);
    });
}

} // namespace earshot::damagedstore
