// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/addresscounts.h"

#include <QTest>

#include <vector>

namespace earshot {
namespace {

NetworkSet free()
{
    return NetworkSet({QStringLiteral("127.0.0.0/8"), QStringLiteral("2001:db8:ff::/48")});
}

} // namespace

class AddressCountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsInAsManyAsAllowed();
    void givesAPlaceBack();
    void countsAnIpv6NetworkAsOne_data();
    void countsAnIpv6NetworkAsOne();
    void doesNotCountFreeNetworks_data();
    void doesNotCountFreeNetworks();
    void keepsAReleasedPlaceUntilItIsAdopted();
};

void AddressCountsTest::letsInAsManyAsAllowed()
{
    AddressCounts counts(2, free());
    const QHostAddress one(QStringLiteral("192.0.2.1"));
    const auto first = counts.enter(one);
    const auto second = counts.enter(one);
    QVERIFY(first && second);
    QVERIFY(!counts.enter(one));
    QVERIFY(counts.enter(QHostAddress(QStringLiteral("192.0.2.2"))).has_value());
}

void AddressCountsTest::givesAPlaceBack()
{
    AddressCounts counts(1, free());
    const QHostAddress one(QStringLiteral("192.0.2.1"));
    for (int i = 0; i < 3; ++i) {
        auto place = counts.enter(one);
        QVERIFY(place.has_value());
        const AddressCounts::Place moved = *std::move(place);
        QVERIFY(!counts.enter(one));
    }
    QVERIFY(counts.enter(one).has_value());
}

void AddressCountsTest::countsAnIpv6NetworkAsOne_data()
{
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("isSame");
    QTest::newRow("same /64") << QStringLiteral("2001:db8:0:1:ffff::9") << true;
    QTest::newRow("next /64") << QStringLiteral("2001:db8:0:2::1") << false;
    QTest::newRow("v4") << QStringLiteral("192.0.2.1") << false;
}

void AddressCountsTest::countsAnIpv6NetworkAsOne()
{
    QFETCH(QString, other);
    AddressCounts counts(1, free());
    const auto first = counts.enter(QHostAddress(QStringLiteral("2001:db8:0:1::1")));
    QVERIFY(first.has_value());
    QTEST(!counts.enter(QHostAddress(other)).has_value(), "isSame");
}

void AddressCountsTest::doesNotCountFreeNetworks_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("v4") << QStringLiteral("127.0.0.1");
    QTest::newRow("v6") << QStringLiteral("2001:db8:ff::1");
}

void AddressCountsTest::doesNotCountFreeNetworks()
{
    QFETCH(QString, address);
    AddressCounts counts(1, free());
    std::vector<std::optional<AddressCounts::Place>> places;
    for (int i = 0; i < 10; ++i) {
        places.push_back(counts.enter(QHostAddress(address)));
        QVERIFY(places.back().has_value());
    }
}

void AddressCountsTest::keepsAReleasedPlaceUntilItIsAdopted()
{
    AddressCounts counts(1, free());
    const QHostAddress one(QStringLiteral("192.0.2.1"));
    {
        auto place = counts.enter(one);
        QVERIFY(place.has_value());
        place->release();
    }
    QVERIFY(!counts.enter(one));
    {
        const AddressCounts::Place adopted = counts.adopt(one);
        QVERIFY(!counts.enter(one));
    }
    QVERIFY(counts.enter(one).has_value());
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::AddressCountsTest)
#include "tst_addresscounts.moc"
