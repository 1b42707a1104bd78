// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <vector>

namespace earshot {

/** What can be done to a file. */
enum class DiskOperation : unsigned { Read = 1, Write = 2, Sync = 4, Truncate = 8, Delete = 16, Open = 32, Lock = 64 };

/** A file as a disk holds it: what a flush has made sure of, and what was written since. Under the disk's mutex. */
struct DiskFile {
    struct Change {
        qint64 at = 0; ///< of a write; of a truncation the new size
        QByteArray bytes; ///< empty: a truncation
        bool isLost = false; ///< a failed flush has dropped it, whatever later ones say
    };

    QByteArray durable;
    std::vector<Change> changes;
    qint64 size = 0; ///< as its readers see it
    int failedSyncs = 0;
};

/** Stands for a disk with its cache: knows what a power cut would leave of each file, cuts the power and gives errors
 * when it is told to. It keeps no content for readers: those see the real files. Any thread.
 *
 *  After the cut everything fails, so that a process that does not know yet that it is dead writes nothing more. What
 * survives is: all that was flushed; of the rest a random part, in pieces of a sector, new names and removed names
 * each at random. */
class FaultDisk
{
public:
    explicit FaultDisk(quint32 seed);

    // ------------------------------------------------------------ for the test

    /** The power goes before the operation after the next @p operations. */
    void cutAfter(qint64 operations);
    void cut();
    bool isCut() const;

    /** What is in the folder when the power comes back: base names and contents. After the cut. */
    QHash<QString, QByteArray> survivors() const;

    /** @p operations (DiskOperation, or'ed) fail with @p code of SQLite with that probability. A failed write may have
     * written a part, a failed flush loses part of what was to be flushed for good. */
    void failWith(unsigned operations, int code, double probability);
    void failNothing();

    /** Files may grow to that many bytes in all; more is SQLITE_FULL. */
    void setCapacity(std::optional<qint64> bytes);

    /** How often an error was given that was asked for. */
    qint64 failures() const;

    // ------------------------------------------------------------ for the VFS; the answers are SQLite's codes

    /** Is there a file of that name that was opened before? */
    bool knows(const QString &name) const;
    /** The file of that name, which is on the real disk already with @p content, or is new. Null after the cut. */
    std::shared_ptr<DiskFile> open(const QString &name, const std::optional<QByteArray> &content);
    /** Anything that leaves the disk as it is. */
    int admit(DiskOperation operation);
    /** @p writable is how many of the bytes go to the real file, also when it fails. */
    int write(DiskFile &file, qint64 at, QByteArray bytes, qsizetype &writable);
    int truncate(DiskFile &file, qint64 size);
    /** @p seenFailures is the handle's: each handle is told once of a flush that failed, as on Linux. */
    int sync(DiskFile &file, bool folderToo, int &seenFailures);
    int remove(const QString &name, bool folderToo);

private:
    using Entries = QHash<QString, std::shared_ptr<DiskFile>>;

    struct Fault {
        unsigned operations = 0;
        int code = 0;
        double probability = 0;
    };

    int enter(DiskOperation operation);
    void cutNow();
    QByteArray survivorOf(const DiskFile &file);
    bool chance(double probability);

    mutable std::mutex m_mutex;
    std::mt19937 m_random;
    Entries m_entries;
    Entries m_durableEntries;
    QHash<QString, QByteArray> m_survivors;
    Fault m_fault;
    std::optional<qint64> m_capacity;
    std::optional<qint64> m_untilCut;
    qint64 m_failures = 0;
    bool m_isCut = false;
};

} // namespace earshot
