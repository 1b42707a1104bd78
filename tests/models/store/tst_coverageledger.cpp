// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/backfill.h"
#include "models/store/coverage.h"
#include "tests/models/store/storefixture.h"

#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

static const Timestamp c_noon = utc(QLatin1StringView("2026-05-14T12:00:00Z"));

class CoverageLedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsSpans();
    void notesCrashes();
    void addsRefusals();
    void countsArrivals_data();
    void countsArrivals();
    void countsThePastInSlices();
    void countsOnceWhatIsRolledBack();
    void seesWhatIsNotCountedYet();
    void readsCoverage();
    void findsWhatWasSeenInPart_data();
    void findsWhatWasSeenInPart();
    void asksAgainOnlyWhereSomethingChanged();
    void checksAnApiBase_data();
    void checksAnApiBase();

private:
    static void deliver(const StoreFixture &store, qint64 source, Timestamp at,
                        DeliveryState state = DeliveryState::Decoded, const QByteArray &method = "POST",
                        bool looped = false);
    static void must(const Result<void> &result);
};

void CoverageLedgerTest::must(const Result<void> &result)
{
    if (!result)
        qFatal("%ls", qUtf16Printable(result.error().detail));
}

void CoverageLedgerTest::deliver(const StoreFixture &store, qint64 source, Timestamp at, DeliveryState state,
                                 const QByteArray &method, bool looped)
{
    Delivery delivery;
    delivery.sourceId = source;
    delivery.receivedAt = at;
    delivery.method = method;
    delivery.target = "/hook/****";
    delivery.verdict = QStringLiteral("unsigned");
    delivery.looped = looped;
    store.addFinding(delivery, store.addDelivery(delivery), state);
}

void CoverageLedgerTest::keepsSpans()
{
    const StoreFixture store;
    const Database &database = store.database();
    QVERIFY(!StoreFixture::taken(coverageledger::beginning(database)));
    ListeningSpan first{c_noon, c_noon + 5s, QStringLiteral("http://127.0.0.1:8765"), std::nullopt};
    must(coverageledger::noteSpans(database, {first}));
    first.until = c_noon + 10s;
    const ListeningSpan second{c_noon + 1h, c_noon + 2h, QStringLiteral("http://[::1]:1"), DownReason::Port};
    must(coverageledger::noteSpans(database, {first, second}));
    first.until = c_noon + 7s; // an older word, written late
    must(coverageledger::noteSpans(database, {first}));
    first.until = c_noon + 10s;
    QCOMPARE(StoreFixture::taken(coverageledger::spans(database, Timestamp::min())),
             QList<ListeningSpan>({first, second}));
    QCOMPARE(StoreFixture::taken(coverageledger::spans(database, c_noon + 10s)), QList<ListeningSpan>({second}));
    QCOMPARE(StoreFixture::taken(coverageledger::beginning(database)), std::optional(c_noon));
}

void CoverageLedgerTest::notesCrashes()
{
    const StoreFixture store;
    const ListeningSpan crashed{c_noon, c_noon + 5s, QStringLiteral("x"), std::nullopt};
    const ListeningSpan stopped{c_noon + 1h, c_noon + 2h, QStringLiteral("x"), DownReason::Sleep};
    const ListeningSpan own{c_noon + 3h, c_noon + 3h, QStringLiteral("x"), std::nullopt};
    must(coverageledger::noteSpans(store.database(), {crashed, stopped, own}));
    must(coverageledger::closeCrashed(store.database(), own.from));
    const auto spans = StoreFixture::taken(coverageledger::spans(store.database(), Timestamp::min()));
    QCOMPARE(spans.at(0).ended, std::optional(DownReason::Crash));
    QCOMPARE(spans.at(1).ended, std::optional(DownReason::Sleep));
    QVERIFY(!spans.at(2).ended);
}

