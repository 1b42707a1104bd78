// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/receive/tlssender.h"

#include <QCryptographicHash>
#include <QTest>

#include <gnutls/gnutls.h>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace earshot {
namespace {

int connectedSocket(quint16 port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    constexpr timeval c_patience = {15, 0};
    ::setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &c_patience, sizeof c_patience);
    sockaddr_in place = {};
    place.sin_family = AF_INET;
    place.sin_port = htons(port);
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::connect(descriptor, reinterpret_cast<const sockaddr *>(&place), sizeof place);
    return descriptor;
}

} // namespace

TlsSender::TlsSender(quint16 port, const char *priorities)
    : m_socket(connectedSocket(port))
{
    gnutls_certificate_allocate_credentials(&m_credentials);
    gnutls_init(&m_session, GNUTLS_CLIENT | GNUTLS_NO_SIGNAL);
    gnutls_credentials_set(m_session, GNUTLS_CRD_CERTIFICATE, m_credentials);
    gnutls_transport_set_int(m_session, m_socket);
    const bool isSet = gnutls_priority_set_direct(m_session, priorities, nullptr) == GNUTLS_E_SUCCESS;
    m_isEncrypted = isSet && shakeHands();
}

TlsSender::~TlsSender()
{
    gnutls_deinit(m_session);
    gnutls_certificate_free_credentials(m_credentials);
    ::close(m_socket);
}

bool TlsSender::shakeHands()
{
    int result = GNUTLS_E_INTERRUPTED;
    while (result == GNUTLS_E_INTERRUPTED)
        result = gnutls_handshake(m_session);
    return result == GNUTLS_E_SUCCESS;
}

QString TlsSender::version() const
{
    return QString::fromLatin1(gnutls_protocol_get_name(gnutls_protocol_get_version(m_session)));
}

QString TlsSender::fingerprint() const
{
    unsigned int size = 0;
    const gnutls_datum_t *chain = gnutls_certificate_get_peers(m_session, &size);
    if (chain == nullptr || size == 0)
        return {};
    const QByteArray der(reinterpret_cast<const char *>(chain->data), qsizetype(chain->size));
    return QString::fromLatin1(QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex(':').toUpper());
}

void TlsSender::send(const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count = gnutls_record_send(m_session, bytes.constData() + sent, std::size_t(bytes.size() - sent));
        if (count <= 0)
            return; // the other side has gone, which the test will see
        sent += count;
    }
}

/** False at the end. */
bool TlsSender::receive()
{
    std::array<char, 16384> piece;
    ssize_t count = GNUTLS_E_INTERRUPTED;
    while (count == GNUTLS_E_INTERRUPTED)
        count = gnutls_record_recv(m_session, piece.data(), piece.size());
    m_hasEnded = count == 0;
    if (count <= 0)
        return false;
    m_buffer.append(piece.data(), count);
    return true;
}

QByteArray TlsSender::read(QByteArrayView end)
{
    while (!m_buffer.contains(end) && receive()) { }
    const qsizetype place = m_buffer.indexOf(end);
    const QByteArray taken = m_buffer.first(place < 0 ? m_buffer.size() : place + end.size());
    m_buffer.remove(0, taken.size());
    return taken;
}

int TlsSender::ask(const QByteArray &request)
{
    send(request);
    const QByteArray head = read("\r\n\r\n");
    const qsizetype field = head.indexOf("Content-Length: ");
    const qsizetype length = field < 0 ? 0 : head.mid(field + 16, head.indexOf('\r', field) - field - 16).toLongLong();
    while (m_buffer.size() < length && receive()) { }
    m_buffer.remove(0, length);
    return head.mid(9, 3).toInt();
}

bool TlsSender::isClosedCleanly()
{
    while (receive()) { }
    return m_hasEnded;
}

CertificateFiles selfSignedFiles(const QString &folder, const QString &name)
{
    const CertificateFiles files = {folder + QLatin1Char('/') + name + QStringLiteral(".pem"),
                                    folder + QLatin1Char('/') + name + QStringLiteral(".key")};
    const QStringList names = {QStringLiteral("localhost"), QStringLiteral("127.0.0.1")};
    const auto made = makeSelfSignedCertificate(files, names, SystemClock().now());
    [&made] { QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().detail)); }();
    return files;
}

} // namespace earshot
