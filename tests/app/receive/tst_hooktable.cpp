// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/hooktable.h"

#include "app/receive/peeraddress.h"

#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace earshot {
namespace {

/** A peer as accept() gives it, of the address's own family. */
PeerAddress peer(const QByteArray &address)
{
    PeerAddress result;
    auto *v4 = reinterpret_cast<sockaddr_in *>(&result.storage);
    auto *v6 = reinterpret_cast<sockaddr_in6 *>(&result.storage);
    if (inet_pton(AF_INET, address.constData(), &v4->sin_addr) == 1)
        v4->sin_family = AF_INET;
    else if (inet_pton(AF_INET6, address.constData(), &v6->sin6_addr) == 1)
        v6->sin6_family = AF_INET6;
    return result;
}

/** Says the time it was told. */
class SetClock final : public Clock
{
public:
    Timestamp now() const override { return time; }

    Timestamp time = fromMicroseconds(1'700'000'000'000'000);
};

Hook hookOf(qint64 sourceId, const QByteArray &token)
{
    Hook hook;
    hook.sourceId = sourceId;
    hook.secrets.tokens = {{token, std::nullopt}};
    return hook;
}

const QByteArray c_first = QByteArrayLiteral("aaaaaaaaaaaaaaaa");
const QByteArray c_second = QByteArrayLiteral("bbbbbbbbbbbbbbbb");

} // namespace

class HookTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAHookByItsTokenOnly_data();
    void findsAHookByItsTokenOnly();
    void keepsWhatBelongsToAHook();
    void takesTwoTokensWhileTheyOverlap();
    void givesASharedTokenToTheFirstSource();
    void goesOnCountingInTheNextTable();
    void countsAnewUnderAnotherRate();
    void leavesOutAnAnswerThatCannotBeGiven();
    void knowsNoHookWhenEmpty();
    void allowsNetworks_data();
    void allowsNetworks();
};

void HookTableTest::findsAHookByItsTokenOnly_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<qint64>("sourceId");
    QTest::newRow("first") << QByteArray("aaaaaaaaaaaaaaaa") << qint64(1);
    QTest::newRow("second") << QByteArray("bbbbbbbbbbbbbbbb") << qint64(2);
    QTest::newRow("shorter") << QByteArray("aaaaaaaaaaaaaaa") << qint64(0);
    QTest::newRow("longer") << QByteArray("aaaaaaaaaaaaaaaaa") << qint64(0);
    QTest::newRow("with a nul") << QByteArray("aaaaaaaaaaaaaaaa\0", 17) << qint64(0);
    QTest::newRow("other case") << QByteArray("AAAAAAAAAAAAAAAA") << qint64(0);
    QTest::newRow("empty") << QByteArray() << qint64(0);
}

void HookTableTest::findsAHookByItsTokenOnly()
{
    QFETCH(QByteArray, token);
    QFETCH(qint64, sourceId);
    const HookTable table({hookOf(1, c_first), hookOf(2, c_second)});
    const HookEntry *found = table.find(token, SetClock());
    QCOMPARE(found != nullptr ? found->sourceId : 0, sourceId);
}

void HookTableTest::keepsWhatBelongsToAHook()
{
    Hook hook = hookOf(1, c_first);
    hook.allow = {QStringLiteral("10.0.0.0/8")};
    hook.proof.secretHeader = "X-Key";
    hook.secrets.header = "s3cret";
    hook.publicBase = QStringLiteral("https://hooks.example/");
    const HookTable table({hook});
    const HookEntry *found = table.find(c_first, SetClock());
    QVERIFY(found != nullptr);
    QCOMPARE(found->proof, hook.proof);
    QCOMPARE(found->secrets.header, QByteArray("s3cret"));
    QVERIFY(found->secrets.tokens.isEmpty());
    QCOMPARE(found->publicBase, QByteArray("https://hooks.example"));
    QVERIFY(found->allow.allows(QHostAddress(QStringLiteral("10.1.2.3"))));
    QVERIFY(!found->allow.allows(QHostAddress(QStringLiteral("11.1.2.3"))));
    QVERIFY(!found->allow.allows(std::nullopt));
    QVERIFY(AllowList().allows(std::nullopt));
}

void HookTableTest::takesTwoTokensWhileTheyOverlap()
{
    SetClock clock;
    Hook hook = hookOf(1, c_first);
    hook.secrets.tokens.append({c_second, clock.time + std::chrono::hours(1)});
    const HookTable table({hook});
    QVERIFY(table.find(c_first, clock) != nullptr);
    QCOMPARE(table.find(c_second, clock), table.find(c_first, clock));
    clock.time += std::chrono::hours(1) - std::chrono::microseconds(1);
    QVERIFY(table.find(c_second, clock) != nullptr);
    clock.time += std::chrono::microseconds(1);
    QVERIFY(table.find(c_second, clock) == nullptr);
    QVERIFY(table.find(c_first, clock) != nullptr);
}

