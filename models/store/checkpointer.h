// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace earshot {

class Database;

/** Moves the write-ahead log into the store in a thread of its own: on the writer's it would hold up a commit. */
class Checkpointer : public QObject
{
    Q_OBJECT

public:
    explicit Checkpointer(QString storePath);
    ~Checkpointer() override;

    /** The store must be open for writing elsewhere. */
    Result<void> start();

private:
    Result<void> open();
    void close();
    void checkpoint();
    bool checkpoint(const QString &mode);

    const QString m_storePath;
    QThread m_thread;
    QObject m_context; ///< lives in m_thread; what runs there runs in its name
    std::unique_ptr<Database> m_database;
};

} // namespace earshot
