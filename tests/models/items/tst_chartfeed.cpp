// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/chartfeed.h"
#include "models/store/statistics.h"
#include "tests/models/items/chartsample.h"

#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace earshot;

class ChartFeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agreesWithTheCountsOfStats_data();
    void agreesWithTheCountsOfStats();
    void countsByHand();
    void tellsWhatWasAnswered();
    void givesPercentilesByNearestRank();
    void putsLongCallsIntoTheLastBin();
    void keepsCurrenciesApart();
    void namesAtMostFiveSeries();
    void makesBinsOfAFittingLength_data();
    void makesBinsOfAFittingLength();
    void hasEveryHourOfDaysWhenClocksChange_data();
    void hasEveryHourOfDaysWhenClocksChange();
    void cutsWeeksToTheRange();
    void countsFarDatesWithoutAThousandBins();
    void comparesAsFarAsTheDayHasGot();
    void comparesNothingWithoutARange();
    void countsWhatTheFilterLeavesOut();
    void showsAnEmptyStore();
    void feedsOnlyWhileActive();
    void countsAnewForAnotherScope();
    void countsAnewForANewDay();
    void followsArrivals();
    void stops();
    void saysWhyItFailed();

private:
    StoreFixture m_floor;
};

static const auto c_berlin = QTimeZone("Europe/Berlin");

static ChartData counted(const StoreFixture &store, const ScopeQuery &scope, Timestamp now)
{
    const std::atomic_bool stop = false;
    return StoreFixture::taken(countForCharts(store.database(), scope, now, stop));
}

static TimeRange days(int year, int month, int first, int last)
{
    return {TimeRange::Kind::Days, QDate(year, month, first), QDate(year, month, last)};
}

static TimeRange everything()
{
    return {TimeRange::Kind::Everything, {}, {}};
}

static Timestamp noon()
{
    return utc(QLatin1StringView("2026-05-13T12:00:00Z"));
}

static qint64 sumOfBins(const ChartData &data)
{
    qint64 sum = 0;
    for (const ChartBin &bin : data.bins)
        sum += bin.figures.total;
    return sum;
}

static void verifyBins(const ChartData &data)
{
    QCOMPARE(data.bins.first().from, *data.interval.from);
    QCOMPARE(data.bins.last().until, *data.interval.until);
    for (qsizetype i = 0; i < data.bins.size(); ++i) {
        const ChartBin &bin = data.bins[i];
        QVERIFY(bin.from < bin.until);
        if (i > 0)
            QCOMPARE(bin.from, data.bins[i - 1].until);
        QCOMPARE(std::accumulate(bin.counts.begin(), bin.counts.end(), qint64(0)), bin.figures.total);
    }
    QCOMPARE(sumOfBins(data), data.figures.total);
}

void ChartFeedTest::initTestCase()
{
    const qint64 source = m_floor.addSource(QStringLiteral("Front desk"));
    CallFloor(7).fill(m_floor, {source}, noon(), 40, 40);
}

void ChartFeedTest::agreesWithTheCountsOfStats_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<TimeRange>("range");
    for (const QString &filter : {QString(), QStringLiteral("outcome:booked"), QStringLiteral("-outcome:booked"),
                                  QStringLiteral("dur>2m"), QStringLiteral("started>=2026-05-01")}) {
        for (const TimeRange::Kind kind : {TimeRange::Kind::Today, TimeRange::Kind::Last7Days,
                                           TimeRange::Kind::Last30Days, TimeRange::Kind::Everything})
            QTest::addRow("%s %s", qPrintable(filter), qPrintable(timeRangeText({kind, {}, {}})))
                << filter << TimeRange{kind, {}, {}};
    }
}

