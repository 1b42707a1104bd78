// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Making a certificate of one's own (app/receive/certificate.h).

#include "app/receive/certificate.h"

#include <QFile>
#include <QHostAddress>
#include <QSaveFile>
#include <QUrl>
#include <QtEndian>

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

#include <array>
#include <cstring>

namespace earshot {
namespace {

constexpr std::chrono::days c_validity(825); // beyond that some clients refuse any certificate
constexpr qsizetype c_longestName = 253; // RFC 1035, 2.3.4, without the trailing dot

struct Subject {
    gnutls_x509_subject_alt_name_t type = GNUTLS_SAN_DNSNAME;
    QByteArray bytes; ///< of an address: 4 or 16 in network order
    QByteArray text;
};

Subject addressSubject(const QHostAddress &address)
{
    Subject subject{GNUTLS_SAN_IPADDRESS, {}, address.toString().toLatin1()};
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 v4 = qToBigEndian(address.toIPv4Address());
        subject.bytes = QByteArray(reinterpret_cast<const char *>(&v4), sizeof v4);
    } else {
        const Q_IPV6ADDR v6 = address.toIPv6Address();
        subject.bytes = QByteArray(reinterpret_cast<const char *>(v6.c), sizeof v6.c);
    }
    return subject;
}

Result<Subject> subjectOf(const QString &name)
{
    if (const QHostAddress address(name); !address.isNull())
        return addressSubject(address);
    const bool isWildcard = name.startsWith(QLatin1String("*."));
    const QByteArray bare = QUrl::toAce(isWildcard ? name.mid(2) : name);
    const auto isFit = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    const QByteArray ascii = (isWildcard ? "*." : "") + bare;
    const bool isName =
        !bare.isEmpty() && ascii.size() <= c_longestName && std::all_of(bare.begin(), bare.end(), isFit);
    if (!isName)
        return failure(ErrorCode::BadArgument, name + QStringLiteral(": neither a DNS name nor an address"));
    return Subject{GNUTLS_SAN_DNSNAME, ascii, ascii};
}

Result<QList<Subject>> subjectsOf(const QStringList &names)
{
    QList<Subject> subjects;
    for (const QString &name : names) {
        const Result<Subject> subject = subjectOf(name.trimmed());
        if (!subject)
            return std::unexpected(subject.error());
        subjects.append(*subject);
    }
    if (subjects.isEmpty())
        return failure(ErrorCode::BadArgument, QStringLiteral("a certificate needs at least one name or address"));
    return subjects;
}

/** A key and a certificate on their way into being; each step's failure sticks. */
class Maker
{
public:
    Maker()
    {
        check(gnutls_x509_privkey_init(&m_key));
        check(gnutls_x509_crt_init(&m_certificate));
    }

    ~Maker()
    {
        gnutls_x509_crt_deinit(m_certificate);
        gnutls_x509_privkey_deinit(m_key);
    }

    Q_DISABLE_COPY_MOVE(Maker)

    void makeKey()
    {
        constexpr unsigned int c_bits = GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1); // read by every client
        check(gnutls_x509_privkey_generate(m_key, GNUTLS_PK_ECDSA, c_bits, 0));
    }

    void setSubjects(const QList<Subject> &subjects)
    {
        // The common name holds 64 characters at most (RFC 5280, A.1); clients only look at the other names.
        const QByteArray common = subjects.first().text.left(64);
        check(gnutls_x509_crt_set_dn_by_oid(m_certificate, GNUTLS_OID_X520_COMMON_NAME, 0, common.constData(),
                                            unsigned(common.size())));
        for (const Subject &subject : subjects)
            check(gnutls_x509_crt_set_subject_alt_name(m_certificate, subject.type, subject.bytes.constData(),
                                                       unsigned(subject.bytes.size()), GNUTLS_FSAN_APPEND));
    }

    void setTimes(Timestamp now)
    {
        const auto from = std::chrono::floor<std::chrono::seconds>(now);
        check(gnutls_x509_crt_set_activation_time(m_certificate, std::chrono::system_clock::to_time_t(from)));
        check(gnutls_x509_crt_set_expiration_time(m_certificate,
                                                  std::chrono::system_clock::to_time_t(from + c_validity)));
    }

