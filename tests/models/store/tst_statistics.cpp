// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/filter.h"
#include "models/store/statistics.h"
#include "tests/models/store/storefixture.h"

#include <QTest>

using namespace earshot;

Q_DECLARE_METATYPE(earshot::Grouping)

class StatisticsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void countsByAField();
    void putsTheUnknownLastAmongEquals();
    void countsDaysOfTheZone_data();
    void countsDaysOfTheZone();
    void tellsApartAnHourThatComesTwice();
    void namesAnHourWithinWhichClocksChange();
    void sumsUpWithoutOverflow();
    void countsAnEmptyStore_data();
    void countsAnEmptyStore();
    void agreesWithWhatIsExported_data();
    void agreesWithWhatIsExported();
    void keepsToIntervalAndFilter();
    void knowsItsWords();

private:
    static qint64 add(StoreFixture &store, qint64 source, const char *time, const QString &outcome = {},
                      std::optional<qint64> duration = {});

    StoreFixture m_mixed; ///< sixty conversations over a day on which Berlin's clocks change
};

qint64 StatisticsTest::add(StoreFixture &store, qint64 source, const char *time, const QString &outcome,
                           std::optional<qint64> duration)
{
    Conversation conversation;
    conversation.startedAt = utc(QLatin1StringView(time));
    conversation.outcome = outcome;
    conversation.durationSeconds = duration;
    return store.addConversation(source, conversation);
}

static QStringList shown(const QList<StatisticsRow> &rows)
{
    QStringList texts;
    for (const StatisticsRow &row : rows)
        texts.append(QStringLiteral("%1 %2 %3")
                         .arg(row.value.isNull() ? QStringLiteral("null") : row.value)
                         .arg(row.tally.count)
                         .arg(row.tally.durationSeconds));
    return texts;
}

static Statistics counted(const StoreFixture &store, Grouping grouping, const QByteArray &zone = "UTC",
                          const RecordSelection &selection = {})
{
    return StoreFixture::taken(countConversations(store.database(), selection, grouping, QTimeZone(zone)));
}

void StatisticsTest::initTestCase()
{
    const QList<qint64> sources = {m_mixed.addSource(QStringLiteral("a")),
                                   m_mixed.addSource(QStringLiteral("b"), QStringLiteral("varda"))};
    for (int i = 0; i < 60; ++i) {
        Conversation conversation;
        conversation.startedAt = utc(QLatin1StringView("2026-03-28T20:00:00Z")) + std::chrono::minutes(37 * i);
        conversation.outcome = i % 3 == 0 ? QStringLiteral("booked") : i % 3 == 1 ? QStringLiteral("spam") : QString();
        conversation.agent = i % 4 == 0 ? QString() : QStringLiteral("agent %1").arg(i % 5);
        conversation.isTest = i % 7 == 0;
        if (i % 2 == 0)
            conversation.durationSeconds = i * 10;
        m_mixed.addConversation(sources[i % 2], conversation);
    }
}

void StatisticsTest::countsByAField()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    add(store, source, "2026-05-14T10:00:00Z", QStringLiteral("booked"), 60);
    add(store, source, "2026-05-14T11:00:00Z", QStringLiteral("booked"), 30);
    add(store, source, "2026-05-14T12:00:00Z", QStringLiteral("spam"));
    add(store, source, "2026-05-14T13:00:00Z", QStringLiteral(""), 1);
    add(store, source, "2026-05-14T14:00:00Z", {}, 2);
    const Statistics found = counted(store, Grouping::Outcome);
    QCOMPARE(found.total, (Tally{5, 93}));
    QCOMPARE(shown(found.rows), QStringList({QStringLiteral("booked 2 90"), QStringLiteral(" 1 1"),
                                             QStringLiteral("spam 1 0"), QStringLiteral("null 1 2")}));
}

void StatisticsTest::putsTheUnknownLastAmongEquals()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    add(store, source, "2026-05-14T10:00:00Z");
    add(store, source, "2026-05-14T10:00:00Z", QStringLiteral("spam"));
    add(store, source, "2026-05-14T10:00:00Z", QStringLiteral("booked"));
    QCOMPARE(shown(counted(store, Grouping::Outcome).rows),
             QStringList({QStringLiteral("booked 1 0"), QStringLiteral("spam 1 0"), QStringLiteral("null 1 0")}));
}

