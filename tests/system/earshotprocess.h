// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/location.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace earshot {

/** What one command came to. */
struct CommandResult {
    int exitCode = -1; ///< -1 where it did not end by itself
    QByteArray output;
    QByteArray errors; ///< standard error

    /** For a test's log. */
    QByteArray words() const;
    QJsonObject json() const;
};

/** The program that EARSHOT_BINARY names, with a data folder of its own, as people run it: one `serve` and any number
 * of commands. */
class EarshotProcess
{
public:
    EarshotProcess();
    /** With a data folder that is there already and stays. */
    explicit EarshotProcess(const QString &folder);
    /** Kills a `serve` that still runs. */
    ~EarshotProcess();

    QString folder() const { return m_given.isEmpty() ? m_folder.path() : m_given; }

    StoreLocation location() const { return StoreLocation::inFolder(folder()); }

    /** Runs a command on the folder and waits for its end. */
    CommandResult run(const QStringList &arguments, const QByteArray &input = {}) const;
    /** The same without `--data`. */
    static CommandResult runPlain(const QStringList &arguments, const QByteArray &input = {});

    /** Starts `serve` on a free port and waits for its ready line; false if that does not come. */
    bool serve(const QStringList &options = {}, const QString &address = QStringLiteral("127.0.0.1:0"));

    quint16 port() const { return m_port; }

    QJsonObject readyFacts() const { return m_ready; }

    /** Has the next `serve` run without a terminal, as a service does. */
    void leaveTerminal() { m_hasLeftTerminal = true; }

    /** Sends `serve` a signal; false if it does not run. */
    bool signal(int signal) const;
    /** Waits until `serve` ends by itself and returns the exit code; -1 where it does not. */
    int waitForEnd();

    qint64 processId() const { return m_serve->processId(); }

    /** Sends a signal, waits for the end and returns the exit code; -1 where it died of the signal. */
    int stop(int signal);
    /** Everything that `serve` wrote since it was started, but for the ready line. */
    QByteArray served();

    /** Does what `source add` does, without the cost of a process; the source's token. */
    QByteArray addSource(const QString &name, const QString &platform, const QJsonObject &settings = {}) const;

    /** What `export --what` prints, as objects; none, and a warning, where the command fails. */
    QList<QJsonObject> exported(const QString &what, const QStringList &options = {}) const;

    /** Waits until every delivery has been projected. */
    bool waitUntilProjected() const;

private:
    QTemporaryDir m_folder;
    QString m_given; ///< folder instead of that; empty for none
    std::unique_ptr<QProcess> m_serve;
    QJsonObject m_ready;
    bool m_hasLeftTerminal = false;
    quint16 m_port = 0;
};

} // namespace earshot
