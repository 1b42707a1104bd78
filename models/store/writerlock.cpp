// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/writerlock.h"

#include <QFile>
#include <QJsonDocument>

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace earshot {
namespace {

QString systemReason()
{
    return qt_error_string(errno);
}

QJsonObject readFacts(int descriptor)
{
    QByteArray text(4096, '\0');
    const ssize_t size = pread(descriptor, text.data(), std::size_t(text.size()), 0);
    text.truncate(std::max<ssize_t>(size, 0));
    return QJsonDocument::fromJson(text).object();
}

} // namespace

Result<WriterLock> WriterLock::acquire(const QString &lockPath)
{
    const int descriptor = ::open(QFile::encodeName(lockPath).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        const bool denied = errno == EACCES || errno == EROFS || errno == EPERM;
        return failure(denied ? ErrorCode::StoreReadOnly : ErrorCode::StoreUnreadable,
                       QStringLiteral("%1 cannot be made: %2").arg(lockPath, systemReason()));
    }
    WriterLock lock(descriptor);
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return lock;
    if (errno != EWOULDBLOCK)
        return failure(ErrorCode::StoreUnreadable,
                       QStringLiteral("%1 cannot be locked: %2").arg(lockPath, systemReason()));
    const qint64 pid = readFacts(descriptor).value(QLatin1StringView("pid")).toInteger();
    const QString who = pid > 0 ? QStringLiteral("process %1").arg(pid) : QStringLiteral("another process");
    return failure(ErrorCode::WriterHeld, QStringLiteral("%1 is held by %2").arg(lockPath, who));
}

std::optional<QJsonObject> WriterLock::holder(const QString &lockPath)
{
    const int descriptor = ::open(QFile::encodeName(lockPath).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return std::nullopt;
    const WriterLock closing(descriptor); // closes, and so gives back a lock taken by the test below
    if (flock(descriptor, LOCK_SH | LOCK_NB) == 0)
        return std::nullopt;
    const QJsonObject facts = readFacts(descriptor);
    return facts.isEmpty() ? std::nullopt : std::optional(facts);
}

Result<void> WriterLock::publish(const QJsonObject &facts)
{
    const QByteArray text = QJsonDocument(facts).toJson(QJsonDocument::Compact);
    const bool written = ftruncate(m_descriptor, 0) == 0
                         && pwrite(m_descriptor, text.constData(), std::size_t(text.size()), 0) == ssize_t(text.size());
    if (!written)
        return failure(ErrorCode::FileFailed,
                       QStringLiteral("the lock file cannot be written: %1").arg(systemReason()));
    return {};
}

WriterLock::~WriterLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

WriterLock::WriterLock(WriterLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

WriterLock &WriterLock::operator=(WriterLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

} // namespace earshot
