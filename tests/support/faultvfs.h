// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/faultdisk.h"

#include <sqlite3.h>

namespace earshot {

/** SQLite's default VFS while it lives: every database opened in this process, also by Qt's driver, lies on a
 * FaultDisk. Contents, locks and the shared index of the write-ahead log are those of the system's VFS on real files,
 * so that several connections work as ever; nothing is really flushed. One at a time, and connections must be closed
 * before it goes. */
class FaultVfs
{
public:
    explicit FaultVfs(FaultDisk &disk);
    ~FaultVfs();
    FaultVfs(const FaultVfs &) = delete;
    FaultVfs &operator=(const FaultVfs &) = delete;

private:
    sqlite3_vfs m_vfs = {};
};

} // namespace earshot
