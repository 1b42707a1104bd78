// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/checkpointer.h"

#include "models/base/logging.h"
#include "models/store/database.h"
#include "models/store/logtrust.h"

#include <QFileInfo>
#include <QTimer>

namespace earshot {
namespace {

constexpr int c_busyTimeoutMs = 100; // cutting the log waits for readers that long, and commits wait with it

} // namespace

Checkpointer::Checkpointer(QString storePath, const CheckpointSettings &settings, LogTrust &trust)
    : m_storePath(std::move(storePath))
    , m_settings(settings)
    , m_trust(trust)
{
    m_thread.setObjectName(QStringLiteral("checkpointer"));
    m_context.moveToThread(&m_thread);
}

Checkpointer::~Checkpointer()
{
    if (!m_thread.isRunning())
        return;
    QMetaObject::invokeMethod(&m_context, [this] { close(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

Result<void> Checkpointer::start()
{
    m_thread.start();
    Result<void> opened;
    QMetaObject::invokeMethod(&m_context, [this, &opened] { opened = open(); }, Qt::BlockingQueuedConnection);
    return opened;
}

Result<void> Checkpointer::open()
{
    auto database = Database::open(m_storePath, Database::Mode::Write);
    if (!database)
        return std::unexpected(database.error());
    m_database = std::make_unique<Database>(std::move(*database));
    if (const auto set = m_database->run(QStringLiteral("PRAGMA busy_timeout = %1").arg(c_busyTimeoutMs)); !set)
        return std::unexpected(set.error());
    const auto pageBytes = m_database->value(QStringLiteral("PRAGMA page_size"));
    if (!pageBytes)
        return std::unexpected(pageBytes.error());
    m_pageBytes = pageBytes->toLongLong();
    auto *timer = new QTimer(&m_context);
    timer->callOnTimeout(&m_context, [this] { checkpoint(); });
    timer->start(m_settings.interval);
    return {};
}

void Checkpointer::close()
{
    m_database.reset();
    qDeleteAll(m_context.children());
}

void Checkpointer::moveSoon()
{
    QMetaObject::invokeMethod(
        &m_context,
        [this] {
            if (m_database && !m_trust.isLost())
                checkpoint(QStringLiteral("PASSIVE"));
        },
        Qt::QueuedConnection);
}

void Checkpointer::checkpoint()
{
    const QFileInfo log(m_storePath + QLatin1StringView("-wal"));
    const qint64 bytes = log.size();
    const bool isQuiet = std::exchange(m_lastWritten, log.lastModified()) == log.lastModified();
    if (bytes < m_settings.worthBytes || m_trust.isLost())
        return;
    const bool isMoved = checkpoint(QStringLiteral("PASSIVE"));
    // After a rush the log keeps its size, though all of it is in the file. Cutting it takes a disk up to half a
    // second, in which nobody can commit, so it waits until nobody does. Until then the next commit begins the log
    // anew.
    if (isMoved && isQuiet && bytes > m_settings.cutBytes)
        checkpoint(QStringLiteral("TRUNCATE"));
    else if (m_logFrames * m_pageBytes > m_settings.cutBytes)
        checkpoint(QStringLiteral("RESTART"));
}

/** True if all of the log is in the store's file now. */
bool Checkpointer::checkpoint(const QString &mode)
{
    auto done = m_database->run(QStringLiteral("PRAGMA wal_checkpoint(%1)").arg(mode));
    if (!done) {
        if (done.error().code == ErrorCode::StoreDiskFailed)
            m_trust.lose();
        if (!std::exchange(m_isFailing, true))
            qCWarning(lcStore) << "the log stays for now:" << done.error().detail;
        return false;
    }
    m_isFailing = false;
    constexpr int c_logFrames = 1; // columns of the answer
    constexpr int c_movedFrames = 2;
    const bool isTold = done->next();
    m_logFrames = isTold ? done->integer(c_logFrames) : 0;
    const bool isMoved = isTold && m_logFrames == done->integer(c_movedFrames);
    done->finish();
    return isMoved;
}

} // namespace earshot
