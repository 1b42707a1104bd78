// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/listenersettings.h"
#include "models/base/result.h"

#include <QByteArray>

#include <memory>

struct gnutls_certificate_credentials_st;
struct gnutls_session_int;

namespace earshot {

/** A certificate with its chain and key, as a TLS session presents it. Immutable; any thread. Must live as long as the
 * sessions that use it. */
class TlsCredentials
{
public:
    /** Errors: FileFailed for what cannot be read and for a key that others than its owner may read; BadArgument for
     * what is no PEM, no certificate, no key, a key behind a password or another certificate's key. Each names the
     * file. */
    static Result<std::shared_ptr<const TlsCredentials>> load(const CertificateFiles &files);

    ~TlsCredentials();
    TlsCredentials(const TlsCredentials &) = delete;
    TlsCredentials &operator=(const TlsCredentials &) = delete;

    /** Has @p session, which has not begun its handshake, present this certificate; false where memory is missing. */
    bool presentIn(gnutls_session_int *session) const;

    /** The first certificate of the file, in DER. */
    QByteArray certificate() const { return m_certificate; }

private:
    struct Pem {
        const QByteArray &chain;
        const QByteArray &first; ///< in DER
        const QByteArray &key;
    };

    static Result<std::shared_ptr<const TlsCredentials>> paired(const CertificateFiles &files, const Pem &pem);
    TlsCredentials(gnutls_certificate_credentials_st *credentials, QByteArray certificate);

    gnutls_certificate_credentials_st *const m_credentials;
    const QByteArray m_certificate;
};

} // namespace earshot
