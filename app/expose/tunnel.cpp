// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/expose/tunnel.h"

#include "models/base/logging.h"

#include <sys/prctl.h>

#include <csignal>

namespace earshot {

Tunnel::Tunnel(TunnelPatience patience, QObject *parent)
    : QObject(parent)
    , m_patience(patience)
    , m_backOff(patience.base, patience.cap)
{
    m_restart.setSingleShot(true);
    m_restart.callOnTimeout(this, &Tunnel::start);
    m_addressDeadline.setSingleShot(true);
    m_addressDeadline.callOnTimeout(this, &Tunnel::giveUpWaiting);
}

Tunnel::~Tunnel()
{
    stop();
}

void Tunnel::carry(const TunnelSettings &settings, const QString &base)
{
    if (settings == m_settings && base == m_base)
        return;
    stop();
    m_settings = settings;
    m_base = base;
    m_backOff.reset();
    if (m_settings.kind == TunnelSettings::Kind::None || m_base.isEmpty())
        tell({});
    else
        start();
}

void Tunnel::start()
{
    const auto words = tunnelCommandLine(m_settings, m_base);
    if (!words)
        return tell({TunnelState::Kind::Down, {}, words.error().detail});
    m_output = std::make_unique<TunnelOutput>(m_settings);
    m_program = std::make_unique<QProcess>();
    m_program->setProcessChannelMode(QProcess::MergedChannels);
    m_program->setStandardInputFile(QProcess::nullDevice());
    m_program->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    connect(m_program.get(), &QProcess::readyRead, this, &Tunnel::readOutput);
    connect(m_program.get(), &QProcess::finished, this, &Tunnel::programEnded);
    connect(m_program.get(), &QProcess::errorOccurred, this, &Tunnel::programFailed);
    tell({TunnelState::Kind::Starting, {}, {}});
    m_addressDeadline.start(m_patience.address);
    m_program->start(words->first(), words->sliced(1));
}

void Tunnel::stop()
{
    m_restart.stop();
    m_addressDeadline.stop();
    if (!m_program)
        return;
    m_program->disconnect(this);
    if (m_program->state() != QProcess::NotRunning) {
        m_program->terminate();
        if (!m_program->waitForFinished(int(m_patience.grace.count()))) {
            m_program->kill();
            m_program->waitForFinished(-1);
        }
    }
    m_program.reset();
}

void Tunnel::readOutput()
{
    m_output->add(m_program->readAll());
    if (m_state.kind != TunnelState::Kind::Starting || m_output->publicBase().isEmpty())
        return;
    m_addressDeadline.stop();
    m_upSince.start();
    tell({TunnelState::Kind::Up, m_output->publicBase(), {}});
}

void Tunnel::programEnded()
{
    readOutput();
    const QString words = m_output->lastWords();
    tryAgainLater(words.isEmpty() ? QStringLiteral("%1 ended").arg(m_program->program())
                                  : QStringLiteral("%1 ended: %2").arg(m_program->program(), words));
}

void Tunnel::programFailed(QProcess::ProcessError error)
{
    // All other errors come with the program's end.
    if (error == QProcess::FailedToStart)
        tryAgainLater(QStringLiteral("%1 cannot be started: %2").arg(m_program->program(), m_program->errorString()));
}

void Tunnel::giveUpWaiting()
{
    QProcess *program = m_program.get();
    const QString words = m_output->lastWords();
    program->disconnect(this);
    program->kill();
    program->waitForFinished(int(m_patience.grace.count()));
    QString reason = QStringLiteral("%1 names no public address").arg(program->program());
    if (!words.isEmpty())
        reason += QStringLiteral("; its last words: %1").arg(words);
    tryAgainLater(reason);
}

void Tunnel::tryAgainLater(const QString &reason)
{
    m_addressDeadline.stop();
    const bool wasStable =
        m_state.kind == TunnelState::Kind::Up && m_upSince.hasExpired(qint64(m_patience.stable.count()));
    if (wasStable)
        m_backOff.reset();
    const std::chrono::milliseconds wait = m_backOff.next();
    qCWarning(lcApp) << "the tunnel is down; next try in" << wait.count() << "ms";
    // Deleted after its signal has returned.
    m_program->disconnect(this);
    m_program.release()->deleteLater();
    m_restart.start(wait);
    tell({TunnelState::Kind::Down, {}, reason});
}

void Tunnel::tell(const TunnelState &state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace earshot
