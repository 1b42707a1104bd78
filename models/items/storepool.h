// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storereader.h"
#include "models/store/fileidentity.h"

#include <QMutex>
#include <QThreadPool>
#include <QThreadStorage>

#include <list>

namespace earshot {

/** The threads that read: one for what is quick, two for what may take long, each with a connection of its own that is
 * opened when it is first needed, and again after a failure or where another file has come in the store's place. */
class StoreReader::Pool
{
public:
    /** What work gives is done in the thread of @p reader, which owns this. */
    explicit Pool(StoreReader &reader);

    /** Stops what runs; what waits is called with Cancelled. */
    ~Pool();

    void post(Work work, StopFlag stop, ReadCost cost);

private:
    /** Of one thread. */
    struct Connection {
        std::optional<Database> database;
        FileIdentity file; ///< that it is of
    };

    std::function<void()> run(const Work &work, const StopFlag &stop);
    Result<const Database *> connection();

    StoreReader &m_reader;
    const StoreLocation m_location;
    std::atomic_bool m_closing = false;
    QMutex m_lock; ///< of the flags of what runs
    std::list<StopFlag> m_running;
    QThreadStorage<Connection> m_connections; ///< outlives the threads
    QThreadPool m_quick;
    QThreadPool m_long;
};

} // namespace earshot
