// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/writerrole.h"

#include "app/control/operation.h"

#include <QCoreApplication>

#include <chrono>
#include <thread>

namespace earshot {
namespace {

/** Who looks whether somebody holds the lock has it for a moment: then there is no holder to be seen, and trying again
 * helps. */
Result<WriterLock> acquirePatiently(const QString &lockPath)
{
    constexpr int attempts = 50;
    auto lock = WriterLock::acquire(lockPath);
    for (int i = 1;
         i < attempts && !lock && lock.error().code == ErrorCode::WriterHeld && !WriterLock::holder(lockPath); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        lock = WriterLock::acquire(lockPath);
    }
    return lock;
}

} // namespace

Result<std::unique_ptr<WriterRole>> WriterRole::take(const WriterSettings &settings)
{
    auto lock = acquirePatiently(settings.location.lockPath());
    if (!lock)
        return std::unexpected(lock.error());
    // Replaces what a process that is gone has left there.
    if (const auto published = lock->publish({{QStringLiteral("pid"), QCoreApplication::applicationPid()}}); !published)
        return std::unexpected(published.error());
    std::unique_ptr<WriterRole> role(new WriterRole(std::move(*lock), settings));
    if (const auto started = role->m_writer.start(); !started)
        return std::unexpected(started.error());
    return role;
}

WriterRole::WriterRole(WriterLock lock, const WriterSettings &settings)
    : m_lock(std::move(lock))
    , m_location(settings.location)
    , m_rules(m_clock)
    , m_writer(settings, m_registry, m_clock, [this](const Database &database, const QList<qint64> &conversations) {
        return m_rules.enqueue(database, conversations);
    })
{
}

QFuture<Result<QJsonObject>> WriterRole::start(const QJsonObject &request)
{
    if (request.value(QLatin1StringView("operation")) == QLatin1StringView("rebuild"))
        return startRebuild();
    return m_writer.run<QJsonObject>([this, request](const Database &database) {
        return perform(request, {database, m_location, m_rules, m_clock.now()});
    });
}

QFuture<Result<QJsonObject>> WriterRole::startRebuild()
{
    return m_writer.rebuild().then([](const Result<qint64> &lastDelivery) -> Result<QJsonObject> {
        if (!lastDelivery)
            return std::unexpected(lastDelivery.error());
        return QJsonObject{{QStringLiteral("last_delivery"), *lastDelivery}};
    });
}

} // namespace earshot
