// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/coverage/coveragerecorder.h"
#include "tests/models/store/livestore.h"

#include <QSignalSpy>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

class CoverageRecorderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void writesWhatItListensTo();
    void keepsWhyItEnded_data();
    void keepsWhyItEnded();
    void anotherReasonCountsFromThenOn();
    void goesOnWhereTheAddressIsTheSame();
    void tellsALateTickFromListening();
    void believesNoClockThatWasSetBack();
    void notesWhoCrashedBefore();
    void writesRefusalsByTheirMinute();
    void keepsInMemoryWhatCannotBeWritten();
    void writesTheEndBeforeItGoes();
    void countsThePast();

private:
    void start(int slice = 1000);

    QList<ListeningSpan> spans() const { return *coverageledger::spans(m_store->reader(), Timestamp::min()); }

    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<CoverageRecorder> m_recorder;
    QList<Refusals> m_refused; ///< taken by the recorder
};

static const QString c_base = QStringLiteral("http://127.0.0.1:8765");

void CoverageRecorderTest::init()
{
    m_store = std::make_unique<LiveStore>();
    m_refused.clear();
}

void CoverageRecorderTest::cleanup()
{
    m_recorder.reset();
    m_store.reset();
}

void CoverageRecorderTest::start(int slice)
{
    CoverageSettings settings;
    settings.interval = 5ms; // the clock is the test's own
    settings.slice = slice;
    m_recorder = std::make_unique<CoverageRecorder>(
        m_store->writer(), m_store->clock(), [this] { return std::exchange(m_refused, {}); }, settings);
}

void CoverageRecorderTest::writesWhatItListensTo()
{
    start();
    m_recorder->noteListening(c_base);
    QTRY_COMPARE(spans().size(), 1);
    QCOMPARE(spans().first().from, LiveStore::c_noon);
    QCOMPARE(spans().first().address, c_base);
    QVERIFY(!spans().first().ended);
    m_store->clock().set(LiveStore::c_noon + 5s);
    QTRY_COMPARE(spans().first().until, LiveStore::c_noon + 5s);
    QCOMPARE(spans().size(), 1);
}

void CoverageRecorderTest::keepsWhyItEnded_data()
{
    QTest::addColumn<int>("reason");
    for (const DownReason reason :
         {DownReason::Stop, DownReason::Sleep, DownReason::Network, DownReason::Port, DownReason::Store})
        QTest::newRow(qPrintable(downReasonText(reason))) << int(reason);
}

void CoverageRecorderTest::keepsWhyItEnded()
{
    QFETCH(int, reason);
    start();
    m_recorder->noteListening(c_base);
    m_store->clock().set(LiveStore::c_noon + 3s);
    m_recorder->noteDown(DownReason(reason));
    m_recorder->noteDown(DownReason(reason)); // nothing new
    QTRY_VERIFY(!spans().isEmpty() && spans().first().ended == DownReason(reason));
    QCOMPARE(spans().first().until, LiveStore::c_noon + 3s);
    m_store->clock().set(LiveStore::c_noon + 10s);
    m_recorder->noteListening(c_base);
    QTRY_COMPARE(spans().size(), 2);
    QCOMPARE(spans().last().from, LiveStore::c_noon + 10s);
}

/** A laptop sleeps for seven seconds, wakes where the port is taken, and is closed. */
void CoverageRecorderTest::anotherReasonCountsFromThenOn()
{
    start();
    m_recorder->noteDown(DownReason::Port); // it has not listened yet
    m_recorder->noteListening(c_base);
    for (const auto &[after, reason] : {std::pair(3s, DownReason::Sleep), std::pair(10s, DownReason::Port),
                                        std::pair(12s, DownReason::Port), std::pair(20s, DownReason::Stop)}) {
        m_store->clock().set(LiveStore::c_noon + after);
        m_recorder->noteDown(reason);
    }
    m_store->clock().set(LiveStore::c_noon + 60s);
    m_recorder->finish();
    const QList<ListeningSpan> kept = spans();
    QCOMPARE(kept.size(), 3);
    const std::array wanted = {std::pair(3s, DownReason::Sleep), std::pair(10s, DownReason::Port),
                               std::pair(20s, DownReason::Stop)};
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const ListeningSpan &span = kept.at(qsizetype(i));
        QCOMPARE(span.until, LiveStore::c_noon + wanted[i].first);
        QCOMPARE(span.ended, std::optional(wanted[i].second));
        QCOMPARE(span.address, c_base);
        QCOMPARE(span.from, i == 0 ? LiveStore::c_noon : span.until); // nothing was heard in between
    }
}

/** A listener that follows another at once leaves no gap. */
void CoverageRecorderTest::goesOnWhereTheAddressIsTheSame()
{
    start();
    m_recorder->noteListening(c_base);
    m_store->clock().set(LiveStore::c_noon + 3s);
    m_recorder->noteListening(c_base);
    QTRY_VERIFY(!spans().isEmpty() && spans().first().until == LiveStore::c_noon + 3s);
    QCOMPARE(spans().size(), 1);
    m_recorder->noteListening(QStringLiteral("http://127.0.0.1:9999"));
    QTRY_COMPARE(spans().size(), 2);
    QCOMPARE(spans().first().until, LiveStore::c_noon + 3s);
    QVERIFY(spans().last().from - spans().first().until < 1s);
}

