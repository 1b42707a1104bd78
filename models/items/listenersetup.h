// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace earshot {

/** A certificate as a person looks at it. */
struct CertificateSummary {
    QString subject; ///< its common name, else its first other name
    QStringList names; ///< DNS names and addresses it is for
    Timestamp begins;
    Timestamp ends;
    QString fingerprint; ///< SHA-256, as in `AB:CD:…`
    bool isSelfSigned = false;
};

/** From how long before its end a certificate is warned about. */
inline constexpr std::chrono::days c_certificateNearItsEnd(21);

/** How the listener of a store is set. */
struct ListenerSetup {
    QString certificateFile; ///< empty: HTTP
    QString keyFile;
    QStringList trustedProxies; ///< networks (CIDR)
    std::optional<CertificateSummary> certificate; ///< of the file
    QString problem; ///< why the certificate cannot be used; null if it can
};

/** What a person sets anew for the listener. */
struct ListenerChange {
    enum class Tls {
        AsItIs,
        Off,
        Files, ///< certificate and key
        SelfSigned, ///< made now, for names
    };

    Tls tls = Tls::AsItIs;
    QString certificateFile; ///< of Files: absolute paths
    QString keyFile;
    QStringList names; ///< of SelfSigned: DNS names and addresses, besides this computer's own
    std::optional<QStringList> trustedProxies; ///< nothing: as it is
};

} // namespace earshot
