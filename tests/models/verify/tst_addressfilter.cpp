// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/verify/addressfilter.h"

#include <QTest>

using namespace earshot;

namespace {

QString text(const std::optional<QHostAddress> &address)
{
    return address ? address->toString() : QStringLiteral("unknown");
}

QList<QByteArrayView> views(const QByteArrayList &values)
{
    return {values.begin(), values.end()};
}

} // namespace

class AddressFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatLiesInANetwork_data();
    void knowsWhatLiesInANetwork();
    void namesWhatItCannotRead_data();
    void namesWhatItCannotRead();
    void anEmptySetContainsNothing();
    void readsForwarded_data();
    void readsForwarded();
    void readsForwardedFor_data();
    void readsForwardedFor();
    void believesNoFieldFromStrangers();
    void isNotFooledByWhatTheSenderMadeUp_data();
    void isNotFooledByWhatTheSenderMadeUp();
    void fieldsThatDifferTellNothing();
    void aMappedPeerCountsAsIPv4();
};

void AddressFilterTest::knowsWhatLiesInANetwork_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isWithin");
    QTest::newRow("first of /24") << "192.0.2.0/24" << "192.0.2.0" << true;
    QTest::newRow("last of /24") << "192.0.2.0/24" << "192.0.2.255" << true;
    QTest::newRow("after /24") << "192.0.2.0/24" << "192.0.3.0" << false;
    QTest::newRow("first of /23") << "192.0.2.0/23" << "192.0.3.255" << true;
    QTest::newRow("before /23") << "192.0.2.0/23" << "192.0.1.255" << false;
    QTest::newRow("/31") << "192.0.2.4/31" << "192.0.2.5" << true;
    QTest::newRow("after /31") << "192.0.2.4/31" << "192.0.2.6" << false;
    QTest::newRow("one address") << "46.19.210.148" << "46.19.210.148" << true;
    QTest::newRow("its neighbour") << "46.19.210.148" << "46.19.210.149" << false;
    QTest::newRow("all of IPv4") << "0.0.0.0/0" << "203.0.113.9" << true;
    QTest::newRow("no IPv6 in IPv4") << "0.0.0.0/0" << "2001:db8::1" << false;
    QTest::newRow("no IPv4 in IPv6") << "::/0" << "203.0.113.9" << false;
    QTest::newRow("the null address of IPv6") << "0.0.0.0/0" << "::" << false;
    QTest::newRow("an address that looks like IPv4") << "192.0.2.0/24" << "::192.0.2.1" << false;
    QTest::newRow("bits beyond the mask") << "192.0.2.77/24" << "192.0.2.1" << true;
    QTest::newRow("blanks around it") << " 192.0.2.0/24 " << "192.0.2.1" << true;
    QTest::newRow("mapped address") << "192.0.2.0/24" << "::ffff:192.0.2.9" << true;
    QTest::newRow("mapped network") << "::ffff:192.0.2.0/120" << "192.0.2.9" << true;
    QTest::newRow("beside a mapped network") << "::ffff:192.0.2.0/120" << "192.0.3.9" << false;
    QTest::newRow("IPv6 /32") << "2001:db8::/32" << "2001:db8:ffff::1" << true;
    QTest::newRow("beside IPv6 /32") << "2001:db8::/32" << "2001:db9::1" << false;
    QTest::newRow("IPv6 /61") << "2001:db8:0:8::/61" << "2001:db8:0:f::1" << true;
    QTest::newRow("after IPv6 /61") << "2001:db8:0:8::/61" << "2001:db8:0:10::1" << false;
    QTest::newRow("IPv6 address") << "2A01:AD00:2:3::148" << "2a01:ad00:2:3::148" << true;
}

void AddressFilterTest::knowsWhatLiesInANetwork()
{
    QFETCH(QString, network);
    QFETCH(QString, address);
    const NetworkSet set({network});
    QCOMPARE(set.unreadable(), QStringList());
    QTEST(set.contains(QHostAddress(address)), "isWithin");
}

