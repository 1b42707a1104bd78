// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace earshot {

/** A program that listens on a TCP port. */
struct PortHolder {
    QString program; ///< as the kernel names it (`comm`, at most 15 characters); null where we may not see it
    qint64 process = 0; ///< 0 where we may not see it

    friend bool operator==(const PortHolder &, const PortHolder &) = default;
};

/** Who listens where @p address and @p port cannot be had for it: on the same address or on all of a family. Nothing if
 * nobody does. Processes of other users are not ours to look into; then only that somebody listens is known. Reads
 * /proc: for the moment after a failure, not for every second. Any thread. */
std::optional<PortHolder> portHolder(const QString &address, quint16 port);

} // namespace earshot
