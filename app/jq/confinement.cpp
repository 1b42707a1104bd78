// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jq/confinement.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

extern char **environ; // NOLINT(readability-redundant-declaration): POSIX wants it declared

namespace earshot {
namespace {

constexpr int c_standardFiles = 3;

bool limit(decltype(RLIMIT_AS) what, rlim_t most)
{
    rlimit before{};
    if (getrlimit(what, &before) != 0)
        return false;
    // Nobody but root may raise a limit that is lower already.
    const rlim_t value = before.rlim_max == RLIM_INFINITY ? most : std::min(most, before.rlim_max);
    const rlimit wanted{value, value};
    return setrlimit(what, &wanted) == 0;
}

/** What the process has mapped, with all its libraries; 0 if nobody says. */
qint64 addressSpace()
{
    std::FILE *file = std::fopen("/proc/self/statm", "re");
    if (!file)
        return 0;
    long pages = 0;
    const bool isRead = std::fscanf(file, "%ld", &pages) == 1;
    std::ignore = std::fclose(file);
    return isRead ? qint64(pages) * sysconf(_SC_PAGESIZE) : 0;
}

bool limitMemory(qint64 bytes)
{
    constexpr qint64 c_likelySize = 1LL << 30; // where /proc is not there
    const qint64 size = addressSpace();
    return limit(RLIMIT_AS, rlim_t((size > 0 ? size : c_likelySize) + bytes));
}

/** Signals as a fresh process has them, but that an interrupt typed for the parent leaves this one alone: it ends with
 * its standard input. */
void resetSignals()
{
    sigset_t none;
    sigemptyset(&none);
    std::ignore = sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const int signal : {SIGPROF, SIGPIPE, SIGXCPU})
        std::ignore = std::signal(signal, SIG_DFL);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT})
        std::ignore = std::signal(signal, SIG_IGN);
}

/** jq's `stderr` writes there, whoever listens. */
bool silenceStandardError()
{
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    return nowhere >= 0 && dup2(nowhere, STDERR_FILENO) >= 0;
}

void clearEnvironment()
{
    static char *nothing[] = {nullptr}; // jq 1.6 crashes where clearenv() has left no list at all
    environ = nothing;
}

} // namespace

bool confine(const ConfinementLimits &limits)
{
    clearEnvironment();
    resetSignals();
    if (!silenceStandardError() || chdir("/") != 0 || close_range(c_standardFiles, ~0U, 0) != 0)
        return false;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return false;
    return limitMemory(limits.memoryBytes) && limit(RLIMIT_CPU, rlim_t(limits.cpuSeconds)) && limit(RLIMIT_CORE, 0)
           && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NPROC, 0) && limit(RLIMIT_NOFILE, c_standardFiles);
}

} // namespace earshot
