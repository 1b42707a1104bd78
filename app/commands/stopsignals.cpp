// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/stopsignals.h"

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace earshot {
namespace {

constexpr std::array c_signals = {SIGINT, SIGTERM, SIGHUP};

std::array<int, 2> s_pipe{-1, -1}; // read end, write end; a signal handler reaches nothing else

/** Only what a signal handler may do: see signal-safety(7). */
void wake(int)
{
    const int kept = errno;
    for (const int signal : c_signals)
        std::signal(signal, SIG_DFL);
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = write(s_pipe[1], &byte, 1);
    errno = kept;
}

} // namespace

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    if (pipe2(s_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("No pipe could be made.");
    m_notifier = std::make_unique<QSocketNotifier>(s_pipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT stopAsked();
    });
    for (const int signal : c_signals)
        std::signal(signal, wake);
    std::signal(SIGPIPE, SIG_IGN);
}

StopSignals::~StopSignals()
{
    for (const int signal : c_signals)
        std::signal(signal, SIG_DFL);
    std::signal(SIGPIPE, SIG_DFL);
    m_notifier.reset();
    for (int &end : s_pipe) {
        close(end);
        end = -1;
    }
}

} // namespace earshot