void StatisticsTest::countsDaysOfTheZone_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QStringList>("times");
    QTest::addColumn<QStringList>("days");
    QTest::newRow("UTC") << QByteArray(
        "UTC") << QStringList{QStringLiteral("2026-05-14T23:59:59.999999Z"), QStringLiteral("2026-05-15T00:00:00Z")}
                         << QStringList{QStringLiteral("2026-05-14 1 0"), QStringLiteral("2026-05-15 1 0")};
    QTest::newRow("Kathmandu begins its day at 18:15")
        << QByteArray("Asia/Kathmandu")
        << QStringList{QStringLiteral("2026-05-14T18:14:59.999999Z"), QStringLiteral("2026-05-14T18:15:00Z")}
        << QStringList{QStringLiteral("2026-05-14 1 0"), QStringLiteral("2026-05-15 1 0")};
    QTest::newRow("Berlin's day of 23 hours")
        << QByteArray("Europe/Berlin")
        << QStringList{QStringLiteral("2026-03-28T22:59:59Z"), QStringLiteral("2026-03-28T23:00:00Z"),
                       QStringLiteral("2026-03-29T21:59:59Z"), QStringLiteral("2026-03-29T22:00:00Z")}
        << QStringList{QStringLiteral("2026-03-28 1 0"), QStringLiteral("2026-03-29 2 0"),
                       QStringLiteral("2026-03-30 1 0")};
    QTest::newRow("Berlin's day of 25 hours")
        << QByteArray("Europe/Berlin")
        << QStringList{QStringLiteral("2026-10-24T21:59:59Z"), QStringLiteral("2026-10-24T22:00:00Z"),
                       QStringLiteral("2026-10-25T22:59:59Z"), QStringLiteral("2026-10-25T23:00:00Z")}
        << QStringList{QStringLiteral("2026-10-24 1 0"), QStringLiteral("2026-10-25 2 0"),
                       QStringLiteral("2026-10-26 1 0")};
    QTest::newRow("before 1970") << QByteArray("UTC") << QStringList{QStringLiteral("1970-01-01T00:00:00Z")}
                                 << QStringList{QStringLiteral("1970-01-01 1 0")};
    QTest::newRow("St. John's turned back at 00:01")
        << QByteArray("America/St_Johns")
        << QStringList{QStringLiteral("2006-10-29T02:30:30Z"), QStringLiteral("2006-10-29T02:31:00Z"),
                       QStringLiteral("2006-10-29T03:30:00Z")}
        << QStringList{QStringLiteral("2006-10-28 1 0"), QStringLiteral("2006-10-29 2 0")};
}

void StatisticsTest::countsDaysOfTheZone()
{
    QFETCH(QByteArray, zone);
    QFETCH(QStringList, times);
    QFETCH(QStringList, days);
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    for (const QString &time : std::as_const(times))
        add(store, source, time.toLatin1().constData());
    const Statistics found = counted(store, Grouping::Day, zone);
    QCOMPARE(shown(found.rows), days);
    QCOMPARE(found.total.count, times.size());
}

void StatisticsTest::tellsApartAnHourThatComesTwice()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    for (const char *time :
         {"2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T01:59:59Z", "2026-10-25T02:00:00Z"})
        add(store, source, time, {}, 10);
    QCOMPARE(
        shown(counted(store, Grouping::Hour, "Europe/Berlin").rows),
        QStringList({QStringLiteral("2026-10-25T02:00:00+02:00 1 10"), QStringLiteral("2026-10-25T02:00:00+01:00 2 20"),
                     QStringLiteral("2026-10-25T03:00:00+01:00 1 10")}));
    QCOMPARE(shown(counted(store, Grouping::Hour, "Asia/Kathmandu").rows).first(),
             QStringLiteral("2026-10-25T06:00:00+05:45 1 10"));
    QCOMPARE(shown(counted(store, Grouping::Hour).rows).first(), QStringLiteral("2026-10-25T00:00:00Z 1 10"));
}

