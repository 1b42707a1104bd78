// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/system/addresses.h"

#include <QNetworkInterface>

#include <algorithm>

namespace earshot {
namespace {

bool isUp(const QNetworkInterface &interface)
{
    const auto flags = interface.flags();
    return flags.testFlag(QNetworkInterface::IsUp) && flags.testFlag(QNetworkInterface::IsRunning)
           && !flags.testFlag(QNetworkInterface::IsLoopBack);
}

bool hasAddress(const QNetworkInterface &interface, const QHostAddress &address)
{
    const auto entries = interface.addressEntries();
    return std::ranges::any_of(entries, [&address](const QNetworkAddressEntry &entry) {
        QHostAddress own = entry.ip();
        own.setScopeId({}); // link-local addresses carry their interface's name
        return own == address;
    });
}

} // namespace

AddressState addressState(const QString &address)
{
    const QHostAddress wanted(address);
    // The whole of 127.0.0.0/8 is the loopback interface's, whatever is written there.
    if (wanted.isLoopback() || wanted == QHostAddress(QHostAddress::AnyIPv4)
        || wanted == QHostAddress(QHostAddress::AnyIPv6))
        return AddressState::Ours;
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    if (std::ranges::any_of(interfaces, [&wanted](const auto &one) { return hasAddress(one, wanted); }))
        return AddressState::Ours;
    return std::ranges::any_of(interfaces, isUp) ? AddressState::Gone : AddressState::NetworkDown;
}

} // namespace earshot
