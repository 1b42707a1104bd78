// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/quarantine.h"

#include "models/store/storeddelivery.h"
#include "tests/models/store/livestore.h"
#include "tests/models/store/storetext.h"

#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

const QByteArray c_call =
    R"({"type":"call.ended","id":"42","scope":"call","at":1778760000000000,"patch":{"status":"completed"}})";

qint64 sendAs(LiveStore &store, const QByteArray &body, const QString &verdict, const QString &reason = {},
              std::chrono::seconds offset = {})
{
    Delivery delivery = store.deliveryOf(body, offset);
    delivery.verdict = verdict;
    delivery.verdictReason = reason;
    delivery.headers = {{"X-Signature", "sha256=00"}};
    return store.sendDelivery(delivery);
}

qint64 sendFailed(LiveStore &store, const QByteArray &body, std::chrono::seconds offset = {})
{
    return sendAs(store, body, QStringLiteral("failed"), QStringLiteral("previous-secret"), offset);
}

QString stateOf(const LiveStore &store, qint64 delivery)
{
    return store.reader()
        .value(QStringLiteral("SELECT \"state\" FROM finding WHERE \"delivery\" = ?"), {delivery})
        .value()
        .toString();
}

Result<QList<qint64>> released(LiveStore &store, const QList<qint64> &ids)
{
    return store.writer()
        .run<QList<qint64>>([ids](const Database &database) { return quarantine::release(database, ids); })
        .result();
}

Result<qint64> discarded(LiveStore &store, const QList<qint64> &ids)
{
    return store.writer()
        .run<qint64>([ids](const Database &database) { return quarantine::discard(database, ids); })
        .result();
}

WriterSettings bounded(const QuarantineBound &bound)
{
    WriterSettings settings;
    settings.sweepInterval = 20ms;
    settings.quarantine = bound;
    return settings;
}

} // namespace

class QuarantineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNeitherDecodedNorProjected_data();
    void isNeitherDecodedNorProjected();
    void anAuthenticRepeatIsNoRepeat();
    void aReleasedCopyCountsLikeAnyOther();
    void isReleasedOnce();
    void onlyWhatIsThereCanBeReleased();
    void onlyQuarantinedDeliveriesAreDiscarded();
    void aRebuildSaysTheSame();
    void discardingDuringARebuildHoldsItUpNot();
    void keepsNoMoreThanItsBound_data();
    void keepsNoMoreThanItsBound();
};

void QuarantineTest::isNeitherDecodedNorProjected_data()
{
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("reason");
    QTest::newRow("failed") << QStringLiteral("failed") << QStringLiteral("previous-secret");
    QTest::newRow("expired") << QStringLiteral("expired") << QStringLiteral("clock-behind 420");
    QTest::newRow("unchecked") << QStringLiteral("unchecked") << QStringLiteral("secret-unreadable");
}

void QuarantineTest::isNeitherDecodedNorProjected()
{
    QFETCH(QString, verdict);
    QFETCH(QString, reason);
    LiveStore store;
    const qint64 id = sendAs(store, c_call, verdict, reason);
    store.settle();
    QCOMPARE(stateOf(store, id), QStringLiteral("quarantined"));
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM event")), 0);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM conversation")), 0);
    const auto listed = quarantine::list(store.reader());
    QVERIFY(listed);
    QCOMPARE(listed->size(), 1);
    QCOMPARE(listed->first().id, id);
    QCOMPARE(listed->first().verdict, verdict);
    QCOMPARE(listed->first().source, QStringLiteral("desk"));
    QCOMPARE(listed->first().bytes, c_call.size());
    QVERIFY(!listed->first().reason.isEmpty());
    QVERIFY(!listed->first().releasedAs);
    QCOMPARE(faultsOf(store.reader()), QString());
}

void QuarantineTest::anAuthenticRepeatIsNoRepeat()
{
    LiveStore store;
    const qint64 forged = sendFailed(store, c_call);
    const qint64 second = sendFailed(store, c_call, 1s);
    const qint64 authentic = sendAs(store, c_call, QStringLiteral("verified"), {}, 2s);
    const qint64 repeat = sendAs(store, c_call, QStringLiteral("verified"), {}, 3s);
    store.settle();
    QCOMPARE(stateOf(store, forged), QStringLiteral("quarantined"));
    QCOMPARE(stateOf(store, second), QStringLiteral("quarantined"));
    QCOMPARE(stateOf(store, authentic), QStringLiteral("decoded"));
    QCOMPARE(stateOf(store, repeat), QStringLiteral("duplicate"));
    QCOMPARE(store.number(QStringLiteral("SELECT \"duplicate_of\" FROM finding WHERE \"delivery\" = 4")), authentic);
}

void QuarantineTest::aReleasedCopyCountsLikeAnyOther()
{
    LiveStore store;
    const qint64 id = sendFailed(store, c_call, 5s);
    store.settle();
    const auto copies = released(store, {id});
    QVERIFY2(copies.has_value(), copies ? "" : qPrintable(copies.error().detail));
    QCOMPARE(copies->size(), 1);
    store.settle();
    QCOMPARE(stateOf(store, copies->first()), QStringLiteral("decoded"));
    QCOMPARE(stateOf(store, id), QStringLiteral("quarantined"));
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM conversation")), 1);
    const auto copy = storedDelivery(store.reader(), copies->first());
    const auto original = storedDelivery(store.reader(), id);
    QVERIFY(copy && original);
    QCOMPARE(copy->delivery.verdict, QStringLiteral("released"));
    QCOMPARE(store.number(QStringLiteral("SELECT \"released_from\" FROM delivery WHERE \"id\" = 2")), id);
    QCOMPARE(copy->delivery.receivedAt, original->delivery.receivedAt);
    QCOMPARE(copy->delivery.headers, original->delivery.headers);
    QCOMPARE(copy->delivery.target, original->delivery.target);
    QCOMPARE(copy->delivery.remote, original->delivery.remote);
    QCOMPARE(copy->delivery.body, c_call);
    QCOMPARE(quarantine::list(store.reader())->first().releasedAs, std::optional(copies->first()));
    QCOMPARE(faultsOf(store.reader()), QString());
}