void CoverageLedgerTest::addsRefusals()
{
    const StoreFixture store;
    must(coverageledger::addRefusals(store.database(), {{c_noon, 1, 503, 2}, {c_noon, 0, 404, 1}}));
    must(coverageledger::addRefusals(store.database(), {{c_noon, 1, 503, 3}, {c_noon + 1min, 1, 503, 1}}));
    const QList<RefusalCount> expected{{c_noon, 0, 404, 1}, {c_noon, 1, 503, 5}, {c_noon + 1min, 1, 503, 1}};
    QCOMPARE(StoreFixture::taken(coverageledger::refusals(store.database(), c_noon, c_noon + 1h)), expected);
    QCOMPARE(StoreFixture::taken(coverageledger::refusals(store.database(), c_noon, c_noon + 1min)), expected.first(2));
    must(coverageledger::dropRefusalsBefore(store.database(), c_noon + 1min));
    QCOMPARE(StoreFixture::taken(coverageledger::refusals(store.database(), c_noon, c_noon + 1h)), expected.last(1));
}

void CoverageLedgerTest::countsArrivals_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<bool>("looped");
    QTest::addColumn<int>("counted");
    const QByteArray post("POST");
    QTest::newRow("understood") << int(DeliveryState::Decoded) << post << false << 1;
    QTest::newRow("of an unknown type") << int(DeliveryState::Unknown) << post << false << 1;
    QTest::newRow("malformed: it was sent all the same") << int(DeliveryState::Malformed) << post << false << 1;
    QTest::newRow("by GET") << int(DeliveryState::Decoded) << QByteArray("GET") << false << 1;
    QTest::newRow("a repeat") << int(DeliveryState::Duplicate) << post << false << 0;
    QTest::newRow("not believed") << int(DeliveryState::Quarantined) << post << false << 0;
    QTest::newRow("fetched") << int(DeliveryState::Decoded) << QByteArray("FETCH") << false << 0;
    QTest::newRow("our own") << int(DeliveryState::Decoded) << post << true << 0;
}

void CoverageLedgerTest::countsArrivals()
{
    QFETCH(int, state);
    QFETCH(QByteArray, method);
    QFETCH(bool, looped);
    QFETCH(int, counted);
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("desk"));
    deliver(store, source, c_noon + 14min, DeliveryState(state), method, looped);
    QVERIFY(!StoreFixture::taken(coverageledger::countArrivals(store.database(), 100)));
    const auto arrivals = StoreFixture::taken(coverageledger::arrivals(store.database(), c_noon, c_noon + 1h));
    QCOMPARE(arrivals.value(source).size(), counted);
    if (counted > 0)
        QCOMPARE(arrivals.value(source).first(), (ArrivalCount{c_noon, 1, c_noon + 14min, c_noon + 14min}));
}

void CoverageLedgerTest::countsThePastInSlices()
{
    StoreFixture store;
    const qint64 one = store.addSource(QStringLiteral("one"));
    const qint64 other = store.addSource(QStringLiteral("other"));
    for (int i = 0; i < 25; ++i)
        deliver(store, i % 5 == 0 ? other : one, c_noon + std::chrono::minutes(2 * i));
    const auto before = StoreFixture::taken(coverageledger::arrivals(store.database(), c_noon, c_noon + 2h));
    int slices = 1;
    while (StoreFixture::taken(coverageledger::countArrivals(store.database(), 7)))
        ++slices;
    QCOMPARE(slices, 4);
    QVERIFY(!StoreFixture::taken(coverageledger::countArrivals(store.database(), 7)));
    QCOMPARE(store.number(QStringLiteral("SELECT sum(\"count\") FROM arrival")), 25);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM arrival")),
             7); // four quarters of one, three of the other
    QCOMPARE(StoreFixture::taken(coverageledger::arrivals(store.database(), c_noon, c_noon + 2h)), before);
}

/** The counts and how far they go are one transaction. */
void CoverageLedgerTest::countsOnceWhatIsRolledBack()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("desk"));
    for (int i = 0; i < 10; ++i)
        deliver(store, source, c_noon + std::chrono::minutes(i));
    for (int round = 0; round < 3; ++round) {
        const auto crashed = store.database().transaction([&]() -> Result<void> {
            StoreFixture::taken(coverageledger::countArrivals(store.database(), 6));
            return failure(ErrorCode::Cancelled, QStringLiteral("the power is gone"));
        });
        QVERIFY(!crashed);
    }
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM arrival")), 0);
    while (StoreFixture::taken(coverageledger::countArrivals(store.database(), 6))) { }
    QCOMPARE(store.number(QStringLiteral("SELECT sum(\"count\") FROM arrival")), 10);
}

