// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>
#include <optional>

namespace earshot {

/** Makes sure, once a store is said to be damaged while it is in use, whether its file is: reads all of it in a thread
 * of its own. Only then is it worth ending for, since the next opening finds the same and puts the store aside. Leaves
 * the note that has it look (suspicion::note()). Of its thread's event loop. */
class DamageWatch final : public QObject
{
    Q_OBJECT

public:
    explicit DamageWatch(QString storePath, QObject *parent = nullptr);

    /** stop(). */
    ~DamageWatch() override;

    /** Why deliveries cannot be stored at present, if they cannot: begins to read if that is StoreDamaged and nothing
     * is being read. */
    void look(const std::optional<Error> &trouble);

    /** Ends the reading. The note stays if that had not come to an end. */
    void stop();

Q_SIGNALS:
    /** The file contradicts itself. */
    void confirmed(const earshot::Error &damage);

    /** The file is sound, or cannot be read at all: whatever it was, opening it anew would not help. */
    void denied();

private:
    void take(const Result<void> &found);

    const QString m_storePath;
    std::atomic_bool m_stop = false;
    std::unique_ptr<QThread> m_thread; ///< while it reads
};

} // namespace earshot