void ChartFeedTest::agreesWithTheCountsOfStats()
{
    QFETCH(QString, filter);
    QFETCH(TimeRange, range);
    const ScopeQuery scope(filter, range, c_berlin);
    const ChartData data = counted(m_floor, scope, noon());
    const RecordSelection selection = scope.selection(RecordKind::Conversations, noon());
    const auto stats = [&](Grouping grouping) {
        return StoreFixture::taken(countConversations(m_floor.database(), selection, grouping, c_berlin));
    };
    const auto verify = [](const Statistics &expected, const QList<ChartCount> &counts) {
        QHash<QString, qint64> found;
        for (const ChartCount &count : counts) {
            if (count.count > 0)
                found[count.value] = count.count;
        }
        QCOMPARE(found.size(), expected.rows.size());
        for (const StatisticsRow &row : expected.rows)
            QCOMPARE(found.value(row.value), row.tally.count);
    };
    QVERIFY(data.figures.total > 0);
    QCOMPARE(data.figures.total, stats(Grouping::None).total.count);
    verify(stats(Grouping::Outcome), data.outcomes);
    verify(stats(Grouping::Status), data.statuses);
    verifyBins(data);

    const Statistics agents = stats(Grouping::Agent);
    QCOMPARE(data.agents.size(), agents.rows.size());
    for (qsizetype i = 0; i < agents.rows.size(); ++i)
        QCOMPARE(data.agents[i].count, agents.rows[i].tally.count);
    qint64 ofWeek = 0;
    for (const auto &day : data.weekHours)
        ofWeek = std::accumulate(day.begin(), day.end(), ofWeek);
    QCOMPARE(ofWeek, data.figures.total);
    QCOMPARE(std::accumulate(data.durations.begin(), data.durations.end(), qint64(0)), data.figures.duration.known);
    if (data.step != BinStep::Day)
        return;
    QStringList byDay;
    for (const ChartBin &bin : data.bins) {
        if (bin.figures.total > 0)
            byDay.append(QStringLiteral("%1 %2").arg(toIsoText(bin.from, c_berlin).left(10)).arg(bin.figures.total));
    }
    QStringList expectedByDay;
    for (const StatisticsRow &row : stats(Grouping::Day).rows)
        expectedByDay.append(QStringLiteral("%1 %2").arg(row.value).arg(row.tally.count));
    QCOMPARE(byDay, expectedByDay);
}

void ChartFeedTest::countsByHand()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    Conversation first = chartedCall("2026-05-11T08:10:00Z", QStringLiteral("booked"), 60);
    first.agent = QStringLiteral("Nora");
    store.addConversation(source, first);
    Conversation second = chartedCall("2026-05-11T08:50:00Z", QStringLiteral("spam"), 90);
    second.agent = QStringLiteral("Nora");
    store.addConversation(source, second);
    store.addConversation(source, chartedCall("2026-05-12T21:59:59Z"));
    store.addConversation(source, chartedCall("2026-05-12T22:00:00Z")); // the 13th in Berlin
    const ChartData data = counted(store, {{}, days(2026, 5, 11, 13), c_berlin}, noon());

    QCOMPARE(data.figures.total, 4);
    QCOMPARE(data.figures.booked, 1);
    QCOMPARE(data.outcomes,
             (QList<ChartCount>{{{}, 2, 0}, {QStringLiteral("booked"), 1, 0}, {QStringLiteral("spam"), 1, 0}}));
    QCOMPARE(data.statuses, (QList<ChartCount>{{QStringLiteral("completed"), 4, 0}}));
    QCOMPARE(data.step, BinStep::Day);
    QCOMPARE(data.bins.size(), 3);
    QCOMPARE(data.bins[0].counts, QList<qint64>({1, 1, 0}));
    QCOMPARE(data.bins[1].counts, QList<qint64>({0, 0, 1}));
    QCOMPARE(data.bins[2].figures.total, 1);
    QCOMPARE(data.weekHours[0][10], 2); // Monday, ten in the morning
    QCOMPARE(data.weekHours[1][23], 1);
    QCOMPARE(data.weekHours[2][0], 1);
    QCOMPARE(data.durations[2], 1);
    QCOMPARE(data.durations[3], 1);
    QCOMPARE(data.agents.size(), 2);
    const AgentCount &nora = data.agents[data.agents[0].agent.isNull() ? 1 : 0];
    QCOMPARE(nora.agent, QStringLiteral("Nora"));
    QCOMPARE(nora.booked, 1);
    QCOMPARE(nora.medianSeconds, std::optional<qint64>(60));
}