void CoverageLedgerTest::seesWhatIsNotCountedYet()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("desk"));
    deliver(store, source, c_noon + 1min);
    QVERIFY(!StoreFixture::taken(coverageledger::countArrivals(store.database(), 100)));
    deliver(store, source, c_noon + 14min);
    const auto arrivals = StoreFixture::taken(coverageledger::arrivals(store.database(), c_noon, c_noon + 1h));
    QCOMPARE(arrivals.value(source), QList<ArrivalCount>({{c_noon, 2, c_noon + 1min, c_noon + 14min}}));
    QCOMPARE(StoreFixture::taken(coverageledger::firstArrivals(store.database())).value(source), c_noon);
}

void CoverageLedgerTest::readsCoverage()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("Calls"), QStringLiteral("eigi"));
    for (int i = 0; i < 24 * 5; ++i)
        deliver(store, source, c_noon + std::chrono::hours(i) + 20min);
    const Timestamp end = c_noon + std::chrono::days(5);
    must(coverageledger::noteSpans(store.database(), {{c_noon, end - 20h, QStringLiteral("x"), DownReason::Stop},
                                                      {end - 10h, end, QStringLiteral("x"), std::nullopt}}));
    must(coverageledger::addRefusals(store.database(), {{end - 2h, source, 503, 4}}));
    Conversation partial;
    partial.startedAt = end - 1h;
    partial.updatedAt = end - 1h;
    store.addConversation(source, partial);
    const Coverage coverage = StoreFixture::taken(readCoverage(store.database(), {end - 24h, end}, end));
    QCOMPARE(coverage.gaps.size(), 1);
    QCOMPARE(coverage.sources.size(), 1);
    const SourceCoverage &found = coverage.sources.first();
    QCOMPARE(found.name, QStringLiteral("Calls"));
    QCOMPARE(found.received, qint64(24)); // also what another process may have written meanwhile
    QCOMPARE(found.listened, 14h);
    QVERIFY(found.missed->likely >= 9 && found.missed->likely <= 12);
    QCOMPARE(found.refusals, QList<RefusalSpan>({{{end - 2h, end - 2h + 1min}, 503, 4}}));
    QCOMPARE(found.incomplete, qint64(1));
    QVERIFY(found.canBackfill);
}

void CoverageLedgerTest::findsWhatWasSeenInPart_data()
{
    QTest::addColumn<QString>("lacks");
    QTest::addColumn<int>("daysAgo");
    QTest::addColumn<bool>("found");
    QTest::newRow("whole") << "" << 1 << false;
    QTest::newRow("without transcript") << "messages" << 1 << true;
    QTest::newRow("without duration") << "duration" << 1 << true;
    QTest::newRow("duration only deduced") << "saidDuration" << 1 << true;
    QTest::newRow("call without recording") << "recording" << 1 << true;
    QTest::newRow("chat without recording") << "call" << 1 << false;
    QTest::newRow("without an end") << "end" << 1 << true;
    QTest::newRow("end only assumed") << "saidEnd" << 1 << true;
    QTest::newRow("no longer kept there") << "messages" << 91 << false;
}

