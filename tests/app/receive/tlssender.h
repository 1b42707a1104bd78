// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/certificate.h"

#include <QByteArray>
#include <QString>

struct gnutls_certificate_credentials_st;
struct gnutls_session_int;

namespace earshot {

/** A client of TLS that does as the test says; it believes any certificate. */
class TlsSender
{
public:
    static constexpr const char *c_anyVersion = "NORMAL";

    /** Connects to this computer and shakes hands, by GnuTLS's @p priorities. */
    explicit TlsSender(quint16 port, const char *priorities = c_anyVersion);
    ~TlsSender();
    TlsSender(const TlsSender &) = delete;
    TlsSender &operator=(const TlsSender &) = delete;

    bool isEncrypted() const { return m_isEncrypted; }

    QString version() const;
    /** Of the certificate that the other side presented, as CertificateFacts has it. */
    QString fingerprint() const;
    void send(const QByteArray &bytes);
    /** What came until @p end stands in it or the other side has closed. */
    QByteArray read(QByteArrayView end);
    /** The status of the answer to @p request, 0 if there is none; its body is read too. */
    int ask(const QByteArray &request);
    /** Reads to the other side's end; whether that was TLS's own, and not just the connection's. */
    bool isClosedCleanly();

private:
    bool shakeHands();
    bool receive();

    int m_socket = -1;
    gnutls_certificate_credentials_st *m_credentials = nullptr;
    gnutls_session_int *m_session = nullptr;
    bool m_isEncrypted = false;
    bool m_hasEnded = false; ///< by close_notify
    QByteArray m_buffer;
};

/** Files in @p folder with a certificate for this computer, made now; their name begins with @p name. */
CertificateFiles selfSignedFiles(const QString &folder, const QString &name = QStringLiteral("own"));

} // namespace earshot
