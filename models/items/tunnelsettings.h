// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace earshot {

/** Which program carries deliveries from a public address to the listener. A value, kept as the store's setting
 * `tunnel`. */
struct TunnelSettings {
    enum class Kind {
        None,
        Ssh, ///< `ssh -R`: a port of a server of one's own leads here
        Command, ///< any program; its public address is found in its output
    };

    Kind kind = Kind::None;

    QString sshTarget; ///< as `ssh` takes it: `hooks@example.org`, or a name of its configuration
    int sshPort = 0; ///< of the server's sshd; 0 leaves it to ssh
    QString remoteAddress; ///< that the server listens on; empty leaves it to the server (its loopback, mostly)
    int remotePort = 0; ///< that the server listens on; 0 lets it choose
    QString identityFile; ///< a private key; empty leaves it to ssh
    QStringList sshOptions; ///< more of `-o`, as in `StrictHostKeyChecking=accept-new`

    QString command; ///< a program and its arguments, without a shell; `{address}`, `{port}` and `{base}` stand for the
                     ///< listener
    QString urlPattern; ///< a regular expression; its first group, or all of it, is the public address. Empty: the
                        ///< first https address

    /** Where the tunnel's other end is reached by senders. For ssh: what a web server there is called, or with `{port}`
     * for the port it gave. Empty for a command, whose output tells. */
    QString publicUrl;

    friend bool operator==(const TunnelSettings &, const TunnelSettings &) = default;
};

} // namespace earshot
