// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/writerrole.h"

#include "app/control/keptcredentials.h"
#include "app/control/operation.h"
#include "app/control/purgerequest.h"
#include "models/base/logging.h"

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
    , m_enrichment(settings.location, m_clock)
    , m_writer(settings, m_registry, m_clock,
               [this](const Database &database, const QList<qint64> &conversations) {
                   const auto enqueued = m_rules.enqueue(database, conversations);
                   return enqueued ? m_enrichment.enqueue(database, conversations) : enqueued;
               })
    , m_backfiller(m_writer, m_location, m_clock)
{
}

QFuture<Result<QJsonObject>> WriterRole::start(const QJsonObject &request)
{
    if (request.value(QLatin1StringView("operation")) == QLatin1StringView("rebuild"))
        return startRebuild();
    if (request.value(QLatin1StringView("operation")) == QLatin1StringView("coverage backfill"))
        return m_backfiller.start(request);
    if (request.value(QLatin1StringView("operation")) == QLatin1StringView("purge"))
        return startPurge(request);
    const QFuture<Result<QJsonObject>> answer = m_keyStore ? startWithKeyStore(request) : startOperation(request);
    if (request.contains(QLatin1StringView("retention")))
        m_writer.purge({}); // what it says is kept at once, in its own time
    return answer;
}

QFuture<Result<QJsonObject>> WriterRole::startOperation(const QJsonObject &request)
{
    const auto secrets = std::make_shared<SecretsChange>(m_location.secretsPath());
    return m_writer.run<QJsonObject>(
        [this, request, secrets](const Database &database) {
            return perform(request, {database, m_location, m_rules, *secrets, m_clock.now()});
        },
        [secrets](const Result<QJsonObject> &answer) {
            if (answer)
                return;
            if (const auto undone = secrets->undo(); !undone)
                qCCritical(lcApp) << "the secrets could not be put back as they were:" << undone.error().detail;
        });
}

WriterRole::~WriterRole()
{
    m_keeping.waitForFinished();
}

QFuture<Result<QJsonObject>> WriterRole::startKeepingCredentials(const QJsonObject &request)
{
    m_keeping.waitForFinished(); // one at a time, and none left when this goes
    return withCredentialsKept(*m_keyStore, request)
        .then([this, store = m_keyStore](const QJsonObject &referring) {
            return startOperation(referring).then([store, referring](const Result<QJsonObject> &answer) {
                removeFrom(*store,
                           answer ? answer->value(QLatin1StringView("key_store")).toArray() : keyStoreNames(referring));
                return answer;
            });
        })
        .unwrap();
}

QFuture<Result<QJsonObject>> WriterRole::startWithKeyStore(const QJsonObject &request)
{
    const QString operation = request.value(QLatin1StringView("operation")).toString();
    const bool isChange = operation == QLatin1StringView("destination set");
    if ((isChange || operation == QLatin1StringView("destination add")) && m_keepsNew) {
        m_keeping = startKeepingCredentials(request);
        return m_keeping;
    }
    if (isChange || operation == QLatin1StringView("destination remove"))
        return startOperation(request).then([store = m_keyStore](const Result<QJsonObject> &answer) {
            if (answer)
                removeFrom(*store, answer->value(QLatin1StringView("key_store")).toArray());
            return answer;
        });
    return startOperation(request);
}

QFuture<Result<QJsonObject>> WriterRole::startPurge(const QJsonObject &request)
{
    return m_writer.run<PurgeWish>([request](const Database &database) { return purgeWish(database, request); })
        .then([this](const Result<PurgeWish> &wish) -> QFuture<Result<PurgeReport>> {
            return wish ? m_writer.purge(*wish)
                        : QtFuture::makeReadyFuture(Result<PurgeReport>(std::unexpected(wish.error())));
        })
        .unwrap()
        .then([](const Result<PurgeReport> &report) -> Result<QJsonObject> {
            return report ? Result<QJsonObject>(toJson(*report)) : std::unexpected(report.error());
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
