// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <expected>
#include <memory>

namespace earshot {

/** What a jq program did wrong. */
struct JqError {
    enum class Kind {
        Syntax, ///< it cannot be compiled
        Failed, ///< it ended with an error of its own on this input
        NoResult, ///< it gave no value, or more than one
        TooSlow, ///< it did not end within the deadline
        TooLarge, ///< it needed more memory, or gave more, than is allowed
        Died, ///< the helper ended: the program used what is not allowed, such as import
        Unavailable, ///< the helper cannot be started
    };

    Kind kind = Kind::Failed;
    QString message; ///< a sentence for a person; may quote the program, never the input beyond what jq says
    int line = 0; ///< in the program, from 1; 0 if unknown
    int column = 0; ///< from 1; 0 if unknown
};

struct JqLimits {
    std::chrono::milliseconds deadline{2000}; ///< of processor time for one run, so that a busy machine does not
                                              ///< matter; killed anyhow after five times as long
    qint64 memoryBytes = 512LL << 20; ///< RLIMIT_AS of the helper
    std::chrono::seconds cpu{3600}; ///< RLIMIT_CPU of the helper, a last resort beside the deadline
    qsizetype mostOutput = qsizetype(8) << 20;
};

/** Runs jq programs in a helper process: jq cannot be interrupted, reads the environment and may abort. The helper has
 * an empty environment and limits, is killed when a run takes too long, and is started again when it is needed. Runs
 * are done one after the other. Of one thread, whose event loop it needs. */
class JqRunner final : public QObject
{
    Q_OBJECT

public:
    using Outcome = std::expected<QByteArray, JqError>;

    /** @p program and @p arguments start the helper. */
    explicit JqRunner(QString program = ownProgram(), QStringList arguments = {QStringLiteral("jq-helper")},
                      JqLimits limits = {}, QObject *parent = nullptr);

    /** What runs ends with Unavailable. */
    ~JqRunner() override;

    /** Gives @p input (one JSON value) to the program, which sees @p variables by their names (`$words`): its one value
     * as compact JSON. The future always ends. */
    QFuture<Outcome> run(const QString &program, const QByteArray &input, const QJsonObject &variables = {});

    /** Only whether it can be compiled. */
    QFuture<std::expected<void, JqError>> check(const QString &program, const QStringList &variables = {});

    /** This program's own file. */
    static QString ownProgram();

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace earshot