void ChartFeedTest::tellsWhatWasAnswered()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    const char *const at = "2026-05-13T08:00:00Z";
    store.addConversation(source, chartedCall(at, {}, 10, Status::Completed));
    store.addConversation(source, chartedCall(at, {}, {}, Status::InProgress));
    store.addConversation(source, chartedCall(at, {}, 10, Status::Disconnected));
    store.addConversation(source, chartedCall(at, {}, {}, Status::Ringing)); // not settled
    store.addConversation(source, chartedCall(at, {}, {}, Status::Disconnected)); // missed, as all below
    store.addConversation(source, chartedCall(at, {}, 10, Status::Abandoned));
    store.addConversation(source, chartedCall(at, {}, {}, Status::Failed));
    store.addConversation(source, chartedCall(at, QStringLiteral("no_answer"), {}, Status::Completed));
    Conversation pickedUp = chartedCall(at, {}, {}, Status::Disconnected);
    pickedUp.answeredAt = pickedUp.startedAt;
    store.addConversation(source, pickedUp);
    const ChartData data = counted(store, {{}, everything(), c_berlin}, noon());
    QCOMPARE(data.figures.total, 9);
    QCOMPARE(data.figures.settled, 8);
    QCOMPARE(data.figures.answered, 4);
}

void ChartFeedTest::givesPercentilesByNearestRank()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    for (int i = 20; i > 0; --i)
        store.addConversation(source, chartedCall("2026-05-13T08:00:00Z", {}, i * 10));
    store.addConversation(source, chartedCall("2026-05-13T08:00:00Z"));
    const ChartData data = counted(store, {{}, everything(), c_berlin}, noon());
    QCOMPARE(data.figures.duration, (DurationSummary{20, 100, 180, 190}));
}

void ChartFeedTest::putsLongCallsIntoTheLastBin()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    for (const qint64 seconds :
         {qint64(-5), qint64(0), qint64(29), qint64(30), qint64(599), qint64(600), std::numeric_limits<qint64>::max()})
        store.addConversation(source, chartedCall("2026-05-13T08:00:00Z", {}, seconds));
    const ChartData data = counted(store, {{}, everything(), c_berlin}, noon());
    QCOMPARE(data.durations[0], 3);
    QCOMPARE(data.durations[1], 1);
    QCOMPARE(data.durations[19], 1);
    QCOMPARE(data.durations[20], 2);
}

void ChartFeedTest::keepsCurrenciesApart()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    const auto add = [&](const QString &outcome, qint64 minor, const QString &currency) {
        Conversation call = chartedCall("2026-05-13T08:00:00Z", outcome);
        call.estimatedValueMinor = minor;
        call.currency = currency;
        store.addConversation(source, call);
    };
    add(QStringLiteral("booked"), 100, QStringLiteral("EUR"));
    add(QStringLiteral("booked"), 200, QStringLiteral("EUR"));
    add(QStringLiteral("booked"), std::numeric_limits<qint64>::max(), QStringLiteral("USD"));
    add(QStringLiteral("quoted"), 999, QStringLiteral("EUR")); // not booked
    const ChartData data = counted(store, {{}, everything(), c_berlin}, noon());
    QCOMPARE(data.figures.money.size(), 2);
    QCOMPARE(data.figures.money[0].currency, QStringLiteral("EUR"));
    QCOMPARE(data.figures.money[0].minor, 300);
    QCOMPARE(data.figures.money[1].minor, std::numeric_limits<qint64>::max());
    add(QStringLiteral("booked"), 1, QStringLiteral("USD"));
    const ChartData more = counted(store, {{}, everything(), c_berlin}, noon());
    QCOMPARE(more.figures.money[1].minor, std::numeric_limits<qint64>::max());
}

void ChartFeedTest::namesAtMostFiveSeries()
{
    const ChartData data = counted(m_floor, {{}, everything(), c_berlin}, noon());
    QStringList series;
    for (const ChartSeries &one : data.series)
        series.append(one.kind == ChartSeries::Kind::Outcome    ? one.outcome
                      : one.kind == ChartSeries::Kind::Untagged ? QStringLiteral("untagged")
                                                                : QStringLiteral("others %1").arg(one.merged));
    QCOMPARE(series, QStringList({QStringLiteral("booked"), QStringLiteral("quoted"), QStringLiteral("follow_up"),
                                  QStringLiteral("no_answer"), QStringLiteral("not_interested"),
                                  QStringLiteral("others 3"), QStringLiteral("untagged")}));
}

