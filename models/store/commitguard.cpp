// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/commitguard.h"

#include "models/base/logging.h"

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr auto c_roomCounts = 100ms; // a look costs microseconds here, and a round trip on a network's disk
constexpr auto c_quietTime = 60s;
constexpr qint64 c_shareOfDisk = 20;

} // namespace

CommitGuard::CommitGuard(LogTrust &trust, qint64 leastFreeBytes, AskDiskRoom diskRoom)
    : m_trust(trust)
    , m_leastFreeBytes(leastFreeBytes)
    , m_diskRoom(std::move(diskRoom))
{
}

Result<void> CommitGuard::prepare(const Database &database)
{
    if (const auto room = checkRoom(database); !room)
        return room;
    if (database.takeDiskError())
        m_trust.lose();
    if (m_trust.isLost()) {
        if (const auto regained = m_trust.regain(database); !regained)
            return regained;
        qCWarning(lcStore) << "the disk works again; the log was written anew:" << database.path();
    }
    return m_sync.set(database, SyncLevel::Level::Full);
}

Result<void> CommitGuard::checkRoom(const Database &database)
{
    if (!m_roomKnown.hasExpired())
        return {};
    const auto room = m_diskRoom(database.path());
    if (room && room->freeBytes < std::min(m_leastFreeBytes, room->totalBytes / c_shareOfDisk))
        return failure(
            ErrorCode::StoreFull,
            QStringLiteral("%1 has only %2 MB left on its disk").arg(database.path()).arg(room->freeBytes / 1'000'000));
    m_roomKnown.setRemainingTime(c_roomCounts);
    return {};
}

bool CommitGuard::note(const Result<void> &outcome)
{
    const std::scoped_lock lock(m_mutex);
    const bool isNew = outcome ? m_trouble.has_value() : !m_trouble || m_trouble->code != outcome.error().code;
    if (outcome) {
        if (isNew)
            qCWarning(lcStore) << "deliveries are stored again";
        m_trouble.reset();
        return isNew;
    }
    if (isNew || m_quiet.hasExpired()) {
        qCCritical(lcStore) << "deliveries are not stored, senders are told to come back:" << outcome.error().detail;
        m_quiet.setRemainingTime(c_quietTime);
    }
    m_trouble = outcome.error();
    return isNew;
}

std::optional<Error> CommitGuard::trouble() const
{
    const std::scoped_lock lock(m_mutex);
    return m_trouble;
}

} // namespace earshot
