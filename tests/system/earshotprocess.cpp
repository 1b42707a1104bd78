// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/earshotprocess.h"

#include "app/control/carryout.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

#include <csignal>
#include <unistd.h>

namespace earshot {
namespace {

constexpr int c_patience = 120'000; // milliseconds; sanitizers on a busy machine are slow

QString binary()
{
    const QString path = qEnvironmentVariable("EARSHOT_BINARY");
    if (path.isEmpty())
        qFatal("EARSHOT_BINARY does not name the program.");
    return path;
}

} // namespace

QByteArray CommandResult::words() const
{
    return "exit code " + QByteArray::number(exitCode) + "\n" + errors + "\n" + output.left(2000);
}

QJsonObject CommandResult::json() const
{
    return QJsonDocument::fromJson(output).object();
}

EarshotProcess::EarshotProcess()
{
    if (!m_folder.isValid())
        qFatal("No temporary folder could be made.");
}

EarshotProcess::EarshotProcess(const QString &folder)
    : m_given(folder)
{
}

EarshotProcess::~EarshotProcess()
{
    if (m_serve && m_serve->state() != QProcess::NotRunning)
        stop(SIGKILL);
}

CommandResult EarshotProcess::run(const QStringList &arguments, const QByteArray &input) const
{
    return runPlain(arguments + QStringList{QStringLiteral("--data"), folder()}, input);
}

CommandResult EarshotProcess::runPlain(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(binary(), arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(c_patience);
    const bool byItself = ended && process.exitStatus() == QProcess::NormalExit;
    if (!ended)
        process.kill();
    return {byItself ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

bool EarshotProcess::serve(const QStringList &options, const QString &address)
{
    m_serve = std::make_unique<QProcess>();
    if (m_hasLeftTerminal)
        m_serve->setChildProcessModifier([] { setsid(); });
    m_serve->start(binary(), QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), address,
                                         QStringLiteral("--data"), folder()}
                                 + options);
    const QDeadlineTimer deadline(c_patience);
    while (!m_serve->canReadLine() && m_serve->state() != QProcess::NotRunning && !deadline.hasExpired())
        m_serve->waitForReadyRead(int(deadline.remainingTime()));
    m_ready = QJsonDocument::fromJson(m_serve->readLine()).object();
    m_port = quint16(QUrl(m_ready.value(QStringLiteral("listen")).toString()).port(0));
    if (m_port == 0)
        qWarning("serve did not start: %s", m_serve->readAllStandardError().constData());
    return m_port != 0;
}

bool EarshotProcess::signal(int signal) const
{
    // Process 0 would be this test's whole process group.
    const qint64 process = m_serve->processId();
    return process > 0 && ::kill(pid_t(process), signal) == 0;
}

int EarshotProcess::stop(int signal)
{
    this->signal(signal);
    return waitForEnd();
}

int EarshotProcess::waitForEnd()
{
    if (!m_serve->waitForFinished(c_patience))
        m_serve->kill();
    return m_serve->exitStatus() == QProcess::NormalExit ? m_serve->exitCode() : -1;
}

QByteArray EarshotProcess::served()
{
    return m_serve->readAllStandardOutput() + m_serve->readAllStandardError();
}

QByteArray EarshotProcess::addSource(const QString &name, const QString &platform, const QJsonObject &settings) const
{
    QJsonObject request = settings;
    request.insert(QStringLiteral("operation"), QStringLiteral("source add"));
    request.insert(QStringLiteral("name"), name);
    request.insert(QStringLiteral("platform"), platform);
    const auto answer = carryOut(request, location());
    if (!answer)
        qWarning("the source was not added: %s", qUtf8Printable(answer.error().detail));
    return answer ? answer->value(QStringLiteral("token")).toString().toLatin1() : QByteArray();
}

QList<QJsonObject> EarshotProcess::exported(const QString &what, const QStringList &options) const
{
    const CommandResult result =
        run(QStringList{QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("ndjson"),
                        QStringLiteral("--what"), what, QStringLiteral("--output"), QStringLiteral("-")}
            + options);
    if (result.exitCode != 0)
        qWarning("export failed: %s", result.words().constData());
    QList<QJsonObject> records;
    for (const QByteArray &line : result.output.split('\n')) {
        if (!line.isEmpty())
            records.append(QJsonDocument::fromJson(line).object());
    }
    return records;
}

bool EarshotProcess::waitUntilProjected() const
{
    const QStringList waiting{QStringLiteral("--filter"), QStringLiteral("state:received")};
    return QTest::qWaitFor([&] { return exported(QStringLiteral("deliveries"), waiting).isEmpty(); }, c_patience);
}

} // namespace earshot
