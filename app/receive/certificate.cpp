// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/certificate.h"

#include "app/receive/tlscredentials.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QtEndian>

#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

#include <array>

namespace earshot {
namespace {

struct FreeCertificate {
    void operator()(gnutls_x509_crt_t certificate) const { gnutls_x509_crt_deinit(certificate); }
};

using Certificate = std::unique_ptr<gnutls_x509_crt_int, FreeCertificate>;

/** Null where memory is missing. */
Certificate emptyCertificate()
{
    gnutls_x509_crt_t certificate = nullptr;
    return Certificate(gnutls_x509_crt_init(&certificate) < 0 ? nullptr : certificate);
}

QString commonName(gnutls_x509_crt_t certificate)
{
    std::array<char, 1024> name;
    std::size_t sizeBytes = name.size();
    const int failed =
        gnutls_x509_crt_get_dn_by_oid(certificate, GNUTLS_OID_X520_COMMON_NAME, 0, 0, name.data(), &sizeBytes);
    return failed < 0 ? QString() : QString::fromUtf8(name.data(), qsizetype(sizeBytes));
}

/** An address of 4 or 16 bytes as text; null for any other. */
QString addressText(const QByteArray &bytes)
{
    if (bytes.size() == 4)
        return QHostAddress(qFromBigEndian<quint32>(bytes.constData())).toString();
    if (bytes.size() == 16)
        return QHostAddress(reinterpret_cast<const quint8 *>(bytes.constData())).toString();
    return {};
}

/** DNS names and addresses of the subject alternative name (RFC 5280, 4.2.1.6). */
QStringList otherNames(gnutls_x509_crt_t certificate)
{
    QStringList names;
    for (unsigned int i = 0;; ++i) {
        std::array<char, 1024> name;
        std::size_t sizeBytes = name.size();
        const int type = gnutls_x509_crt_get_subject_alt_name(certificate, i, name.data(), &sizeBytes, nullptr);
        if (type == GNUTLS_E_SHORT_MEMORY_BUFFER)
            continue; // longer than any name that could be asked for
        if (type < 0)
            return names;
        const QByteArray bytes(name.data(), qsizetype(sizeBytes));
        const QString text = type == GNUTLS_SAN_DNSNAME     ? QString::fromUtf8(bytes)
                             : type == GNUTLS_SAN_IPADDRESS ? addressText(bytes)
                                                            : QString();
        if (!text.isEmpty())
            names.append(text);
    }
}

/** SHA-256 as people compare it: `AB:CD:…`. */
QString fingerprintOf(const QByteArray &der)
{
    return QString::fromLatin1(QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex(':').toUpper());
}

Result<CertificateFacts> factsOf(const QString &file, const QByteArray &der)
{
    const Certificate certificate = emptyCertificate();
    const gnutls_datum_t data = {reinterpret_cast<unsigned char *>(const_cast<char *>(der.constData())),
                                 unsigned(der.size())};
    if (!certificate || gnutls_x509_crt_import(certificate.get(), &data, GNUTLS_X509_FMT_DER) < 0)
        return failure(ErrorCode::BadArgument, file + QStringLiteral(": no certificate"));
    CertificateFacts facts;
    facts.names = otherNames(certificate.get());
    facts.subject = commonName(certificate.get());
    if (facts.subject.isEmpty())
        facts.subject = facts.names.value(0);
    facts.notBefore = Timestamp(std::chrono::seconds(gnutls_x509_crt_get_activation_time(certificate.get())));
    facts.notAfter = Timestamp(std::chrono::seconds(gnutls_x509_crt_get_expiration_time(certificate.get())));
    facts.fingerprint = fingerprintOf(der);
    facts.isSelfSigned = gnutls_x509_crt_check_issuer(certificate.get(), certificate.get()) != 0;
    return facts;
}

} // namespace

Result<CertificateFacts> certificateFacts(const CertificateFiles &files)
{
    const auto loaded = TlsCredentials::load(files);
    if (!loaded)
        return std::unexpected(loaded.error());
    return factsOf(files.certificate, (*loaded)->certificate());
}

} // namespace earshot
