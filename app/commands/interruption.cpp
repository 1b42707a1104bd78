// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/interruption.h"

#include <array>
#include <csignal>

namespace earshot {
namespace {

constexpr std::array c_signals = {SIGINT, SIGTERM, SIGHUP};

std::atomic_bool s_interrupted = false; // lock-free, as a signal handler needs it (signal-safety(7))

void interrupt(int signal)
{
    s_interrupted = true;
    std::signal(signal, SIG_DFL);
}

} // namespace

Interruption::Interruption()
{
    s_interrupted = false;
    for (const int signal : c_signals)
        std::signal(signal, interrupt);
    std::signal(SIGPIPE, SIG_IGN);
}

Interruption::~Interruption()
{
    for (const int signal : c_signals)
        std::signal(signal, SIG_DFL);
    std::signal(SIGPIPE, SIG_DFL);
}

const std::atomic_bool &Interruption::flag()
{
    return s_interrupted;
}

} // namespace earshot