void QuarantineTest::isReleasedOnce()
{
    LiveStore store;
    const qint64 first = sendFailed(store, c_call);
    const qint64 second = sendFailed(store, "{}");
    store.settle();
    QCOMPARE(released(store, {first, first})->size(), 1); // named twice is meant once
    store.settle();
    const auto again = released(store, {second, first});
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
    QVERIFY2(again.error().detail.contains(QStringLiteral("delivery 1 ")), qPrintable(again.error().detail));
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM delivery")), 3); // all or nothing
}

void QuarantineTest::onlyWhatIsThereCanBeReleased()
{
    LiveStore store;
    const qint64 fine = store.sendBody(c_call);
    const qint64 failed = sendFailed(store, c_call);
    store.settle();
    QCOMPARE(released(store, {fine}).error().code, ErrorCode::BadArgument);
    QCOMPARE(released(store, {99}).error().code, ErrorCode::NotFound);
    store.change(QStringLiteral("INSERT INTO frozen_delivery VALUES (?)"), {failed});
    store.change(QStringLiteral("DELETE FROM delivery_body WHERE \"delivery\" = ?"), {failed});
    QCOMPARE(released(store, {failed}).error().code, ErrorCode::BadArgument);
}

void QuarantineTest::onlyQuarantinedDeliveriesAreDiscarded()
{
    LiveStore store;
    const qint64 failed = sendFailed(store, c_call);
    const qint64 other = sendFailed(store, "{}");
    store.settle();
    const qint64 copy = released(store, {failed})->first();
    store.settle();
    const auto mixed = discarded(store, {other, copy});
    QVERIFY(!mixed);
    QVERIFY2(mixed.error().code == ErrorCode::BadArgument, qPrintable(mixed.error().detail));
    QCOMPARE(discarded(store, {99}).error().code, ErrorCode::NotFound);
    QCOMPARE(discarded(store, {failed, other}).value(), 2);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM delivery")), 1);
    QCOMPARE(stateOf(store, copy), QStringLiteral("decoded"));
    QCOMPARE(store.sendBody("{\"type\":\"x\"}"), copy + 1); // no id comes back
    store.settle();
    QCOMPARE(faultsOf(store.reader()), QString());
}

void QuarantineTest::aRebuildSaysTheSame()
{
    LiveStore store;
    const qint64 failed = sendFailed(store, c_call);
    sendFailed(store, "{}", 1s);
    store.settle();
    QVERIFY(released(store, {failed}));
    store.settle();
    const QString before = exportText(store.reader());
    QVERIFY(store.writer().rebuild().result());
    QCOMPARE(exportText(store.reader()), before);
    QVERIFY(before.contains(QStringLiteral("quarantined")));
}

void QuarantineTest::discardingDuringARebuildHoldsItUpNot()
{
    LiveStore store;
    for (int i = 0; i < 50; ++i)
        store.send(QStringLiteral("c%1").arg(i));
    const qint64 failed = sendFailed(store, c_call);
    store.settle();
    auto rebuilt = store.writer().rebuild();
    const auto went = discarded(store, {failed});
    QVERIFY2(went.has_value(), went ? "" : qPrintable(went.error().detail));
    QVERIFY(rebuilt.result());
    QCOMPARE(faultsOf(store.reader()), QString());
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM conversation")), 50);
}

void QuarantineTest::keepsNoMoreThanItsBound_data()
{
    QTest::addColumn<qint64>("deliveries");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("deliveries") << qint64(5) << (qint64(1) << 20);
    QTest::newRow("bytes") << qint64(1000) << qint64(500);
}

void QuarantineTest::keepsNoMoreThanItsBound()
{
    QFETCH(qint64, deliveries);
    QFETCH(qint64, bytes);
    LiveStore store(bounded({deliveries, bytes}));
    const qint64 kept = store.send(QStringLiteral("authentic"));
    qint64 last = 0;
    for (int i = 0; i < 20; ++i)
        last = sendFailed(store, QByteArray(100, char('a' + i)));
    const QString quarantined = QStringLiteral("SELECT count(*) FROM finding WHERE \"state\" = 'quarantined'");
    QTRY_COMPARE(store.number(quarantined), 5);
    QCOMPARE(store.number(QStringLiteral("SELECT min(\"delivery\") FROM finding WHERE \"state\" = 'quarantined'")),
             last - 4); // the newest
    QCOMPARE(stateOf(store, kept), QStringLiteral("decoded"));
    sendFailed(store, QByteArray(100, 'z')); // and after the first time too
    QTRY_COMPARE(store.number(QStringLiteral("SELECT min(\"delivery\") FROM finding WHERE \"state\" = 'quarantined'")),
                 last - 3);
    QCOMPARE(faultsOf(store.reader()), QString());
}

QTEST_GUILESS_MAIN(QuarantineTest)
#include "tst_quarantine.moc"
