// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/stopsignals.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <ranges>

#include <fcntl.h>
#include <unistd.h>

namespace earshot {
namespace {

constexpr std::array c_signals = {SIGINT, SIGTERM, SIGHUP};

std::array<int, 2> s_pipe{-1, -1}; // read end, write end; a signal handler reaches nothing else

volatile std::sig_atomic_t s_hangupReloads = 0;

// What stands in the pipe.
constexpr char c_stop = 's';
constexpr char c_reload = 'r';

/** Only what a signal handler may do: see signal-safety(7). */
void wake(int signal)
{
    const int kept = errno;
    const bool isReload = signal == SIGHUP && s_hangupReloads != 0;
    for (const int other : c_signals) {
        if (!isReload)
            std::signal(other, SIG_DFL);
    }
    const char byte = isReload ? c_reload : c_stop;
    [[maybe_unused]] const ssize_t written = write(s_pipe[1], &byte, 1);
    errno = kept;
}

} // namespace

StopSignals::StopSignals(Hangup hangup, QObject *parent)
    : QObject(parent)
{
    s_hangupReloads = hangup == Hangup::Reloads ? 1 : 0;
    if (pipe2(s_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("No pipe could be made.");
    m_notifier = std::make_unique<QSocketNotifier>(s_pipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &StopSignals::readPipe);
    for (const int signal : c_signals)
        std::signal(signal, wake);
    std::signal(SIGPIPE, SIG_IGN);
}

void StopSignals::readPipe()
{
    std::array<char, 64> bytes{};
    const ssize_t count = read(s_pipe[0], bytes.data(), bytes.size());
    const auto read = std::ranges::subrange(bytes.begin(), bytes.begin() + std::max<ssize_t>(count, 0));
    if (std::ranges::find(read, c_stop) != read.end()) {
        m_notifier->setEnabled(false);
        Q_EMIT stopAsked();
    } else if (!read.empty()) {
        Q_EMIT reloadAsked();
    }
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

bool hasTerminal()
{
    const int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal >= 0)
        close(terminal);
    return terminal >= 0;
}

} // namespace earshot
