// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>

namespace earshot {

/** While it lives, SIGINT, SIGTERM and SIGHUP raise a flag instead of ending the process, so that a command can clean
 * up, and a reader of standard output who goes away is a failed write instead of a SIGPIPE. A second signal ends the
 * process. One at a time. */
class Interruption
{
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

    /** True once a signal came. */
    static const std::atomic_bool &flag();
};

} // namespace earshot
