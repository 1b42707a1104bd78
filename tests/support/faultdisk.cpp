// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/faultdisk.h"

#include <algorithm>

#include <sqlite3.h>

namespace earshot {
namespace {

void put(QByteArray &content, qint64 at, const QByteArray &bytes)
{
    if (content.size() < at + bytes.size())
        content.resize(at + bytes.size(), '\0');
    std::copy(bytes.begin(), bytes.end(), content.begin() + at);
}

void apply(QByteArray &content, const DiskFile::Change &change)
{
    if (change.bytes.isEmpty())
        content.resize(change.at, '\0');
    else
        put(content, change.at, change.bytes);
}

int errorOf(DiskOperation operation)
{
    switch (operation) {
    case DiskOperation::Read:
        return SQLITE_IOERR_READ;
    case DiskOperation::Write:
        return SQLITE_IOERR_WRITE;
    case DiskOperation::Sync:
        return SQLITE_IOERR_FSYNC;
    case DiskOperation::Truncate:
        return SQLITE_IOERR_TRUNCATE;
    case DiskOperation::Delete:
        return SQLITE_IOERR_DELETE;
    case DiskOperation::Open:
        return SQLITE_CANTOPEN;
    case DiskOperation::Lock:
        return SQLITE_IOERR_LOCK;
    }
    return SQLITE_IOERR;
}

} // namespace

FaultDisk::FaultDisk(quint32 seed)
    : m_random(seed)
{
}

void FaultDisk::cutAfter(qint64 operations)
{
    const std::scoped_lock lock(m_mutex);
    m_untilCut = operations;
}

void FaultDisk::cut()
{
    const std::scoped_lock lock(m_mutex);
    cutNow();
}

bool FaultDisk::isCut() const
{
    const std::scoped_lock lock(m_mutex);
    return m_isCut;
}

QHash<QString, QByteArray> FaultDisk::survivors() const
{
    const std::scoped_lock lock(m_mutex);
    return m_survivors;
}

void FaultDisk::failWith(unsigned operations, int code, double probability)
{
    const std::scoped_lock lock(m_mutex);
    m_fault = {operations, code, probability};
}

void FaultDisk::failNothing()
{
    failWith(0, SQLITE_OK, 0);
}

void FaultDisk::setCapacity(std::optional<qint64> bytes)
{
    const std::scoped_lock lock(m_mutex);
    m_capacity = bytes;
}

qint64 FaultDisk::failures() const
{
    const std::scoped_lock lock(m_mutex);
    return m_failures;
}

bool FaultDisk::knows(const QString &name) const
{
    const std::scoped_lock lock(m_mutex);
    return m_entries.contains(name);
}

std::shared_ptr<DiskFile> FaultDisk::open(const QString &name, const std::optional<QByteArray> &content)
{
    const std::scoped_lock lock(m_mutex);
    if (enter(DiskOperation::Open) != SQLITE_OK)
        return nullptr;
    if (const auto known = m_entries.value(name); known && content)
        return known;
    auto file = std::make_shared<DiskFile>();
    if (content) { // made past SQLite, before this disk was watched
        file->durable = *content;
        file->size = content->size();
        if (!content->isEmpty())
            m_durableEntries.insert(name, file);
    }
    m_entries.insert(name, file);
    return file;
}

int FaultDisk::admit(DiskOperation operation)
{
    const std::scoped_lock lock(m_mutex);
    return enter(operation);
}

int FaultDisk::write(DiskFile &file, qint64 at, QByteArray bytes, qsizetype &writable)
{
    const std::scoped_lock lock(m_mutex);
    writable = 0;
    int code = enter(DiskOperation::Write);
    if (m_isCut)
        return code;
    const qint64 growth = at + bytes.size() - file.size;
    if (code == SQLITE_OK && m_capacity && growth > 0) {
        qint64 used = 0;
        for (const auto &each : std::as_const(m_entries))
            used += each->size;
        if (used + growth > *m_capacity) {
            code = SQLITE_FULL;
            ++m_failures;
        }
    }
    if (code != SQLITE_OK) // some of it may have gone through, as much as there was room for
        bytes.truncate(growth > 0 && code == SQLITE_FULL ? 0 : qsizetype(m_random() % std::size_t(bytes.size() + 1)));
    writable = bytes.size();
    if (writable > 0) {
        file.size = std::max(file.size, at + writable);
        file.changes.push_back({at, std::move(bytes), false});
    }
    return code;
}

int FaultDisk::truncate(DiskFile &file, qint64 size)
{
    const std::scoped_lock lock(m_mutex);
    const int code = enter(DiskOperation::Truncate);
    if (code != SQLITE_OK)
        return code;
    file.size = size;
    file.changes.push_back({size, {}, false});
    return SQLITE_OK;
}

int FaultDisk::sync(DiskFile &file, bool folderToo, int &seenFailures)
{
    const std::scoped_lock lock(m_mutex);
    const int code = enter(DiskOperation::Sync);
    if (m_isCut)
        return code;
    if (code != SQLITE_OK) {
        for (DiskFile::Change &change : file.changes)
            change.isLost = change.isLost || chance(0.5);
        seenFailures = ++file.failedSyncs;
        return code;
    }
    for (const DiskFile::Change &change : file.changes) {
        if (!change.isLost)
            apply(file.durable, change);
    }
    file.changes.clear();
    if (folderToo)
        m_durableEntries = m_entries;
    const bool isTold = std::exchange(seenFailures, file.failedSyncs) == file.failedSyncs;
    return isTold ? SQLITE_OK : SQLITE_IOERR_FSYNC;
}

int FaultDisk::remove(const QString &name, bool folderToo)
{
    const std::scoped_lock lock(m_mutex);
    const int code = enter(DiskOperation::Delete);
    if (code != SQLITE_OK)
        return code;
    m_entries.remove(name);
    if (folderToo)
        m_durableEntries = m_entries;
    return SQLITE_OK;
}

int FaultDisk::enter(DiskOperation operation)
{
    if (!m_isCut && m_untilCut && (*m_untilCut)-- <= 0)
        cutNow();
    if (m_isCut)
        return errorOf(operation);
    if ((m_fault.operations & unsigned(operation)) != 0 && chance(m_fault.probability)) {
        ++m_failures;
        return m_fault.code == SQLITE_IOERR ? errorOf(operation) : m_fault.code;
    }
    return SQLITE_OK;
}

void FaultDisk::cutNow()
{
    if (m_isCut)
        return;
    m_isCut = true;
    QStringList names = m_entries.keys() + m_durableEntries.keys();
    names.removeDuplicates();
    names.sort(); // so that the seed decides
    for (const QString &name : std::as_const(names)) {
        const auto file = chance(0.5) ? m_entries.value(name) : m_durableEntries.value(name);
        if (file)
            m_survivors.insert(name, survivorOf(*file));
    }
}

QByteArray FaultDisk::survivorOf(const DiskFile &file)
{
    static constexpr std::array c_shares = {0.0, 0.1, 0.5, 0.9, 1.0};
    const double share = c_shares[m_random() % c_shares.size()];
    const qint64 sector = chance(0.5) ? 512 : 4096;
    const bool isInOrder = chance(0.3); // the first so many, as a disk without a cache of its own
    QByteArray content = file.durable;
    bool isOver = false;
    for (const DiskFile::Change &change : file.changes) {
        if (change.bytes.isEmpty()) {
            if (!isOver && chance(share))
                apply(content, change);
            continue;
        }
        for (qint64 from = 0; from < change.bytes.size();) {
            const qint64 at = change.at + from;
            const qint64 length = std::min(change.bytes.size() - from, sector - at % sector);
            const bool isKept = !isOver && !change.isLost && chance(share);
            if (isKept)
                put(content, at, change.bytes.mid(from, length));
            isOver = isOver || (isInOrder && !isKept);
            from += length;
        }
    }
    return content;
}

bool FaultDisk::chance(double probability)
{
    return std::uniform_real_distribution<double>(0, 1)(m_random) < probability;
}

} // namespace earshot