void ChartFeedTest::makesBinsOfAFittingLength_data()
{
    QTest::addColumn<TimeRange>("range");
    QTest::addColumn<BinStep>("step");
    QTest::addColumn<int>("bins");
    const auto range = [](const char *first, const char *last) {
        return TimeRange{TimeRange::Kind::Days, QDate::fromString(QLatin1StringView(first), Qt::ISODate),
                         QDate::fromString(QLatin1StringView(last), Qt::ISODate)};
    };
    QTest::newRow("a day") << range("2026-05-13", "2026-05-13") << BinStep::Hour << 24;
    QTest::newRow("two days") << range("2026-05-12", "2026-05-13") << BinStep::Hour << 48;
    QTest::newRow("three days") << range("2026-05-11", "2026-05-13") << BinStep::Day << 3;
    QTest::newRow("92 days") << range("2026-02-11", "2026-05-13") << BinStep::Day << 92;
    QTest::newRow("93 days") << range("2026-02-10", "2026-05-13") << BinStep::Week << 14;
    QTest::newRow("ten years") << range("2016-06-01", "2026-05-31") << BinStep::Month << 120;
    QTest::newRow("fifty years") << range("1977-01-01", "2026-12-31") << BinStep::Year << 50;
}

void ChartFeedTest::makesBinsOfAFittingLength()
{
    QFETCH(TimeRange, range);
    QFETCH(BinStep, step);
    QFETCH(int, bins);
    const ChartData data = counted(m_floor, {{}, range, c_berlin}, noon());
    QCOMPARE(data.step, step);
    QCOMPARE(data.bins.size(), bins);
    verifyBins(data);
}

void ChartFeedTest::hasEveryHourOfDaysWhenClocksChange_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QStringList>("times");
    QTest::addColumn<int>("bins");
    QTest::newRow("Berlin's day of 23 hours")
        << QByteArray("Europe/Berlin") << QDate(2026, 3, 29)
        << QStringList{QStringLiteral("2026-03-29T00:30:00Z"), QStringLiteral("2026-03-29T01:00:00Z")} << 23;
    QTest::newRow("Berlin's day of 25 hours")
        << QByteArray("Europe/Berlin") << QDate(2026, 10, 25)
        << QStringList{QStringLiteral("2026-10-25T00:30:00Z"), QStringLiteral("2026-10-25T01:30:00Z")} << 25;
    QTest::newRow("Lord Howe sets half an hour back")
        << QByteArray("Australia/Lord_Howe") << QDate(2026, 4, 5)
        << QStringList{QStringLiteral("2026-04-04T14:45:00Z"), QStringLiteral("2026-04-04T15:15:00Z")} << 25;
    QTest::newRow("Kathmandu") << QByteArray("Asia/Kathmandu") << QDate(2026, 5, 13)
                               << QStringList{QStringLiteral("2026-05-13T10:10:00Z"),
                                              QStringLiteral("2026-05-13T10:20:00Z")}
                               << 24;
}

void ChartFeedTest::hasEveryHourOfDaysWhenClocksChange()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDate, day);
    QFETCH(QStringList, times);
    QFETCH(int, bins);
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    for (const QString &time : std::as_const(times))
        store.addConversation(source, chartedCall(time.toLatin1().constData()));
    const ChartData data = counted(store, {{}, {TimeRange::Kind::Days, day, day}, QTimeZone(zone)}, noon());
    QCOMPARE(data.step, BinStep::Hour);
    QCOMPARE(data.bins.size(), bins);
    verifyBins(data);
    for (const ChartBin &bin : data.bins) {
        qint64 expected = 0;
        for (const QString &time : std::as_const(times)) {
            const Timestamp at = utc(QLatin1StringView(time.toLatin1().constData()));
            expected += at >= bin.from && at < bin.until ? 1 : 0;
        }
        QCOMPARE(bin.figures.total, expected);
    }
}

