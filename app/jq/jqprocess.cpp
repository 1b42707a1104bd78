// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jq/jqprocess.h"

#include <csignal>

namespace earshot {
namespace {

constexpr std::chrono::seconds c_startTime(20); // loading the program on a busy machine
constexpr int c_patience = 5; // deadlines by the clock on the wall until a run is killed
constexpr qsizetype c_frameRoom = 1024; // a frame's head, or a message

QStringList withLimits(QStringList arguments, const JqLimits &limits)
{
    return arguments << QString::number(limits.memoryBytes) << QString::number(limits.cpu.count())
                     << QString::number(limits.mostOutput) << QString::number(limits.deadline.count());
}

} // namespace

JqProcess::JqProcess(const QString &program, const QStringList &arguments, const JqLimits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{
    m_process.setProgram(program);
    m_process.setArguments(withLimits(arguments, limits));
    m_process.setProcessEnvironment(QProcessEnvironment()); // an empty one
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_deadline.setSingleShot(true);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &JqProcess::read);
    connect(&m_process, &QProcess::errorOccurred, this, &JqProcess::tellStartError);
    connect(&m_process, &QProcess::finished, this, &JqProcess::tellEnd);
    connect(&m_deadline, &QTimer::timeout, this, &JqProcess::tellLate);
}

JqProcess::~JqProcess()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished(); // after SIGKILL it is a matter of milliseconds
}

void JqProcess::start()
{
    m_deadline.start(c_startTime);
    m_process.start();
}

void JqProcess::give(const QByteArray &frame)
{
    m_deadline.start(m_limits.deadline * c_patience);
    m_process.write(frame);
}

void JqProcess::retire()
{
    m_isUseless = true;
    m_deadline.stop();
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return deleteLater();
    connect(&m_process, &QProcess::finished, this, &QObject::deleteLater);
    m_process.kill();
}

void JqProcess::read()
{
    m_received += m_process.readAllStandardOutput();
    if (m_received.size() < jqmessage::c_lengthBytes)
        return;
    const qsizetype length = jqmessage::lengthIn(m_received.constData());
    const QString isNone = QStringLiteral("the helper process of jq does not answer as one");
    if (!m_isReady && length > c_frameRoom)
        return fail(JqError::Kind::Unavailable, isNone);
    if (length > m_limits.mostOutput + c_frameRoom)
        return fail(JqError::Kind::TooLarge, QStringLiteral("the program gave more than it may"));
    if (m_received.size() < jqmessage::c_lengthBytes + length)
        return;
    const auto answer = jqmessage::answerIn(m_received.mid(jqmessage::c_lengthBytes, length));
    m_received.clear();
    if (!answer || (answer->what == JqAnswer::What::Ready) == m_isReady)
        return fail(JqError::Kind::Unavailable, isNone);
    take(*answer);
}

void JqProcess::take(const JqAnswer &answer)
{
    m_deadline.stop();
    if (answer.what == JqAnswer::What::Ready) {
        m_isReady = true;
        return Q_EMIT ready();
    }
    ++m_answered;
    Q_EMIT gave(answer);
}

void JqProcess::tellStartError(QProcess::ProcessError error)
{
    if (error == QProcess::FailedToStart) // every other error is followed by the end
        fail(JqError::Kind::Unavailable,
             QStringLiteral("the helper process of jq cannot be started: %1").arg(m_process.errorString()));
}

void JqProcess::tellEnd(int exitCode, QProcess::ExitStatus status)
{
    if (!m_isReady)
        return fail(JqError::Kind::Unavailable, QStringLiteral("the helper process of jq ended before it was ready"));
    if (status == QProcess::CrashExit && exitCode == SIGPROF) // QProcess gives the signal as the code
        return failSlow();
    if (status == QProcess::NormalExit && exitCode == jqmessage::c_memoryExit)
        return fail(JqError::Kind::TooLarge,
                    QStringLiteral("the program needs more than %1 MiB of memory").arg(m_limits.memoryBytes >> 20));
    fail(JqError::Kind::Died, QStringLiteral("jq broke down over the program; it may nest too deeply"));
}

void JqProcess::tellLate()
{
    if (!m_isReady)
        return fail(JqError::Kind::Unavailable, QStringLiteral("the helper process of jq does not start"));
    failSlow();
}

void JqProcess::failSlow()
{
    const double seconds = double(m_limits.deadline.count()) / 1000;
    fail(JqError::Kind::TooSlow, QStringLiteral("the program did not end within %1 s").arg(seconds));
}

void JqProcess::fail(JqError::Kind kind, const QString &message)
{
    if (m_isUseless)
        return;
    m_isUseless = true;
    m_deadline.stop();
    m_process.kill();
    Q_EMIT failed({kind, message, 0, 0});
}

} // namespace earshot
