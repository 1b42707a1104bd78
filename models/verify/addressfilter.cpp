// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/verify/addressfilter.h"

#include <QtEndian>

namespace earshot {
namespace {

/** The IPv4 address that is mapped into an IPv6 one (RFC 4291 section 2.5.5.2); else the address itself. Qt would take
 * `::` for `0.0.0.0` as well. */
QHostAddress unmapped(const QHostAddress &address)
{
    constexpr QByteArrayView c_mapped("\0\0\0\0\0\0\0\0\0\0\xff\xff", 12);
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return address;
    const Q_IPV6ADDR ipv6 = address.toIPv6Address();
    const QByteArrayView bytes(reinterpret_cast<const char *>(ipv6.c), sizeof ipv6.c);
    return bytes.startsWith(c_mapped) ? QHostAddress(qFromBigEndian<quint32>(bytes.last(4).data())) : address;
}

/** An address as bytes: four of IPv4, also where it is mapped into IPv6, or sixteen; none of a null one. */
QByteArray bytesOf(const QHostAddress &address)
{
    const QHostAddress plain = unmapped(address);
    if (plain.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 ipv4 = qToBigEndian(plain.toIPv4Address());
        return QByteArray(reinterpret_cast<const char *>(&ipv4), sizeof ipv4);
    }
    if (plain.protocol() != QAbstractSocket::IPv6Protocol)
        return {};
    const Q_IPV6ADDR ipv6 = plain.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(ipv6.c), sizeof ipv6.c);
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/** Four decimal numbers without leading zeros, which some programs read as octal. */
bool isDottedQuad(QByteArrayView text)
{
    int numbers = 0;
    for (const QByteArray &number : text.toByteArray().split('.')) {
        if (!isDigits(number) || number.size() > 3 || number.toInt() > 255
            || (number.size() > 1 && number.startsWith('0')))
            return false;
        ++numbers;
    }
    return numbers == 4;
}

/** An address in full, without a zone, and an IPv4 one that is mapped into IPv6 as IPv4; null for what is none. */
QHostAddress readAddress(QByteArrayView text)
{
    const bool isIPv6 = text.contains(':');
    if ((!isIPv6 && !isDottedQuad(text)) || text.contains('%'))
        return {};
    QHostAddress address;
    if (!address.setAddress(QString::fromLatin1(text)))
        return {};
    return unmapped(address);
}

/** The bits that count of `address/bits`; -1 for what is no number or too large. */
int readBits(QByteArrayView text, const QHostAddress &address, bool isMapped)
{
    constexpr int c_mappedBits = 96;
    const int most = address.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128;
    if (text.isNull())
        return most;
    const int bits = isDigits(text) && text.size() <= 3 ? text.toInt() : -1;
    const int counted = isMapped ? bits - c_mappedBits : bits;
    return counted > most ? -1 : counted;
}

/** RFC 7239 section 6 and what else stands in X-Forwarded-For: an address with or without a port, IPv6 in brackets or
 * bare. */
std::optional<QHostAddress> readNode(QByteArrayView node)
{
    QByteArrayView address = node;
    QByteArrayView port;
    if (node.startsWith('[')) {
        const qsizetype end = node.indexOf(']');
        if (end < 0 || !node.first(end).contains(':'))
            return std::nullopt;
        address = node.sliced(1, end - 1);
        port = node.sliced(end + 1);
    } else if (node.count(':') == 1) {
        address = node.first(node.indexOf(':'));
        port = node.sliced(address.size());
    }
    const bool isPort = port.isEmpty() || (port.startsWith(':') && (isDigits(port.sliced(1)) || port.startsWith(":_")));
    const QHostAddress read = readAddress(address);
    return isPort && !read.isNull() ? std::optional(read) : std::nullopt;
}

bool isEscaped(QByteArrayView text, qsizetype quote)
{
    qsizetype first = quote;
    while (first > 0 && text[first - 1] == '\\')
        --first;
    return (quote - first) % 2 != 0;
}

/** Takes the last piece off @p text that @p separator ends outside of quotes, and nothing left of it is looked at. Null
 * where a quote has no beginning. */
std::optional<QByteArrayView> takeLast(QByteArrayView &text, char separator)
{
    bool isQuoted = false;
    for (qsizetype at = text.size() - 1; at >= 0; --at) {
        if (text[at] == '"' && !isEscaped(text, at))
            isQuoted = !isQuoted;
        if (text[at] != separator || isQuoted)
            continue;
        const QByteArrayView last = text.sliced(at + 1);
        text = text.first(at);
        return last.trimmed();
    }
    if (isQuoted)
        return std::nullopt;
    const QByteArrayView last = text;
    text = {};
    return last.trimmed();
}

/** A token or a quoted string (RFC 9110 section 5.6.4) without its quotes; nothing for what is neither. */
std::optional<QByteArray> unquoted(QByteArrayView text)
{
    if (!text.startsWith('"'))
        return text.contains('"') ? std::nullopt : std::optional(text.toByteArray());
    if (text.size() < 2 || !text.endsWith('"') || isEscaped(text, text.size() - 1))
        return std::nullopt;
    QByteArray inner;
    for (qsizetype at = 1; at < text.size() - 1; ++at) {
        if (text[at] == '"')
            return std::nullopt;
        if (text[at] == '\\' && at + 2 < text.size())
            ++at;
        inner.append(text[at]);
    }
    return inner;
}

/** The one `for` of a Forwarded element; nothing if there is none or more, or it says no address. */
std::optional<QHostAddress> forwardedNode(QByteArrayView element)
{
    std::optional<QHostAddress> found;
    int count = 0;
    while (!element.isEmpty()) {
        const auto pair = takeLast(element, ';');
        const qsizetype equals = pair ? pair->indexOf('=') : -1;
        if (equals <= 0)
            return std::nullopt;
        if (pair->first(equals).compare("for", Qt::CaseInsensitive) != 0)
            continue;
        ++count;
        const auto value = unquoted(pair->sliced(equals + 1));
        found = value ? readNode(*value) : std::nullopt;
    }
    return count == 1 ? found : std::nullopt;
}

std::optional<QHostAddress> plainNode(QByteArrayView element)
{
    return readNode(element);
}

using ReadNode = std::optional<QHostAddress> (*)(QByteArrayView);

/** Walks a chain of hops from its right end to the first that is no trusted proxy; to the leftmost if all are. Nothing
 * if a hop on the way cannot be read. */
std::optional<QHostAddress> lastUntrusted(const QHostAddress &peer, const NetworkSet &trusted,
                                          const QList<QByteArrayView> &fields, ReadNode read)
{
    QHostAddress sender = unmapped(peer);
    for (auto field = fields.rbegin(); field != fields.rend(); ++field) {
        QByteArrayView rest = *field;
        while (!rest.isEmpty()) {
            const auto element = takeLast(rest, ',');
            if (element && element->isEmpty())
                continue; // RFC 9110 section 5.6.1: lists may have empty elements
            const auto hop = element ? read(*element) : std::nullopt;
            if (!hop)
                return std::nullopt;
            sender = *hop;
            if (!trusted.contains(sender))
                return sender;
        }
    }
    return sender;
}

bool isGiven(const QList<QByteArrayView> &fields)
{
    return std::any_of(fields.begin(), fields.end(), [](QByteArrayView field) { return !field.trimmed().isEmpty(); });
}

} // namespace

NetworkSet::NetworkSet(const QStringList &networks)
{
    for (const QString &network : networks) {
        const QByteArray text = network.trimmed().toUtf8();
        const qsizetype slash = text.indexOf('/');
        const QByteArrayView addressText = QByteArrayView(text).first(slash < 0 ? text.size() : slash);
        const QHostAddress address = readAddress(addressText);
        const bool isMapped = address.protocol() == QAbstractSocket::IPv4Protocol && addressText.contains(':');
        const int bits =
            readBits(slash < 0 ? QByteArrayView() : QByteArrayView(text).sliced(slash + 1), address, isMapped);
        if (address.isNull() || bits < 0)
            m_unreadable.append(network);
        else
            m_networks.append({address, bits});
    }
}

bool NetworkSet::contains(const QHostAddress &address) const
{
    const QByteArray bytes = bytesOf(address);
    const auto isWithin = [&bytes](const std::pair<QHostAddress, int> &network) {
        const QByteArray base = bytesOf(network.first);
        const int whole = network.second / 8;
        const int rest = network.second % 8;
        if (bytes.isEmpty() || base.size() != bytes.size() || base.first(whole) != bytes.first(whole))
            return false;
        return rest == 0 || ((uchar(base.at(whole)) ^ uchar(bytes.at(whole))) >> (8 - rest)) == 0;
    };
    return std::any_of(m_networks.begin(), m_networks.end(), isWithin);
}

std::optional<QHostAddress> senderAddress(const QHostAddress &peer, const NetworkSet &trustedProxies,
                                          const QList<QByteArrayView> &forwarded,
                                          const QList<QByteArrayView> &forwardedFor)
{
    if (!trustedProxies.contains(peer))
        return unmapped(peer);
    const bool hasForwarded = isGiven(forwarded);
    const bool hasForwardedFor = isGiven(forwardedFor);
    const auto byForwarded = lastUntrusted(peer, trustedProxies, forwarded, &forwardedNode);
    const auto byForwardedFor = lastUntrusted(peer, trustedProxies, forwardedFor, &plainNode);
    if (hasForwarded && hasForwardedFor)
        return byForwarded == byForwardedFor ? byForwarded : std::nullopt;
    return hasForwarded ? byForwarded : byForwardedFor;
}

} // namespace earshot