void ChartFeedTest::cutsWeeksToTheRange()
{
    const TimeRange range{TimeRange::Kind::Days, QDate(2026, 1, 1), QDate(2026, 5, 13)}; // a Thursday, a Wednesday
    const ChartData data = counted(m_floor, {{}, range, c_berlin}, noon());
    QCOMPARE(data.step, BinStep::Week);
    QCOMPARE(toIsoText(data.bins.first().from, c_berlin).left(10), QStringLiteral("2026-01-01"));
    QCOMPARE(toIsoText(data.bins.first().until, c_berlin).left(10), QStringLiteral("2026-01-05")); // a Monday
    QCOMPARE(toIsoText(data.bins.last().until, c_berlin).left(10), QStringLiteral("2026-05-14"));
}

void ChartFeedTest::countsFarDatesWithoutAThousandBins()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    store.addConversation(source, chartedCall("1970-01-01T00:00:00Z"));
    store.addConversation(source, chartedCall("2199-12-31T23:00:00Z"));
    const ChartData data = counted(store, {{}, everything(), c_berlin}, noon());
    QVERIFY(data.bins.size() < 300);
    verifyBins(data);
}

void ChartFeedTest::comparesAsFarAsTheDayHasGot()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    store.addConversation(source, chartedCall("2026-05-12T09:00:00Z", QStringLiteral("booked"), 60));
    store.addConversation(source, chartedCall("2026-05-12T13:00:00Z", QStringLiteral("spam"))); // later than now
    store.addConversation(source, chartedCall("2026-05-13T09:00:00Z", QStringLiteral("quoted")));
    const ChartData today = counted(store, {{}, {TimeRange::Kind::Today, {}, {}}, c_berlin}, noon());
    QVERIFY(today.before);
    QCOMPARE(today.before->total, 1);
    QCOMPARE(today.before->duration.median, std::optional<qint64>(60));
    QCOMPARE(today.outcomes, (QList<ChartCount>{{QStringLiteral("quoted"), 1, 0}, {QStringLiteral("booked"), 0, 1}}));
    const ChartData yesterday = counted(store, {{}, days(2026, 5, 13, 13), c_berlin}, noon() + std::chrono::days(3));
    QCOMPARE(yesterday.before->total, 2);
}

void ChartFeedTest::comparesNothingWithoutARange()
{
    QVERIFY(!counted(m_floor, {{}, everything(), c_berlin}, noon()).before);
    QVERIFY(!counted(m_floor, {QStringLiteral("started>=2026-05-01"), {}, c_berlin}, noon()).before);
}

void ChartFeedTest::countsWhatTheFilterLeavesOut()
{
    const TimeRange range{TimeRange::Kind::Last7Days, {}, {}};
    const ChartData all = counted(m_floor, {{}, range, c_berlin}, noon());
    QCOMPARE(all.leftOut, std::optional<qint64>(0));
    const ChartData booked = counted(m_floor, {QStringLiteral("outcome:booked"), range, c_berlin}, noon());
    QCOMPARE(*booked.leftOut + booked.figures.total, all.figures.total);
    QVERIFY(*booked.leftOut > 0);
    QVERIFY(!counted(m_floor, {QStringLiteral("started>=2026-05-01"), range, c_berlin}, noon()).leftOut);
}

void ChartFeedTest::showsAnEmptyStore()
{
    const StoreFixture store;
    const ChartData today = counted(store, {{}, {TimeRange::Kind::Today, {}, {}}, c_berlin}, noon());
    QCOMPARE(today.figures.total, 0);
    QCOMPARE(today.bins.size(), 24);
    QVERIFY(today.series.isEmpty());
    QVERIFY(!today.figures.duration.median);
    const ChartData all = counted(store, {{}, everything(), c_berlin}, noon());
    QCOMPARE(all.bins.size(), 24);
    const ChartData named = counted(store, {QStringLiteral("started>=2026-05-01"), everything(), c_berlin}, noon());
    QCOMPARE(named.figures.total, 0);
}