void HookTableTest::givesASharedTokenToTheFirstSource()
{
    QTest::ignoreMessage(QtWarningMsg, "two sources share a token; the first one gets its deliveries, not 2");
    const HookTable table({hookOf(1, c_first), hookOf(2, c_first)});
    QCOMPARE(table.find(c_first, SetClock())->sourceId, qint64(1));
}

void HookTableTest::goesOnCountingInTheNextTable()
{
    Hook hook = hookOf(1, c_first);
    hook.rateLimit = RateLimit{60, 1};
    const HookTable before({hook, hookOf(2, c_second)});
    const RateLimiter::Clock::time_point now(std::chrono::hours(1));
    const HookEntry *entry = before.find(c_first, SetClock());
    QVERIFY(!entry->rate->take(now));
    ++*entry->turns;

    hook.secrets.tokens.prepend({"cccccccccccccccc", std::nullopt});
    const HookTable after({hook}, before);
    const HookEntry *next = after.find("cccccccccccccccc", SetClock());
    QCOMPARE(next->turns->load(), quint64(1));
    QVERIFY(next->rate->take(now).has_value());
    QVERIFY(after.find(c_second, SetClock()) == nullptr);
}

void HookTableTest::countsAnewUnderAnotherRate()
{
    Hook hook = hookOf(1, c_first);
    hook.rateLimit = RateLimit{60, 1};
    const HookTable before({hook});
    const RateLimiter::Clock::time_point now(std::chrono::hours(1));
    QVERIFY(!before.find(c_first, SetClock())->rate->take(now));
    hook.rateLimit = RateLimit{60, 2};
    const HookTable after({hook}, before);
    QVERIFY(!after.find(c_first, SetClock())->rate->take(now));
    hook.rateLimit.reset();
    QVERIFY(HookTable({hook}, after).find(c_first, SetClock())->rate == nullptr);
}

void HookTableTest::leavesOutAnAnswerThatCannotBeGiven()
{
    Hook hook = hookOf(1, c_first);
    hook.answer.emplace().status = 101;
    QTest::ignoreMessage(QtWarningMsg, "an answer of status 101 cannot be given; source 1 answers 200");
    QVERIFY(!HookTable({hook}).find(c_first, SetClock())->answer);
    hook.answer->status = 503;
    QCOMPARE(HookTable({hook}).find(c_first, SetClock())->answer, hook.answer);
    hook.answer->delay = std::chrono::hours(1);
    QCOMPARE(HookTable({hook}).find(c_first, SetClock())->answer->delay, std::chrono::milliseconds(60'000));
}

void HookTableTest::knowsNoHookWhenEmpty()
{
    QVERIFY(HookTable().find(c_first, SetClock()) == nullptr);
}

void HookTableTest::allowsNetworks_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QByteArray>("sender");
    QTest::addColumn<bool>("isAllowed");
    const QString v4 = QStringLiteral("192.0.2.128/25");
    const QString v6 = QStringLiteral("2001:db8::/32");
    QTest::newRow("first of v4") << v4 << QByteArray("192.0.2.128") << true;
    QTest::newRow("before v4") << v4 << QByteArray("192.0.2.127") << false;
    QTest::newRow("v4 on a v6 socket") << v4 << QByteArray("::ffff:192.0.2.200") << true;
    QTest::newRow("other v4 on a v6 socket") << v4 << QByteArray("::ffff:192.0.2.1") << false;
    QTest::newRow("v6") << v6 << QByteArray("2001:db8:1::1") << true;
    QTest::newRow("other v6") << v6 << QByteArray("2001:db9::1") << false;
    QTest::newRow("v6 against v4") << v4 << QByteArray("2001:db8::1") << false;
    QTest::newRow("v4 against v6") << v6 << QByteArray("192.0.2.200") << false;
    QTest::newRow("single address") << QStringLiteral(" 192.0.2.1 ") << QByteArray("192.0.2.1") << true;
    QTest::newRow("everybody of v4") << QStringLiteral("0.0.0.0/0") << QByteArray("203.0.113.9") << true;
}

void HookTableTest::allowsNetworks()
{
    QFETCH(QString, network);
    QFETCH(QByteArray, sender);
    const AllowList networks({network});
    QTEST(networks.allows(hostAddress(peer(sender).get())), "isAllowed");
}

} // namespace earshot

QTEST_GUILESS_MAIN(earshot::HookTableTest)
#include "tst_hooktable.moc"