void AddressFilterTest::namesWhatItCannotRead_data()
{
    QTest::addColumn<QString>("network");
    for (const char *text : {"",
                             "/",
                             "/24",
                             "192.0.2.0/",
                             "192.0.2.0/33",
                             "192.0.2.0/-1",
                             "192.0.2.0/+8",
                             "192.0.2.0/24/8",
                             "192.0.2.0/0x8",
                             "192.0.2/24",
                             "10/8",
                             "10",
                             "192.0.2.0.0/24",
                             "192.0.2.256",
                             "192.0.02.1",
                             "2001:db8::/129",
                             "2001:db8::1%eth0",
                             "fe80::/64%1",
                             "::ffff:192.0.2.0/95",
                             "hooks.example",
                             "192.0.2.0-192.0.2.9",
                             "[2001:db8::]/32",
                             "any"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void AddressFilterTest::namesWhatItCannotRead()
{
    QFETCH(QString, network);
    const NetworkSet set({QStringLiteral("198.51.100.7"), network});
    QCOMPARE(set.unreadable(), QStringList(network));
    QVERIFY(set.contains(QHostAddress(QStringLiteral("198.51.100.7"))));
    QVERIFY(!set.contains(QHostAddress(QStringLiteral("192.0.2.1"))));
    QVERIFY(!set.contains(QHostAddress(QStringLiteral("2001:db8::1"))));
}

void AddressFilterTest::anEmptySetContainsNothing()
{
    QVERIFY(NetworkSet().isEmpty());
    QVERIFY(!NetworkSet().contains(QHostAddress(QHostAddress::LocalHost)));
    QVERIFY(!NetworkSet({QStringLiteral("0.0.0.0/0"), QStringLiteral("::/0")}).contains(QHostAddress()));
}

void AddressFilterTest::readsForwarded_data()
{
    QTest::addColumn<QByteArrayList>("fields");
    QTest::addColumn<QString>("sender");
    const auto row = [](const char *name, const QByteArrayList &fields, const char *sender) {
        QTest::newRow(name) << fields << QString::fromLatin1(sender);
    };
    row("RFC 7239 section 4", {"for=192.0.2.43"}, "192.0.2.43");
    row("with more parameters", {"for=192.0.2.60;proto=http;by=203.0.113.43"}, "192.0.2.60");
    row("in another order and case", {"By=203.0.113.43; FOR=192.0.2.60 ;proto=https"}, "192.0.2.60");
    row("quoted IPv6 with a port", {"For=\"[2001:db8:cafe::17]:4711\""}, "2001:db8:cafe::17");
    row("quoted IPv4 with a port", {"for=\"192.0.2.43:47011\""}, "192.0.2.43");
    row("an obfuscated port", {"for=\"192.0.2.43:_gazonk\""}, "192.0.2.43");
    row("the last of several", {"for=192.0.2.43, for=198.51.100.17"}, "198.51.100.17");
    row("behind a trusted hop", {"for=192.0.2.43, for=10.0.0.2"}, "192.0.2.43");
    row("behind two, in two fields", {"for=192.0.2.43", "for=10.0.0.2, for=10.0.0.3"}, "192.0.2.43");
    row("a quoted comma and semicolon", {"for=192.0.2.43;host=\"a,b;for=192.0.2.99\""}, "192.0.2.43");
    row("a quoted quote", {"for=192.0.2.43;host=\"a\\\"b\""}, "192.0.2.43");
    row("an escaped address", {"for=\"192.0.2.4\\3\""}, "192.0.2.43");
    row("only trusted hops", {"for=10.0.0.9, for=10.0.0.2"}, "10.0.0.9");
    row("empty elements", {"for=192.0.2.43, ,for=10.0.0.2,"}, "192.0.2.43");
    row("an empty field", {""}, "10.0.0.1");
    row("unknown", {"for=unknown"}, "unknown");
    row("a name", {"for=_hidden"}, "unknown");
    row("no for", {"proto=https"}, "unknown");
    row("two for", {"for=192.0.2.43;for=192.0.2.44"}, "unknown");
    row("no pair", {"192.0.2.43"}, "unknown");
    row("bare IPv6 in quotes", {"for=\"2001:db8::1\""}, "2001:db8::1");
    row("a bracket too few", {"for=\"[2001:db8::1\""}, "unknown");
    row("IPv4 in brackets", {"for=\"[192.0.2.1]\""}, "unknown");
    row("text after the bracket", {"for=\"[2001:db8::1]x\""}, "unknown");
    row("an open quote", {"for=\"192.0.2.43"}, "unknown");
    row("text after the quote", {"for=\"192.0.2.43\"x"}, "unknown");
}

void AddressFilterTest::readsForwarded()
{
    QFETCH(QByteArrayList, fields);
    const NetworkSet trusted({QStringLiteral("10.0.0.0/8")});
    QTEST(text(senderAddress(QHostAddress(QStringLiteral("10.0.0.1")), trusted, views(fields), {})), "sender");
}

void AddressFilterTest::readsForwardedFor_data()
{
    QTest::addColumn<QByteArrayList>("fields");
    QTest::addColumn<QString>("sender");
    const auto row = [](const char *name, const QByteArrayList &fields, const char *sender) {
        QTest::newRow(name) << fields << QString::fromLatin1(sender);
    };
    row("one", {"192.0.2.43"}, "192.0.2.43");
    row("the last of several", {"192.0.2.43, 198.51.100.17"}, "198.51.100.17");
    row("behind trusted hops", {"192.0.2.43,10.0.0.3 , 10.0.0.2"}, "192.0.2.43");
    row("in several fields", {"198.51.100.17, 192.0.2.43", "10.0.0.2"}, "192.0.2.43");
    row("with a port", {"192.0.2.43:52431"}, "192.0.2.43");
    row("IPv6", {"2001:db8::17"}, "2001:db8::17");
    row("IPv6 in brackets", {"[2001:db8::17]"}, "2001:db8::17");
    row("IPv6 with a port", {"[2001:db8::17]:443"}, "2001:db8::17");
    row("mapped IPv4", {"::ffff:192.0.2.43"}, "192.0.2.43");
    row("only trusted hops", {"10.1.1.1, 10.0.0.2"}, "10.1.1.1");
    row("nothing", {}, "10.0.0.1");
    row("unknown", {"unknown"}, "unknown");
    row("nonsense behind a trusted hop", {"192.0.2.43, nonsense, 10.0.0.2"}, "unknown");
    row("octal", {"0300.0.02.053"}, "unknown");
    row("one number", {"3221225771"}, "unknown");
    row("a zone", {"fe80::1%eth0"}, "unknown");
    row("an empty port", {"192.0.2.43:"}, "unknown");
    row("a header in it", {"192.0.2.43\r\nX: y"}, "unknown");
}

void AddressFilterTest::readsForwardedFor()
{
    QFETCH(QByteArrayList, fields);
    const NetworkSet trusted({QStringLiteral("10.0.0.0/8")});
    QTEST(text(senderAddress(QHostAddress(QStringLiteral("10.0.0.1")), trusted, {}, views(fields))), "sender");
}

void AddressFilterTest::believesNoFieldFromStrangers()
{
    const QHostAddress peer(QStringLiteral("203.0.113.9"));
    const NetworkSet trusted({QStringLiteral("10.0.0.0/8")});
    QCOMPARE(text(senderAddress(peer, trusted, {"for=10.0.0.1"}, {"10.0.0.1"})), peer.toString());
    QCOMPARE(text(senderAddress(peer, NetworkSet(), {"for=192.0.2.1"}, {"192.0.2.1"})), peer.toString());
}

void AddressFilterTest::isNotFooledByWhatTheSenderMadeUp_data()
{
    QTest::addColumn<QByteArray>("madeUp");
    QTest::newRow("an address") << QByteArray("for=192.0.2.1");
    QTest::newRow("a trusted proxy") << QByteArray("for=10.0.0.2");
    QTest::newRow("several") << QByteArray("for=192.0.2.1, for=10.0.0.3, for=10.0.0.2");
    QTest::newRow("an open quote") << QByteArray("for=192.0.2.1;host=\"");
    QTest::newRow("an open quote in front") << QByteArray("\"for=192.0.2.1");
    QTest::newRow("a backslash at the end") << QByteArray("for=192.0.2.1;host=\"a\\");
    QTest::newRow("a quoted string about it all") << QByteArray("for=192.0.2.1;host=\"x\", \"");
    QTest::newRow("nonsense") << QByteArray(",;=,,;\"\\\"=for");
    QTest::newRow("unknown") << QByteArray("for=unknown");
}

void AddressFilterTest::isNotFooledByWhatTheSenderMadeUp()
{
    QFETCH(QByteArray, madeUp);
    const QHostAddress peer(QStringLiteral("10.0.0.1"));
    const NetworkSet trusted({QStringLiteral("10.0.0.0/8")});
    for (const QByteArray &seen : {QByteArray("for=203.0.113.9"), QByteArray("for=\"203.0.113.9:80\";proto=https"),
                                   QByteArray("proto=https;for=203.0.113.9, for=10.0.0.2")}) {
        const QByteArray appended = madeUp + ", " + seen;
        QCOMPARE(text(senderAddress(peer, trusted, {appended}, {})), QStringLiteral("203.0.113.9"));
        QCOMPARE(text(senderAddress(peer, trusted, {madeUp, seen}, {})), QStringLiteral("203.0.113.9"));
    }
    const QByteArray appendedFor = madeUp + ", 203.0.113.9";
    QCOMPARE(text(senderAddress(peer, trusted, {}, {appendedFor})), QStringLiteral("203.0.113.9"));
}

void AddressFilterTest::fieldsThatDifferTellNothing()
{
    const QHostAddress peer(QStringLiteral("10.0.0.1"));
    const NetworkSet trusted({QStringLiteral("10.0.0.0/8")});
    QCOMPARE(text(senderAddress(peer, trusted, {"for=203.0.113.9"}, {"203.0.113.9"})), QStringLiteral("203.0.113.9"));
    QCOMPARE(text(senderAddress(peer, trusted, {"for=192.0.2.1"}, {"203.0.113.9"})), QStringLiteral("unknown"));
    QCOMPARE(text(senderAddress(peer, trusted, {"for=_x"}, {"203.0.113.9"})), QStringLiteral("unknown"));
}

void AddressFilterTest::aMappedPeerCountsAsIPv4()
{
    const QHostAddress peer(QStringLiteral("::ffff:10.0.0.1"));
    const NetworkSet trusted({QStringLiteral("10.0.0.0/8")});
    QCOMPARE(text(senderAddress(peer, trusted, {}, {"203.0.113.9"})), QStringLiteral("203.0.113.9"));
    QCOMPARE(text(senderAddress(peer, trusted, {}, {})), QStringLiteral("10.0.0.1"));
    QCOMPARE(text(senderAddress(peer, NetworkSet(), {}, {})), QStringLiteral("10.0.0.1"));
}

QTEST_GUILESS_MAIN(AddressFilterTest)
#include "tst_addressfilter.moc"