void CoverageLedgerTest::findsWhatWasSeenInPart()
{
    QFETCH(QString, lacks);
    QFETCH(int, daysAgo);
    QFETCH(bool, found);
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("Calls"), QStringLiteral("eigi"));
    Conversation conversation = fullConversation();
    conversation.conversationId = QStringLiteral("c/1");
    conversation.startedAt = c_noon - std::chrono::days(daysAgo);
    conversation.messages = lacks == QLatin1StringView("messages") ? 0 : 2;
    if (lacks == QLatin1StringView("duration"))
        conversation.durationSeconds.reset();
    if (lacks == QLatin1StringView("saidDuration"))
        conversation.estimated = {QStringLiteral("duration_s")};
    if (lacks == QLatin1StringView("recording") || lacks == QLatin1StringView("call"))
        conversation.recordingUrl = QString();
    if (lacks == QLatin1StringView("call"))
        conversation.kind = Kind::Chat;
    if (lacks == QLatin1StringView("end"))
        conversation.status = Status::InProgress;
    if (lacks == QLatin1StringView("saidEnd"))
        conversation.status = Status::AssumedEnded;
    const qint64 id = store.addConversation(source, conversation);
    const auto partly = StoreFixture::taken(backfill::partlySeen(store.database(), source, c_noon));
    QCOMPARE(partly, found ? QList<PartialConversation>({{id, QStringLiteral("c/1")}}) : QList<PartialConversation>());
    QCOMPARE(StoreFixture::taken(backfill::countPartlySeen(store.database(), source, Timestamp::min(), c_noon, c_noon)),
             qint64(found ? 1 : 0));
}

void CoverageLedgerTest::asksAgainOnlyWhereSomethingChanged()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("Calls"), QStringLiteral("eigi"));
    const auto add = [&](Timestamp updatedAt) {
        Conversation conversation;
        conversation.startedAt = c_noon - 1h;
        conversation.updatedAt = updatedAt;
        return store.addConversation(source, conversation);
    };
    const qint64 never = add(c_noon);
    const qint64 fetched = add(c_noon);
    const qint64 running = add(c_noon);
    const qint64 gone = add(c_noon);
    const qint64 changed = add(c_noon + 1min);
    must(backfill::note(store.database(), fetched, c_noon, FetchResult::Fetched));
    must(backfill::note(store.database(), running, c_noon, FetchResult::Running));
    must(backfill::note(store.database(), gone, c_noon, FetchResult::Gone));
    must(backfill::note(store.database(), changed, c_noon, FetchResult::Fetched));
    const auto idsAfter = [&](qint64 after, int most) {
        QList<qint64> ids;
        for (const auto &partial :
             StoreFixture::taken(backfill::partlySeen(store.database(), source, c_noon, after, most)))
            ids.append(partial.id);
        return ids;
    };
    QCOMPARE(idsAfter(0, 100), QList<qint64>({never, running, changed}));
    QCOMPARE(idsAfter(never, 1), QList<qint64>({running}));
}

void CoverageLedgerTest::checksAnApiBase_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("kept"); // null: refused
    QTest::newRow("usual") << "" << "https://api.eigi.ai";
    QTest::newRow("older") << "https://prod.eigi.ai/" << "https://prod.eigi.ai";
    QTest::newRow("with a path") << "https://gateway.example/eigi//" << "https://gateway.example/eigi";
    QTest::newRow("this computer") << "http://127.0.0.1:9" << "http://127.0.0.1:9";
    QTest::newRow("this computer, v6") << "http://[::1]:9" << "http://[::1]:9";
    QTest::newRow("the key would travel in the open") << "http://api.eigi.ai" << QString();
    QTest::newRow("no address") << "api.eigi.ai" << QString();
    QTest::newRow("with a user") << "https://u:p@api.eigi.ai" << QString();
    QTest::newRow("with a query") << "https://api.eigi.ai?x=1" << QString();
    QTest::newRow("a file") << "file:///etc/passwd" << QString();
}

void CoverageLedgerTest::checksAnApiBase()
{
    QFETCH(QString, base);
    QFETCH(QString, kept);
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("Calls"), QStringLiteral("eigi"));
    const auto set = backfill::setApiBase(store.database(), source, base);
    QCOMPARE(set.has_value(), !kept.isNull());
    if (set)
        QCOMPARE(StoreFixture::taken(backfill::apiBase(store.database(), source)), kept);
    else
        QCOMPARE(set.error().code, ErrorCode::BadArgument);
}

QTEST_GUILESS_MAIN(CoverageLedgerTest)
#include "tst_coverageledger.moc"