    void sign()
    {
        std::array<unsigned char, 16> serial;
        check(gnutls_rnd(GNUTLS_RND_NONCE, serial.data(), serial.size()));
        serial[0] = (serial[0] & 0x7fU) | 0x40U; // positive and of full length (RFC 5280, 4.1.2.2)
        check(gnutls_x509_crt_set_version(m_certificate, 3));
        check(gnutls_x509_crt_set_serial(m_certificate, serial.data(), serial.size()));
        check(gnutls_x509_crt_set_key(m_certificate, m_key));
        check(gnutls_x509_crt_set_basic_constraints(m_certificate, 0, -1));
        check(gnutls_x509_crt_set_key_usage(m_certificate, GNUTLS_KEY_DIGITAL_SIGNATURE));
        check(gnutls_x509_crt_set_key_purpose_oid(m_certificate, GNUTLS_KP_TLS_WWW_SERVER, 0));
        check(gnutls_x509_crt_sign2(m_certificate, m_certificate, m_key, GNUTLS_DIG_SHA256, 0));
    }

    QByteArray keyPem()
    {
        gnutls_datum_t data = {};
        check(gnutls_x509_privkey_export2_pkcs8(m_key, GNUTLS_X509_FMT_PEM, nullptr, GNUTLS_PKCS_PLAIN, &data));
        return taken(data);
    }

    QByteArray certificatePem()
    {
        gnutls_datum_t data = {};
        check(gnutls_x509_crt_export2(m_certificate, GNUTLS_X509_FMT_PEM, &data));
        return taken(data);
    }

    int error() const { return m_error; }

private:
    void check(int code)
    {
        if (code < 0 && m_error == 0)
            m_error = code;
    }

    static QByteArray taken(const gnutls_datum_t &data)
    {
        const QByteArray bytes(reinterpret_cast<const char *>(data.data), qsizetype(data.size));
        gnutls_free(data.data);
        return bytes;
    }

    gnutls_x509_privkey_t m_key = nullptr;
    gnutls_x509_crt_t m_certificate = nullptr;
    int m_error = 0;
};

std::unexpected<Error> fileFailure(const QSaveFile &file)
{
    return failure(ErrorCode::FileFailed, file.fileName() + QStringLiteral(": ") + file.errorString());
}

/** Written, but not in its place yet. */
bool prepare(QSaveFile &file, const QByteArray &bytes, QFile::Permissions permissions)
{
    return file.open(QIODevice::WriteOnly) && file.setPermissions(permissions) && file.write(bytes) == bytes.size()
           && file.flush();
}

Result<void> write(const CertificateFiles &files, const QByteArray &certificate, const QByteArray &key)
{
    constexpr QFile::Permissions c_private = QFile::ReadOwner | QFile::WriteOwner;
    QSaveFile keyFile(files.key);
    QSaveFile certificateFile(files.certificate);
    if (!prepare(keyFile, key, c_private))
        return fileFailure(keyFile);
    if (!prepare(certificateFile, certificate, c_private | QFile::ReadGroup | QFile::ReadOther))
        return fileFailure(certificateFile);
    if (!keyFile.commit())
        return fileFailure(keyFile);
    if (!certificateFile.commit())
        return fileFailure(certificateFile);
    return {};
}

} // namespace

Result<CertificateFacts> makeSelfSignedCertificate(const CertificateFiles &files, const QStringList &names,
                                                   Timestamp now)
{
    if (files.key == files.certificate)
        return failure(ErrorCode::BadArgument, files.key + QStringLiteral(": key and certificate need two files"));
    const Result<QList<Subject>> subjects = subjectsOf(names);
    if (!subjects)
        return std::unexpected(subjects.error());
    Maker maker;
    maker.makeKey();
    maker.setSubjects(*subjects);
    maker.setTimes(now);
    maker.sign();
    const QByteArray key = maker.keyPem();
    const QByteArray certificate = maker.certificatePem();
    if (maker.error() != 0)
        return failure(ErrorCode::BadArgument, QString::fromUtf8(gnutls_strerror(maker.error())));
    if (const Result<void> written = write(files, certificate, key); !written)
        return std::unexpected(written.error());
    return certificateFacts(files);
}

} // namespace earshot
