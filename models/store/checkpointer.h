// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QDateTime>
#include <QObject>
#include <QThread>

#include <chrono>
#include <memory>

namespace earshot {

class Database;
class LogTrust;

/** When the log is moved. */
struct CheckpointSettings {
    std::chrono::milliseconds interval{1000}; ///< between looks at the log
    qint64 worthBytes = 4 << 20; ///< of log; below, it is left for later
    qint64 cutBytes = 32 << 20; ///< a log that was all moved and is larger is cut
};

/** Moves the write-ahead log into the store in a thread of its own: on the writer's it would hold up a commit. */
class Checkpointer : public QObject
{
    Q_OBJECT

public:
    /** @p trust must outlive it. */
    Checkpointer(QString storePath, const CheckpointSettings &settings, LogTrust &trust);
    ~Checkpointer() override;

    /** The store must be open for writing elsewhere. */
    Result<void> start();

    /** Moves the log soon, however short it is: only then a file that has become smaller is cut. Any thread. */
    void moveSoon();

private:
    Result<void> open();
    void close();
    void checkpoint();
    bool checkpoint(const QString &mode);

    const QString m_storePath;
    const CheckpointSettings m_settings;
    LogTrust &m_trust;
    qint64 m_pageBytes = 0; ///< of the store, and so of a frame of the log
    qint64 m_logFrames = 0; ///< in use after the latest checkpoint
    QDateTime m_lastWritten; ///< of the log, as of the last look
    bool m_isFailing = false; ///< said in the log once, until it works again
    QThread m_thread;
    QObject m_context; ///< lives in m_thread; what runs there runs in its name
    std::unique_ptr<Database> m_database;
};

} // namespace earshot
