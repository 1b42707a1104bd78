// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/replay/replayhistory.h"

#include <QHostAddress>
#include <QSettings>

namespace earshot {
namespace {

constexpr qsizetype c_most = 10;
const auto c_addresses = QStringLiteral("replay/addresses");
const auto c_hosts = QStringLiteral("replay/agreedHosts");

bool isThisComputer(const QString &host)
{
    return host == QLatin1StringView("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

QStringList ReplayHistory::addresses() const
{
    return m_settings.value(c_addresses).toStringList();
}

void ReplayHistory::add(const QUrl &address)
{
    const QString text = address.toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    QStringList kept = addresses();
    kept.removeAll(text);
    kept.prepend(text);
    m_settings.setValue(c_addresses, QStringList(kept.first(std::min(kept.size(), c_most))));
}

bool ReplayHistory::isAgreed(const QUrl &address) const
{
    return isThisComputer(address.host()) || m_settings.value(c_hosts).toStringList().contains(address.host());
}

void ReplayHistory::agree(const QUrl &address)
{
    QStringList hosts = m_settings.value(c_hosts).toStringList();
    if (!hosts.contains(address.host()))
        m_settings.setValue(c_hosts, QStringList(hosts + QStringList{address.host()}));
}

} // namespace earshot
