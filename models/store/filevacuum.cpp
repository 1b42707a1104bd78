// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/filevacuum.h"

#include <QElapsedTimer>

#include <algorithm>

namespace earshot {
namespace {

constexpr qint64 c_worthIt = 64; // free pages: what comes next fills fewer than these
constexpr qint64 c_fewest = 4;
constexpr qint64 c_most = 512;

} // namespace

Result<bool> FileVacuum::hasWork() const
{
    const auto free = m_database.value(QStringLiteral("PRAGMA freelist_count"));
    return free ? Result<bool>(free->toLongLong() >= c_worthIt) : std::unexpected(free.error());
}

/** Asked for by the page: through Qt the pragma does no more than one at a time, and so it can be left at any. */
Result<qint64> FileVacuum::giveBack(qint64 pages, QDeadlineTimer deadline)
{
    auto onePage = m_database.prepare(QStringLiteral("PRAGMA incremental_vacuum(1)"));
    if (!onePage)
        return std::unexpected(onePage.error());
    qint64 given = 0;
    while (given < pages && !deadline.hasExpired()) {
        if (const auto done = onePage->run(); !done)
            return std::unexpected(done.error());
        onePage->finish();
        ++given;
    }
    return given;
}

Result<bool> FileVacuum::slice(std::chrono::milliseconds budget)
{
    QElapsedTimer timer;
    timer.start();
    qint64 given = 0;
    const auto done = m_database.transaction([&]() -> Result<void> {
        const auto pages = giveBack(m_pages, QDeadlineTimer(budget / 2)); // the other half is for the commit
        given = pages.value_or(0);
        return pages ? Result<void>() : std::unexpected(pages.error());
    });
    if (!done)
        return std::unexpected(done.error());
    const qint64 took = std::max<qint64>(timer.nsecsElapsed(), 1);
    const qint64 allowed = std::chrono::nanoseconds(budget).count();
    // Slower at once, faster by degrees: what took long once may again.
    m_pages = std::clamp(std::min(std::max<qint64>(given, 1) * allowed / took, 2 * m_pages), c_fewest, c_most);
    return hasWork();
}

} // namespace earshot