void CoverageRecorderTest::tellsALateTickFromListening()
{
    start();
    m_recorder->noteListening(c_base);
    m_store->clock().set(LiveStore::c_noon + 5s);
    QTRY_VERIFY(!spans().isEmpty() && spans().first().until == LiveStore::c_noon + 5s);
    m_store->clock().set(LiveStore::c_noon + 1h);
    QTRY_COMPARE(spans().size(), 2);
    QCOMPARE(spans().first().until, LiveStore::c_noon + 5s);
    QCOMPARE(spans().first().ended, std::optional(DownReason::Sleep));
    QCOMPARE(spans().last().from, LiveStore::c_noon + 1h);
    QCOMPARE(spans().last().address, c_base);
}

void CoverageRecorderTest::believesNoClockThatWasSetBack()
{
    start();
    m_recorder->noteListening(c_base);
    m_store->clock().set(LiveStore::c_noon + 20s);
    QTRY_VERIFY(!spans().isEmpty() && spans().first().until == LiveStore::c_noon + 20s);
    m_store->clock().set(LiveStore::c_noon - 1h);
    QSignalSpy settled(m_recorder.get(), &CoverageRecorder::settled);
    QVERIFY(settled.wait());
    QVERIFY(settled.wait());
    QCOMPARE(spans().first().until, LiveStore::c_noon + 20s);
    m_recorder->noteDown(DownReason::Stop);
    m_recorder->noteListening(c_base); // begins before the other did, by that clock
    QTRY_COMPARE(spans().size(), 2);
    QVERIFY(spans().at(0).from != spans().at(1).from);
}

void CoverageRecorderTest::notesWhoCrashedBefore()
{
    const ListeningSpan before{LiveStore::c_noon - 1h, LiveStore::c_noon - 50min, c_base, std::nullopt};
    m_store->run<int>([before](const Database &database) -> Result<int> {
        const auto noted = coverageledger::noteSpans(database, {before});
        return noted ? Result<int>(0) : std::unexpected(noted.error());
    });
    start();
    m_recorder->noteListening(c_base);
    QTRY_COMPARE(spans().size(), 2);
    QCOMPARE(spans().first().ended, std::optional(DownReason::Crash));
    QVERIFY(!spans().last().ended);
}

void CoverageRecorderTest::writesRefusalsByTheirMinute()
{
    m_store->clock().set(LiveStore::c_noon + 10s);
    start();
    m_refused = {{1, 503, 2}, {0, 404, 1}};
    const auto counted = [this] {
        return *coverageledger::refusals(m_store->reader(), LiveStore::c_noon, LiveStore::c_noon + 1h);
    };
    QTRY_COMPARE(counted(), QList<RefusalCount>({{LiveStore::c_noon, 0, 404, 1}, {LiveStore::c_noon, 1, 503, 2}}));
    m_refused = {{1, 503, 3}};
    QTRY_COMPARE(counted().last(), (RefusalCount{LiveStore::c_noon, 1, 503, 5}));
    m_store->clock().set(LiveStore::c_noon + 70s);
    m_refused = {{1, 503, 1}};
    QTRY_COMPARE(counted().last(), (RefusalCount{LiveStore::c_noon + 1min, 1, 503, 1}));
    QCOMPARE(counted().size(), 3);
}

/** As on a full disk: it fails, is tried again, and nothing is lost or counted twice when it works. */
void CoverageRecorderTest::keepsInMemoryWhatCannotBeWritten()
{
    m_store->change(QStringLiteral("ALTER TABLE refusal RENAME TO hidden"));
    start();
    QSignalSpy failed(m_recorder.get(), &CoverageRecorder::failed);
    m_recorder->noteListening(c_base);
    m_refused = {{1, 503, 2}};
    QVERIFY(failed.wait());
    QVERIFY(failed.wait());
    QVERIFY(m_recorder->isWaiting());
    m_refused = {{1, 503, 3}};
    m_store->clock().set(LiveStore::c_noon + 10s);
    QVERIFY(failed.wait());
    m_store->change(QStringLiteral("ALTER TABLE hidden RENAME TO refusal"));
    QTRY_COMPARE(m_store->number(QStringLiteral("SELECT sum(\"count\") FROM refusal")), 5);
    QTRY_COMPARE(spans().size(), 1);
    QCOMPARE(spans().first().from, LiveStore::c_noon);
    QTRY_COMPARE(spans().first().until, LiveStore::c_noon + 10s);
}

void CoverageRecorderTest::writesTheEndBeforeItGoes()
{
    start();
    m_recorder->noteListening(c_base);
    m_store->clock().set(LiveStore::c_noon + 2s);
    m_refused = {{1, 429, 7}};
    m_recorder.reset();
    QCOMPARE(spans().size(), 1);
    QCOMPARE(spans().first().ended, std::optional(DownReason::Stop));
    QCOMPARE(spans().first().until, LiveStore::c_noon + 2s);
    QCOMPARE(m_store->number(QStringLiteral("SELECT \"count\" FROM refusal WHERE \"status\" = 429")), 7);
}

void CoverageRecorderTest::countsThePast()
{
    for (int i = 0; i < 11; ++i)
        QVERIFY(m_store->send(QStringLiteral("c-%1").arg(i), {}, std::chrono::minutes(5 * i)) > 0);
    m_store->settle();
    start(3);
    QTRY_COMPARE(m_store->number(QStringLiteral("SELECT sum(\"count\") FROM arrival")), 11);
    QVERIFY(m_store->send(QStringLiteral("later")) > 0);
    m_store->settle();
    QTRY_COMPARE(m_store->number(QStringLiteral("SELECT sum(\"count\") FROM arrival")), 12);
    QCOMPARE(m_store->number(QStringLiteral("SELECT \"value\" FROM meta WHERE \"key\" = 'arrivals_counted'")), 12);
}

QTEST_GUILESS_MAIN(CoverageRecorderTest)
#include "tst_coveragerecorder.moc"
