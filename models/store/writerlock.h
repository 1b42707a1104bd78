// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QJsonObject>

#include <optional>

namespace earshot {

/** The writer's role for one store: an advisory lock (flock) on a file beside it, which dies with its process. Its
 * holder alone receives, projects, forwards and migrates. The file's text says who holds it and how to reach that
 * process; without the lock it means nothing. */
class WriterLock
{
public:
    /** Errors: WriterHeld if another process has it, StoreReadOnly or StoreUnreadable if the file cannot be made. */
    static Result<WriterLock> acquire(const QString &lockPath);

    /** What the present holder published; nothing if nobody holds the lock or nothing was published. */
    static std::optional<QJsonObject> holder(const QString &lockPath);

    /** Replaces what others read: `pid`, `socket`, `listen`. No secrets. */
    Result<void> publish(const QJsonObject &facts);

    ~WriterLock();
    WriterLock(WriterLock &&other) noexcept;
    WriterLock &operator=(WriterLock &&other) noexcept;
    WriterLock(const WriterLock &) = delete;
    WriterLock &operator=(const WriterLock &) = delete;

private:
    explicit WriterLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    int m_descriptor = -1;
};

} // namespace earshot