void ChartFeedTest::feedsOnlyWhileActive()
{
    StoreReader reader(StoreLocation::inFolder(m_floor.folder()));
    ViewScope scope;
    scope.setZone(c_berlin);
    scope.setRange({TimeRange::Kind::Last30Days, {}, {}});
    const SetClock clock(noon());
    ChartFeed feed(reader, scope, clock);
    QSignalSpy changed(&feed, &ChartFeed::changed);
    QVERIFY(!changed.wait(50));
    QVERIFY(!feed.hasData());
    feed.setActive(true);
    QVERIFY(feed.isLoading());
    QVERIFY(changed.wait());
    QVERIFY(!feed.isLoading());
    QVERIFY(feed.isCurrent());
    QVERIFY(feed.data().figures.total > 0);
    QVERIFY(!feed.error());
    feed.setActive(false);
    scope.setRange(everything());
    QVERIFY(!feed.isLoading());
    feed.setActive(true);
    QTRY_COMPARE(feed.data().scope.range(), everything());
}

void ChartFeedTest::countsAnewForAnotherScope()
{
    StoreReader reader(StoreLocation::inFolder(m_floor.folder()));
    ViewScope scope;
    const SetClock clock(noon());
    ChartFeed feed(reader, scope, clock);
    feed.setActive(true);
    QTRY_VERIFY(feed.hasData());
    const qint64 before = feed.data().figures.total;
    QSignalSpy changed(&feed, &ChartFeed::changed);
    scope.setRange(everything());
    QVERIFY(scope.setFilter(QStringLiteral("outcome:booked"))); // the first is not waited for
    QVERIFY(feed.isLoading());
    QCOMPARE(feed.data().figures.total, before); // shown until the new is there
    QTRY_COMPARE(feed.data().scope.filter(), QStringLiteral("outcome:booked"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(feed.data().figures.booked, feed.data().figures.total);
}

void ChartFeedTest::countsAnewForANewDay()
{
    StoreReader reader(StoreLocation::inFolder(m_floor.folder()));
    ViewScope scope;
    scope.setRange({TimeRange::Kind::Today, {}, {}});
    SetClock clock(noon());
    ChartFeed feed(reader, scope, clock);
    feed.setActive(true);
    QTRY_VERIFY(feed.hasData());
    QVERIFY(feed.data().figures.total > 0);
    feed.setActive(false);
    clock.set(noon() + std::chrono::days(1));
    feed.setActive(true);
    QTRY_COMPARE(feed.data().figures.total, 0);
}

void ChartFeedTest::followsArrivals()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    StoreReader reader(StoreLocation::inFolder(store.folder()));
    ViewScope scope;
    scope.setRange(everything());
    const SetClock clock(noon());
    ChartFeed feed(reader, scope, clock);
    feed.setActive(true);
    QTRY_VERIFY(feed.hasData());
    QCOMPARE(feed.data().figures.total, 0);
    // The reader follows what is written after it has begun to look.
    const auto add = [&] {
        const qint64 id = store.addConversation(source, chartedCall("2026-05-13T08:00:00Z"));
        store.run(QStringLiteral("INSERT INTO change (\"kind\", \"record\") VALUES ('conversation', ?)"), {id});
    };
    QTRY_VERIFY_WITH_TIMEOUT((add(), QTest::qWaitFor([&] { return feed.data().figures.total > 0; }, 1500)), 15000);
    QVERIFY(!feed.isLoading());
}

void ChartFeedTest::stops()
{
    StoreReader reader(StoreLocation::inFolder(m_floor.folder()));
    ViewScope scope;
    const SetClock clock(noon());
    ChartFeed feed(reader, scope, clock);
    feed.setActive(true);
    feed.stop();
    QVERIFY(!feed.isLoading());
    QSignalSpy changed(&feed, &ChartFeed::changed);
    QVERIFY(!changed.wait(100));
    feed.refresh();
    QVERIFY(changed.wait());

    std::atomic_bool stopped = true;
    const auto result = countForCharts(m_floor.database(), {{}, everything(), c_berlin}, noon(), stopped);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
}

void ChartFeedTest::saysWhyItFailed()
{
    const QTemporaryDir folder;
    StoreReader reader(StoreLocation::inFolder(folder.path()));
    ViewScope scope;
    const SetClock clock(noon());
    ChartFeed feed(reader, scope, clock);
    feed.setActive(true);
    QTRY_VERIFY(feed.error());
    QVERIFY(!feed.isLoading());
    QVERIFY(!feed.hasData());
}

QTEST_GUILESS_MAIN(ChartFeedTest)
#include "tst_chartfeed.moc"
