// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/tlscredentials.h"

#include <QFile>

#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace earshot {
namespace {

constexpr qint64 c_mostBytes = 1024LL * 1024; // a chain has a few KiB

std::unexpected<Error> fault(ErrorCode code, const QString &file, const QString &what)
{
    return failure(code, file + QStringLiteral(": ") + what);
}

QString gnutlsText(int code)
{
    return QString::fromUtf8(gnutls_strerror(code));
}

Result<QByteArray> bytesOf(QFile &file)
{
    QByteArray bytes = file.read(c_mostBytes + 1);
    if (file.error() != QFile::NoError)
        return fault(ErrorCode::FileFailed, file.fileName(), file.errorString());
    if (bytes.size() > c_mostBytes)
        return fault(ErrorCode::BadArgument, file.fileName(), QStringLiteral("larger than 1 MiB"));
    return bytes;
}

Result<QByteArray> readCertificates(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return fault(ErrorCode::FileFailed, name, file.errorString());
    return bytesOf(file);
}

/** Looks at the permissions of what was opened, not of what stood there before. */
Result<QByteArray> readKey(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return fault(ErrorCode::FileFailed, name, file.errorString());
    struct stat facts = {};
    if (::fstat(file.handle(), &facts) != 0)
        return fault(ErrorCode::FileFailed, name, QString::fromLocal8Bit(std::strerror(errno)));
    if ((facts.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return fault(ErrorCode::FileFailed, name,
                     QStringLiteral("others than its owner may use this key; set its permissions to 0600"));
    return bytesOf(file);
}

gnutls_datum_t datumOf(const QByteArray &bytes)
{
    // GnuTLS only reads it; its type has no const.
    return {reinterpret_cast<unsigned char *>(const_cast<char *>(bytes.constData())), unsigned(bytes.size())};
}

/** The first certificate in DER, once all of @p pem could be read. */
Result<QByteArray> firstCertificate(const QString &name, const QByteArray &pem)
{
    const gnutls_datum_t data = datumOf(pem);
    gnutls_x509_crt_t *list = nullptr;
    unsigned int size = 0;
    const int failed = gnutls_x509_crt_list_import2(&list, &size, &data, GNUTLS_X509_FMT_PEM, 0);
    if (failed < 0)
        return fault(ErrorCode::BadArgument, name, QStringLiteral("no certificate in PEM: ") + gnutlsText(failed));
    gnutls_datum_t der = {};
    const int exported =
        size > 0 ? gnutls_x509_crt_export2(list[0], GNUTLS_X509_FMT_DER, &der) : GNUTLS_E_NO_CERTIFICATE_FOUND;
    QByteArray first(reinterpret_cast<const char *>(der.data), qsizetype(der.size));
    gnutls_free(der.data);
    for (unsigned int i = 0; i < size; ++i)
        gnutls_x509_crt_deinit(list[i]);
    gnutls_free(static_cast<void *>(list));
    if (exported < 0)
        return fault(ErrorCode::BadArgument, name, gnutlsText(exported));
    return first;
}

Result<void> checkKey(const QString &name, const QByteArray &pem)
{
    gnutls_privkey_t key = nullptr;
    if (const int failed = gnutls_privkey_init(&key); failed < 0)
        return fault(ErrorCode::BadArgument, name, gnutlsText(failed));
    const gnutls_datum_t data = datumOf(pem);
    const int failed = gnutls_privkey_import_x509_raw(key, &data, GNUTLS_X509_FMT_PEM, nullptr, 0);
    gnutls_privkey_deinit(key);
    if (failed == GNUTLS_E_DECRYPTION_FAILED)
        return fault(ErrorCode::BadArgument, name, QStringLiteral("the key is behind a password"));
    if (failed < 0)
        return fault(ErrorCode::BadArgument, name, QStringLiteral("no private key in PEM: ") + gnutlsText(failed));
    return {};
}

/** Leaves nothing of a key in memory that is used again for something else. */
class Wipe
{
public:
    explicit Wipe(QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    ~Wipe() { gnutls_memset(m_bytes.data(), 0, std::size_t(m_bytes.size())); }

    Q_DISABLE_COPY_MOVE(Wipe)

private:
    QByteArray &m_bytes;
};

} // namespace

TlsCredentials::TlsCredentials(gnutls_certificate_credentials_st *credentials, QByteArray certificate)
    : m_credentials(credentials)
    , m_certificate(std::move(certificate))
{
}

TlsCredentials::~TlsCredentials()
{
    gnutls_certificate_free_credentials(m_credentials);
}

Result<std::shared_ptr<const TlsCredentials>> TlsCredentials::load(const CertificateFiles &files)
{
    const Result<QByteArray> chain = readCertificates(files.certificate);
    if (!chain)
        return std::unexpected(chain.error());
    const Result<QByteArray> first = firstCertificate(files.certificate, *chain);
    if (!first)
        return std::unexpected(first.error());
    Result<QByteArray> key = readKey(files.key);
    if (!key)
        return std::unexpected(key.error());
    const Wipe wipe(*key);
    if (const Result<void> checked = checkKey(files.key, *key); !checked)
        return std::unexpected(checked.error());
    return paired(files, {*chain, *first, *key});
}

Result<std::shared_ptr<const TlsCredentials>> TlsCredentials::paired(const CertificateFiles &files, const Pem &pem)
{
    gnutls_certificate_credentials_t credentials = nullptr;
    if (const int failed = gnutls_certificate_allocate_credentials(&credentials); failed < 0)
        return fault(ErrorCode::BadArgument, files.certificate, gnutlsText(failed));
    std::shared_ptr<const TlsCredentials> loaded(new TlsCredentials(credentials, pem.first));
    const gnutls_datum_t chain = datumOf(pem.chain);
    const gnutls_datum_t key = datumOf(pem.key);
    const int failed = gnutls_certificate_set_x509_key_mem2(credentials, &chain, &key, GNUTLS_X509_FMT_PEM, nullptr, 0);
    if (failed == GNUTLS_E_CERTIFICATE_KEY_MISMATCH)
        return fault(ErrorCode::BadArgument, files.key, QStringLiteral("not the key of ") + files.certificate);
    if (failed < 0)
        return fault(ErrorCode::BadArgument, files.certificate, gnutlsText(failed));
    return loaded;
}

bool TlsCredentials::presentIn(gnutls_session_int *session) const
{
    return gnutls_credentials_set(session, GNUTLS_CRD_CERTIFICATE, m_credentials) == GNUTLS_E_SUCCESS;
}

} // namespace earshot
