// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/expose/sshfailure.h"

#include <QRegularExpression>

#include <array>

namespace earshot {
namespace {

struct KnownFailure {
    const char *pattern;
    const char *meaning; ///< with %1 for what the pattern's group holds
};

constexpr std::array c_known = {
    KnownFailure{"REMOTE HOST IDENTIFICATION HAS CHANGED",
                 "the server has another key than before. If that was meant, remove the old one with ssh-keygen -R"},
    KnownFailure{"Host key verification failed",
                 "the server's key is not known here. Connect to it once by hand with ssh, then this works"},
    KnownFailure{"Permission denied \\(([^)]*)\\)",
                 "the server refuses the key (it takes: %1). Put this computer's public key there"},
    KnownFailure{"remote port forwarding failed for listen port (\\d+)",
                 "the server does not give port %1: another program has it, or its sshd does not allow forwarding"},
    KnownFailure{"Could not resolve hostname ([^:]+)", "there is no server called %1"},
    KnownFailure{"connect to host (\\S+) port \\d+: Connection refused", "%1 takes no ssh connections there"},
    KnownFailure{"connect to host (\\S+) port \\d+: (?:Connection timed out|No route to host)", "%1 does not answer"},
    KnownFailure{"Connection timed out during banner exchange|Operation timed out", "the server does not answer"},
    KnownFailure{"Timeout, server (\\S+) not responding", "%1 no longer answers"},
    KnownFailure{"Identity file (\\S+) not accessible", "the key file %1 cannot be read"},
    KnownFailure{"Connection (?:to \\S+ )?closed by|Connection reset by|client_loop: send disconnect",
                 "the server ended the connection"},
};

} // namespace

QString sshFailure(const QStringList &lines)
{
    for (const KnownFailure &known : c_known) {
        const QRegularExpression pattern(QString::fromLatin1(known.pattern));
        for (const QString &line : lines) {
            const QRegularExpressionMatch match = pattern.match(line);
            if (!match.hasMatch())
                continue;
            const QString meaning = QString::fromLatin1(known.meaning);
            return meaning.contains(QLatin1StringView("%1")) ? meaning.arg(match.captured(1)) : meaning;
        }
    }
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        if (!line->startsWith(QLatin1StringView("debug")))
            return *line;
    }
    return {};
}

} // namespace earshot
