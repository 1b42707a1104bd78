// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/store/plaindecoder.h"
#include "tests/models/store/storefixture.h"
#include "widgets/mainwindow/coveragewatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

static const Timestamp c_now = utc(QLatin1StringView("2026-05-14T12:00:00Z"));

/** A source with sixteen arrivals an hour, and gaps in the listening. */
class CoverageWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysNothingWithoutAGap();
    void tellsOfAGap();
    void tellsOnce();
    void saysNothingOfAGapThatGoesOn();
    void forgetsWhatWasTold();

private:
    void listen(const TimeSpan &span, std::optional<DownReason> ended = DownReason::Stop) const;
    void watch(Timestamp dismissed = Timestamp::min());

    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<StoreReader> m_reader;
    ManualClock m_clock{c_now};
    std::unique_ptr<DisplaySettings> m_display;
    std::unique_ptr<CoverageWatch> m_watch;
    std::unique_ptr<QSignalSpy> m_noticed;
};

void CoverageWatchTest::init()
{
    m_clock.set(c_now);
    m_store = std::make_unique<StoreFixture>();
    const qint64 source = m_store->addSource(QStringLiteral("Web chat"));
    const auto filled = m_store->database().transaction([&]() -> Result<void> {
        for (Timestamp at = c_now - std::chrono::days(10); at < c_now - 24h; at += c_quarter)
            m_store->run(QStringLiteral("INSERT INTO arrival VALUES (?, ?, 4, ?, ?)"),
                         {source, toMicroseconds(at), toMicroseconds(at + 1min), toMicroseconds(at + 14min)});
        return {};
    });
    QVERIFY(filled);
    m_reader = std::make_unique<StoreReader>(StoreLocation{m_store->path()});
    m_display = std::make_unique<DisplaySettings>(m_clock);
}

void CoverageWatchTest::cleanup()
{
    m_watch.reset();
    m_display.reset();
    m_reader.reset();
    m_store.reset();
}

void CoverageWatchTest::listen(const TimeSpan &span, std::optional<DownReason> ended) const
{
    QVERIFY(coverageledger::noteSpans(m_store->database(), {{span.from, span.until, QStringLiteral("x"), ended}}));
}

void CoverageWatchTest::watch(Timestamp dismissed)
{
    m_watch = std::make_unique<CoverageWatch>(*m_reader, *m_display, 10ms);
    m_watch->setDismissed(dismissed);
    m_noticed = std::make_unique<QSignalSpy>(m_watch.get(), &CoverageWatch::noticed);
}

void CoverageWatchTest::saysNothingWithoutAGap()
{
    listen({c_now - std::chrono::days(10), c_now}, std::nullopt);
    watch();
    m_clock.set(c_now + 3h);
    listen({c_now + 2h, c_now + 3h}, std::nullopt);
    QTRY_COMPARE(m_noticed->size(), 1); // of this gap only
    QVERIFY(m_noticed->first().first().toString().contains(QStringLiteral("from 12:00 to 14:00")));
}

void CoverageWatchTest::tellsOfAGap()
{
    listen({c_now - std::chrono::days(10), c_now - 3h});
    listen({c_now - 2h, c_now}, std::nullopt);
    watch();
    QTRY_COMPARE(m_noticed->size(), 1);
    const QString text = m_noticed->first().first().toString();
    QVERIFY2(text.startsWith(QStringLiteral("Earshot was not receiving from 09:00 to 10:00. About 1")),
             qPrintable(text));
}

void CoverageWatchTest::tellsOnce()
{
    listen({c_now - std::chrono::days(10), c_now - 3h});
    listen({c_now - 2h, c_now}, std::nullopt);
    watch();
    QTRY_COMPARE(m_noticed->size(), 1);
    m_watch->dismiss();
    QCOMPARE(m_noticed->size(), 2);
    QCOMPARE(m_noticed->last().first().toString(), QString());
    QCOMPARE(m_watch->dismissed(), c_now - 2h);
    // A new one is told again.
    m_clock.set(c_now + 3h);
    listen({c_now + 2h, c_now + 3h}, std::nullopt);
    QTRY_COMPARE(m_noticed->size(), 3);
    QVERIFY(m_noticed->last().first().toString().contains(QStringLiteral("from 12:00 to 14:00")));
}

/** The banner of the listener says that already. */
void CoverageWatchTest::saysNothingOfAGapThatGoesOn()
{
    listen({c_now - std::chrono::days(10), c_now - 3h});
    watch();
    listen({c_now - 1s, c_now}, std::nullopt); // and then it is over
    QTRY_COMPARE(m_noticed->size(), 1);
    QVERIFY(m_noticed->first().first().toString().contains(QStringLiteral("from 09:00 to 11:59")));
}

void CoverageWatchTest::forgetsWhatWasTold()
{
    listen({c_now - std::chrono::days(10), c_now - 5h});
    listen({c_now - 4h, c_now - 3h});
    listen({c_now - 2h, c_now}, std::nullopt);
    watch(c_now - 4h); // told before a restart
    QTRY_COMPARE(m_noticed->size(), 1);
    QVERIFY(m_noticed->first().first().toString().contains(QStringLiteral("from 09:00 to 10:00")));
    m_watch->dismiss();
    QCOMPARE(m_watch->dismissed(), c_now - 2h);
}

QTEST_MAIN(CoverageWatchTest)
#include "tst_coveragewatch.moc"
