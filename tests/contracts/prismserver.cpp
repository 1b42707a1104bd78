// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/contracts/prismserver.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QRegularExpression>

namespace earshot {
namespace {

constexpr std::chrono::milliseconds c_patience = std::chrono::minutes(2); ///< node is slow to start on a busy machine
constexpr int c_endingMs = 5000;

} // namespace

PrismServer::~PrismServer()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(c_endingMs)) {
        m_process.kill();
        m_process.waitForFinished(c_endingMs);
    }
}

QString PrismServer::start(const QString &vendor)
{
    const QString contract = QStringLiteral(EARSHOT_TEST_DATA "/%1/%1.yaml").arg(vendor);
    if (!QFileInfo::exists(QStringLiteral(EARSHOT_PRISM)))
        return QStringLiteral("Prism is not installed in %1: run the test contracts/install first")
            .arg(QStringLiteral(EARSHOT_PRISM));
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(QStringLiteral(EARSHOT_PRISM),
                    {QStringLiteral("mock"), QStringLiteral("-h"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
                     QStringLiteral("0"), QStringLiteral("--errors"), contract});
    static const QRegularExpression listening(QStringLiteral("listening on (http://127\\.0\\.0\\.1:[0-9]+)"));
    QString said;
    QDeadlineTimer patience(c_patience);
    while (!patience.hasExpired() && m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(int(patience.remainingTime()));
        said += QString::fromUtf8(m_process.readAll());
        if (const auto found = listening.match(said); found.hasMatch()) {
            m_url = found.captured(1);
            // What it says of each request is not needed, but has to go somewhere.
            QObject::connect(&m_process, &QProcess::readyRead, &m_process, [this] { m_process.readAll(); });
            return {};
        }
    }
    return QStringLiteral("Prism does not listen: %1").arg(said);
}

} // namespace earshot
