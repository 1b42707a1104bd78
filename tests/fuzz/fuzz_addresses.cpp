// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lines: trusted networks with blanks between them, the peer, what a sender may have made up, and then fields, each
// after `F` (Forwarded) or `X` (X-Forwarded-For). Whatever they say: nobody is believed but a trusted proxy, and once
// an address is found that is no trusted proxy, nothing in front of it changes that.

#include "models/verify/addressfilter.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace earshot;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

using Fields = QList<QByteArrayView>;

/** As Qt sees it, which takes each network's text by itself. */
bool isWithinByQt(const QHostAddress &address, const QStringList &networks)
{
    return std::any_of(networks.begin(), networks.end(), [&address](const QString &network) {
        return address.isInSubnet(QHostAddress::parseSubnet(network));
    });
}

void checkSet(const NetworkSet &set, const QStringList &networks, const QHostAddress &peer)
{
    require(set.unreadable().size() <= networks.size());
    require(set.isEmpty() == (set.unreadable().size() == networks.size()));
    const bool isPlain =
        peer.protocol() == QAbstractSocket::IPv4Protocol && networks.filter(QStringLiteral(":")).isEmpty();
    if (isPlain && set.unreadable().isEmpty())
        require(set.contains(peer) == isWithinByQt(peer, networks));
}

/** The same fields with something more in front, as part of the first one or as another. */
QList<Fields> withMore(const Fields &fields, QByteArrayView madeUp, QByteArray &joined)
{
    if (std::all_of(fields.begin(), fields.end(), [](QByteArrayView field) { return field.trimmed().isEmpty(); }))
        return {fields};
    joined = madeUp.toByteArray() + ',' + fields.first().toByteArray();
    Fields longer = fields;
    longer.first() = joined;
    Fields more = fields;
    more.prepend(madeUp);
    return {longer, more};
}

void checkSender(const QHostAddress &peer, const NetworkSet &trusted, QByteArrayView madeUp, const Fields &forwarded,
                 const Fields &forwardedFor)
{
    const auto sender = senderAddress(peer, trusted, forwarded, forwardedFor);
    if (!trusted.contains(peer)) {
        require(sender && (*sender == peer || peer.protocol() == QAbstractSocket::IPv6Protocol));
        return;
    }
    if (!sender || trusted.contains(*sender))
        return;
    QByteArray joinedForwarded;
    QByteArray joinedFor;
    for (const Fields &moreForwarded : withMore(forwarded, madeUp, joinedForwarded)) {
        for (const Fields &moreFor : withMore(forwardedFor, madeUp, joinedFor))
            require(senderAddress(peer, trusted, moreForwarded, moreFor) == sender);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const QByteArrayList lines = input.split('\n');
    if (lines.size() < 3)
        return 0;
    const QStringList networks = QString::fromUtf8(lines.at(0)).split(QLatin1Char(' '));
    const NetworkSet trusted(networks);
    const QHostAddress peer(QString::fromUtf8(lines.at(1)));
    Fields forwarded;
    Fields forwardedFor;
    for (const QByteArray &line : lines.sliced(3)) {
        if (line.startsWith('F'))
            forwarded.append(QByteArrayView(line).sliced(1));
        else if (line.startsWith('X'))
            forwardedFor.append(QByteArrayView(line).sliced(1));
    }
    checkSet(trusted, networks, peer);
    checkSender(peer, trusted, lines.at(2), forwarded, forwardedFor);
    return 0;
}
