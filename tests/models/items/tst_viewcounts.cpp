// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/viewcounts.h"
#include "tests/models/store/plaindecoder.h"
#include "tests/models/store/storefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class ViewCountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsTheRowsOfViews();
    void countsWhatBeganToMatch();
    void countsNothingNewInTheViewInFront();
    void forgetsWhatWasSeen();
    void countsNewDeliveries();
};

namespace {

constexpr int c_all = 1;
constexpr int c_booked = 2;

class Floor
{
public:
    Floor()
        : m_reader(StoreLocation{m_store.path()})
        , m_clock(utc(QLatin1StringView("2026-05-14T12:00:00Z")))
        , m_counts(m_reader, m_clock)
    {
        m_desk = m_store.addSource(QStringLiteral("Front desk"));
        m_counts.setActive(true);
        waitForTheReader();
    }

    /** Until it has found its place among the changes. */
    void waitForTheReader()
    {
        QSignalSpy heard(&m_reader, &StoreReader::changed);
        const bool hears = QTest::qWaitFor([&] {
            m_store.run(QStringLiteral("INSERT INTO change (\"kind\") VALUES ('source')"));
            return !heard.isEmpty();
        });
        if (!hears)
            qFatal("The reader hears of no change");
    }

    qint64 addCall(const QString &outcome)
    {
        Conversation call;
        call.outcome = outcome;
        call.startedAt = utc(QLatin1StringView("2026-05-14T10:00:00Z"));
        const qint64 id = m_store.addConversation(m_desk, call);
        tell(id);
        return id;
    }

    void setOutcome(qint64 id, const QString &outcome)
    {
        m_store.run(QStringLiteral("UPDATE conversation SET \"outcome\" = ? WHERE \"id\" = ?"), {outcome, id});
        tell(id);
    }

    void tell(qint64 id)
    {
        m_store.run(QStringLiteral("INSERT INTO change (\"kind\", \"record\") VALUES ('conversation', ?)"), {id});
    }

    void show(int front)
    {
        const TimeRange today{TimeRange::Kind::Today, {}, {}};
        m_counts.setViews({{c_all, RecordKind::Conversations, ScopeQuery({}, today, QTimeZone::utc())},
                           {c_booked, RecordKind::Conversations,
                            ScopeQuery(QStringLiteral("outcome:booked"), today, QTimeZone::utc())}},
                          front);
    }

    StoreFixture m_store;
    StoreReader m_reader;
    ManualClock m_clock;
    ViewCounts m_counts;
    qint64 m_desk = 0;
};

} // namespace

void ViewCountsTest::countsTheRowsOfViews()
{
    Floor floor;
    floor.addCall(QStringLiteral("booked"));
    floor.addCall(QStringLiteral("spam"));
    QVERIFY(!floor.m_counts.rows(c_all));
    floor.show(c_all);
    QTRY_COMPARE(floor.m_counts.rows(c_all), std::optional<qint64>(2));
    QCOMPARE(floor.m_counts.rows(c_booked), std::optional<qint64>(1));
    QCOMPARE(floor.m_counts.newRows(c_booked), 0);
}

void ViewCountsTest::countsWhatBeganToMatch()
{
    Floor floor;
    const qint64 booked = floor.addCall(QStringLiteral("booked"));
    const qint64 open = floor.addCall(QString());
    floor.show(c_all);
    QTRY_COMPARE(floor.m_counts.rows(c_booked), std::optional<qint64>(1));
    floor.tell(booked); // it matched before
    floor.setOutcome(open, QStringLiteral("booked"));
    floor.addCall(QStringLiteral("booked"));
    floor.addCall(QStringLiteral("spam"));
    QTRY_COMPARE(floor.m_counts.newRows(c_booked), 2);
    QCOMPARE(floor.m_counts.rows(c_booked), std::optional<qint64>(3));
}

void ViewCountsTest::countsNothingNewInTheViewInFront()
{
    Floor floor;
    floor.show(c_booked);
    QTRY_COMPARE(floor.m_counts.rows(c_booked), std::optional<qint64>(0));
    floor.addCall(QStringLiteral("booked"));
    QTRY_COMPARE(floor.m_counts.rows(c_booked), std::optional<qint64>(1));
    QCOMPARE(floor.m_counts.newRows(c_booked), 0);
    QCOMPARE(floor.m_counts.newRows(c_all), 1);
}

void ViewCountsTest::forgetsWhatWasSeen()
{
    Floor floor;
    floor.show(c_all);
    QTRY_COMPARE(floor.m_counts.rows(c_booked), std::optional<qint64>(0));
    floor.addCall(QStringLiteral("booked"));
    QTRY_COMPARE(floor.m_counts.newRows(c_booked), 1);
    floor.show(c_booked);
    QCOMPARE(floor.m_counts.newRows(c_booked), 0);
    QSignalSpy changed(&floor.m_counts, &ViewCounts::changed);
    QVERIFY(changed.wait());
    floor.show(c_all);
    QVERIFY(changed.wait());
    QCOMPARE(floor.m_counts.newRows(c_booked), 0);
}

void ViewCountsTest::countsNewDeliveries()
{
    Floor floor;
    Delivery delivery;
    delivery.sourceId = floor.m_desk;
    delivery.receivedAt = utc(QLatin1StringView("2026-05-14T11:00:00Z"));
    delivery.method = "POST";
    delivery.target = "/hook/****";
    delivery.remote = QStringLiteral("192.0.2.1");
    delivery.verdict = QStringLiteral("unsigned");
    floor.m_store.addFinding(delivery, floor.m_store.addDelivery(delivery), DeliveryState::Malformed);
    const TimeRange today{TimeRange::Kind::Today, {}, {}};
    const QString filter = QStringLiteral("state:malformed");
    floor.m_counts.setViews({{c_all, RecordKind::Deliveries, ScopeQuery({}, today, QTimeZone::utc())},
                             {c_booked, RecordKind::Deliveries, ScopeQuery(filter, today, QTimeZone::utc())}},
                            c_all);
    QTRY_COMPARE(floor.m_counts.rows(c_booked), std::optional<qint64>(1));
    floor.m_store.addFinding(delivery, floor.m_store.addDelivery(delivery), DeliveryState::Malformed);
    QTRY_COMPARE(floor.m_counts.newRows(c_booked), 1);
    QCOMPARE(floor.m_counts.rows(c_all), std::optional<qint64>(2));
}

QTEST_GUILESS_MAIN(ViewCountsTest)
#include "tst_viewcounts.moc"
