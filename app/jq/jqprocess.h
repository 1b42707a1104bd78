// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/jq/jqmessage.h"
#include "app/jq/jqrunner.h"

#include <QProcess>
#include <QTimer>

namespace earshot {

/** One helper, from its start to its end; does one thing after the other. Of one thread, whose event loop it needs. */
class JqProcess final : public QObject
{
    Q_OBJECT

public:
    JqProcess(const QString &program, const QStringList &arguments, const JqLimits &limits, QObject *parent);
    /** Kills it. */
    ~JqProcess() override;

    /** Begins; ready() or failed() follows. */
    void start();

    /** Gives it a frame; gave() or failed() follows. Once it is ready and nothing is under way. */
    void give(const QByteArray &frame);

    /** Kills it and deletes this once it is gone, without waiting. Nothing is told any more. */
    void retire();

    /** How many frames it has answered. */
    qint64 answered() const { return m_answered; }

Q_SIGNALS:
    void ready();
    void gave(const earshot::JqAnswer &answer);
    /** It is of no use any more. */
    void failed(const earshot::JqError &error);

private:
    void read();
    void take(const JqAnswer &answer);
    void tellStartError(QProcess::ProcessError error);
    void tellEnd(int exitCode, QProcess::ExitStatus status);
    void tellLate();
    void failSlow();
    void fail(JqError::Kind kind, const QString &message);

    const JqLimits m_limits;
    QProcess m_process;
    QByteArray m_received;
    QTimer m_deadline; ///< of the start, then of each run
    bool m_isReady = false;
    bool m_isUseless = false;
    qint64 m_answered = 0;
};

} // namespace earshot