void StatisticsTest::namesAnHourWithinWhichClocksChange()
{
    StoreFixture store; // on 5 April 2026 at 15:00 UTC Lord Howe sets 02:00 back to 01:30
    const qint64 source = store.addSource(QStringLiteral("s"));
    add(store, source, "2026-04-04T14:45:00Z");
    add(store, source, "2026-04-04T15:15:00Z");
    QCOMPARE(shown(counted(store, Grouping::Hour, "Australia/Lord_Howe").rows),
             QStringList(
                 {QStringLiteral("2026-04-05T01:00:00+11:00 1 0"), QStringLiteral("2026-04-05T01:00:00+10:30 1 0")}));
}

void StatisticsTest::sumsUpWithoutOverflow()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    for (int i = 0; i < 3; ++i)
        add(store, source, "2026-05-14T10:00:00Z", {}, std::numeric_limits<qint64>::max());
    for (const Grouping grouping : {Grouping::None, Grouping::Outcome, Grouping::Day})
        QCOMPARE(counted(store, grouping).total, (Tally{3, std::numeric_limits<qint64>::max()}));
}

void StatisticsTest::countsAnEmptyStore_data()
{
    QTest::addColumn<Grouping>("grouping");
    QTest::newRow("none") << Grouping::None;
    for (const Grouping grouping : groupings())
        QTest::addRow("%s", qPrintable(groupingText(grouping))) << grouping;
}

void StatisticsTest::countsAnEmptyStore()
{
    QFETCH(Grouping, grouping);
    const StoreFixture store;
    const Statistics found = counted(store, grouping);
    QCOMPARE(found.total, Tally());
    QVERIFY(found.rows.isEmpty());
}

void StatisticsTest::agreesWithWhatIsExported_data()
{
    QTest::addColumn<Grouping>("grouping");
    QTest::addColumn<QString>("filter");
    for (const Grouping grouping : groupings()) {
        for (const QString &filter : {QString(), QStringLiteral("outcome:booked"), QStringLiteral("-outcome:booked"),
                                      QStringLiteral("dur>3m"), QStringLiteral("-(test:yes outcome:none)")})
            QTest::addRow("%s %s", qPrintable(groupingText(grouping)), qPrintable(filter)) << grouping << filter;
    }
}

void StatisticsTest::agreesWithWhatIsExported()
{
    QFETCH(Grouping, grouping);
    QFETCH(QString, filter);
    const auto parsed = Filter::parse(filter, conversationSchema());
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
    const RecordSelection selection{parsed->toSql({QTimeZone::utc(), {}}), {}};
    qint64 exportedSeconds = 0;
    const auto exported =
        readRecords(m_mixed.database(), RecordKind::Conversations, selection, [&](const Record &record) {
            if (const auto *seconds =
                    std::get_if<qint64>(&fieldOf(record, RecordKind::Conversations, QLatin1StringView("duration_s"))))
                exportedSeconds += *seconds;
            return true;
        });
    QVERIFY(exported);

    const Statistics found = counted(m_mixed, grouping, "Europe/Berlin", selection);
    Tally sum;
    for (const StatisticsRow &row : found.rows)
        sum += row.tally;
    QCOMPARE(found.total, (Tally{*exported, exportedSeconds}));
    QCOMPARE(sum, found.total);
}

void StatisticsTest::keepsToIntervalAndFilter()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    add(store, source, "2026-05-14T10:00:00Z", QStringLiteral("booked"), 60);
    add(store, source, "2026-05-15T10:00:00Z", QStringLiteral("booked"), 30);
    add(store, source, "2026-05-15T11:00:00Z", QStringLiteral("spam"), 20);
    const RecordSelection selection{
        {QStringLiteral("(c.\"outcome\" = ?)"), {QStringLiteral("booked")}},
        {utc(QLatin1StringView("2026-05-15T00:00:00Z")), utc(QLatin1StringView("2026-05-16T00:00:00Z"))}};
    QCOMPARE(counted(store, Grouping::None, "UTC", selection).total, (Tally{1, 30}));
}

void StatisticsTest::knowsItsWords()
{
    for (const Grouping grouping : groupings())
        QCOMPARE(groupingFromText(groupingText(grouping)), std::optional(grouping));
    QVERIFY(!groupingFromText(u"minute"));
    QVERIFY(!groupingFromText(u""));
    QVERIFY(groupingText(Grouping::None).isNull());
}

QTEST_GUILESS_MAIN(StatisticsTest)
#include "tst_statistics.moc"
