// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/checkpointer.h"

#include "models/base/logging.h"
#include "models/store/database.h"

#include <QFileInfo>
#include <QTimer>

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr auto c_interval = 1s;
constexpr qint64 c_worthIt = 4 << 20; // bytes of log
constexpr qint64 c_worthCutting = 32 << 20;
constexpr qint64 c_tooLarge = 1LL << 30; // then writers wait for a moment while the log is emptied

} // namespace

Checkpointer::Checkpointer(QString storePath)
    : m_storePath(std::move(storePath))
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
    auto *timer = new QTimer(&m_context);
    timer->callOnTimeout(&m_context, [this] { checkpoint(); });
    timer->start(c_interval);
    return {};
}

void Checkpointer::close()
{
    m_database.reset();
    qDeleteAll(m_context.children());
}

void Checkpointer::checkpoint()
{
    const qint64 bytes = QFileInfo(m_storePath + QLatin1StringView("-wal")).size();
    if (bytes < c_worthIt)
        return;
    const bool isMoved = checkpoint(bytes > c_tooLarge ? QStringLiteral("TRUNCATE") : QStringLiteral("PASSIVE"));
    // After a rush the log keeps its size, though all of it is in the file: cutting it then holds up nobody.
    if (isMoved && bytes > c_worthCutting)
        checkpoint(QStringLiteral("TRUNCATE"));
}

/** True if all of the log is in the store's file now. */
bool Checkpointer::checkpoint(const QString &mode)
{
    auto done = m_database->run(QStringLiteral("PRAGMA wal_checkpoint(%1)").arg(mode));
    if (!done) {
        qCWarning(lcStore) << "checkpoint:" << done.error().detail;
        return false;
    }
    constexpr int c_logFrames = 1; // columns of the answer
    constexpr int c_movedFrames = 2;
    const bool isMoved = done->next() && done->integer(c_logFrames) == done->integer(c_movedFrames);
    done->finish();
    return isMoved;
}

} // namespace earshot
