// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/facets.h"
#include "tests/models/store/plaindecoder.h"
#include "tests/models/store/storefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class FacetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsByTheUsualFields();
    void leavesAFieldsOwnTermsOut();
    void countsDurationsByClasses();
    void listsWhatTheFilterNames();
    void countsEveryHourOfADay();
    void countsEveryDayOfMore();
    void hasTwentyThreeHoursWhenClocksAreSetForward();
    void keepsTheWholeRangeUnderABrush();
    void countsNothingWhileNobodyLooks();
    void countsAgainAfterAChange();
};

namespace {

const Timestamp c_now = utc(QLatin1StringView("2026-05-14T12:00:00Z"));

/** A store with a few calls, and facets over it. */
class Floor
{
public:
    Floor()
        : m_reader(StoreLocation{m_store.path()})
        , m_clock(c_now)
        , m_facets(m_reader, m_scope, m_clock)
    {
        m_desk = m_store.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
        m_scope.setRange({TimeRange::Kind::Everything, {}, {}});
    }

    void addCall(const char *startedAt, Status status, const QString &outcome, std::optional<qint64> seconds)
    {
        Conversation call;
        call.kind = Kind::Call;
        call.channel = QStringLiteral("phone");
        call.status = status;
        call.outcome = outcome;
        call.durationSeconds = seconds;
        call.startedAt = utc(QLatin1StringView(startedAt));
        const qint64 id = m_store.addConversation(m_desk, call);
        m_store.run(QStringLiteral("INSERT INTO change (\"kind\", \"record\") VALUES ('conversation', ?)"), {id});
    }

    void addUsualCalls()
    {
        addCall("2026-05-14T06:10:00Z", Status::Completed, QStringLiteral("booked"), 59);
        addCall("2026-05-14T06:40:00Z", Status::Completed, QStringLiteral("booked"), 60);
        addCall("2026-05-14T09:00:00Z", Status::Completed, QStringLiteral("spam"), 600);
        addCall("2026-05-13T09:00:00Z", Status::Failed, QString(), std::nullopt);
    }

    /** Waits until the reader has found its place among the changes. */
    bool hears()
    {
        QSignalSpy heard(&m_reader, &StoreReader::changed);
        return QTest::qWaitFor([&] {
            m_store.run(QStringLiteral("INSERT INTO change (\"kind\") VALUES ('source')"));
            return !heard.isEmpty();
        });
    }

    /** Waits for the counts of what the scope is now. */
    bool count()
    {
        m_facets.setActive(true);
        return QTest::qWaitFor([this] { return m_facets.isLoaded() && m_facets.query() == m_scope.query(); });
    }

    /** `value count` joined by bars; an unknown value is a question mark. */
    QString group(const char *field) const
    {
        QStringList texts;
        for (const FacetGroup &group : m_facets.groups()) {
            if (group.field != QLatin1StringView(field))
                continue;
            for (const FacetValue &value : group.values)
                texts.append(QStringLiteral("%1 %2")
                                 .arg(value.value.isNull() ? QStringLiteral("?") : value.value)
                                 .arg(value.count));
        }
        return texts.join(u'|');
    }

    qint64 histogramSum() const
    {
        qint64 sum = 0;
        for (const auto &bin : m_facets.histogram())
            sum += bin.count;
        return sum;
    }

    StoreFixture m_store;
    StoreReader m_reader;
    ManualClock m_clock;
    ViewScope m_scope;
    Facets m_facets;
    qint64 m_desk = 0;
};

} // namespace

void FacetsTest::countsByTheUsualFields()
{
    Floor floor;
    floor.addUsualCalls();
    QVERIFY(floor.count());
    QCOMPARE(floor.group("status"), QStringLiteral("completed 3|failed 1"));
    QCOMPARE(floor.group("outcome"), QStringLiteral("booked 2|spam 1|? 1"));
    QCOMPARE(floor.group("source"), QStringLiteral("Front desk 4"));
    QCOMPARE(floor.group("channel"), QStringLiteral("phone 4"));
    QCOMPARE(floor.group("agent"), QStringLiteral("? 4"));
    QCOMPARE(floor.m_facets.groups()[2].values.first().platform, QStringLiteral("varda"));
}

void FacetsTest::leavesAFieldsOwnTermsOut()
{
    Floor floor;
    floor.addUsualCalls();
    QVERIFY(floor.m_scope.setFilter(QStringLiteral("outcome:booked -status:failed")));
    QVERIFY(floor.count());
    QCOMPARE(floor.group("outcome"), QStringLiteral("booked 2|spam 1"));
    QCOMPARE(floor.group("status"), QStringLiteral("completed 2|failed 0"));
    QCOMPARE(floor.group("channel"), QStringLiteral("phone 2"));
}

void FacetsTest::countsDurationsByClasses()
{
    Floor floor;
    floor.addUsualCalls();
    QVERIFY(floor.count());
    QCOMPARE(floor.group("dur"), QStringLiteral("0:00..0:59 1|1:00..1:59 1|2:00..4:59 0|5:00..9:59 0|10:00.. 1"));
}

void FacetsTest::listsWhatTheFilterNames()
{
    Floor floor;
    floor.addUsualCalls();
    QVERIFY(floor.m_scope.setFilter(QStringLiteral("channel:fax -agent:none")));
    QVERIFY(floor.count());
    QCOMPARE(floor.group("channel"), QStringLiteral("fax 0"));
    QCOMPARE(floor.group("agent"), QStringLiteral("? 0"));
}

void FacetsTest::countsEveryHourOfADay()
{
    Floor floor;
    floor.addUsualCalls();
    floor.m_scope.setZone(QTimeZone("Asia/Kathmandu")); // hours begin at a quarter to
    floor.m_scope.setRange({TimeRange::Kind::Today, {}, {}});
    QVERIFY(floor.count());
    const auto &bins = floor.m_facets.histogram();
    QVERIFY(floor.m_facets.isHourly());
    QCOMPARE(bins.size(), 24);
    QCOMPARE(bins.first().from, utc(QLatin1StringView("2026-05-13T18:15:00Z")));
    QCOMPARE(floor.m_facets.histogramEnd(), utc(QLatin1StringView("2026-05-14T18:15:00Z")));
    QCOMPARE(bins[11].count, 1); // 11:55
    QCOMPARE(bins[12].count, 1); // 12:25
    QCOMPARE(bins[14].count, 1); // 14:45
    QCOMPARE(floor.histogramSum(), 3);
}

void FacetsTest::countsEveryDayOfMore()
{
    Floor floor;
    floor.addUsualCalls();
    floor.addCall("2026-05-10T10:00:00Z", Status::Completed, QString(), 5);
    QVERIFY(floor.count());
    const auto &bins = floor.m_facets.histogram();
    QVERIFY(!floor.m_facets.isHourly());
    QCOMPARE(bins.size(), 5);
    QCOMPARE(bins.first().from, utc(QLatin1StringView("2026-05-10T00:00:00Z")));
    QCOMPARE(bins[1].count, 0);
    QCOMPARE(bins[4].count, 3);
}

void FacetsTest::hasTwentyThreeHoursWhenClocksAreSetForward()
{
    Floor floor;
    floor.addCall("2026-03-29T20:00:00Z", Status::Completed, QString(), 5);
    floor.m_scope.setZone(QTimeZone("Europe/Berlin"));
    floor.m_scope.setRange({TimeRange::Kind::Days, QDate(2026, 3, 29), QDate(2026, 3, 29)});
    QVERIFY(floor.count());
    QCOMPARE(floor.m_facets.histogram().size(), 23);
    QCOMPARE(floor.m_facets.histogram()[21].count, 1); // 22:00
}

void FacetsTest::keepsTheWholeRangeUnderABrush()
{
    Floor floor;
    floor.addUsualCalls();
    floor.m_scope.setRange({TimeRange::Kind::Today, {}, {}});
    QVERIFY(floor.m_scope.setFilter(QStringLiteral("started:2026-05-14T06:00..2026-05-14T06:59")));
    QVERIFY(floor.count());
    QCOMPARE(floor.m_facets.histogram().size(), 24);
    QCOMPARE(floor.histogramSum(), 3);
    QCOMPARE(floor.group("status"), QStringLiteral("completed 2"));

    QVERIFY(floor.m_scope.setFilter(QStringLiteral("started:2026-05-13")));
    QVERIFY(floor.count());
    QCOMPARE(floor.m_facets.histogram().first().from, utc(QLatin1StringView("2026-05-13T00:00:00Z")));
    QCOMPARE(floor.histogramSum(), 1);
}

void FacetsTest::countsNothingWhileNobodyLooks()
{
    Floor floor;
    floor.addUsualCalls();
    QVERIFY(floor.hears());
    QSignalSpy changed(&floor.m_facets, &Facets::changed);
    QSignalSpy heard(&floor.m_reader, &StoreReader::changed);
    floor.addCall("2026-05-14T11:00:00Z", Status::Completed, QString(), 5);
    QTRY_VERIFY(!heard.isEmpty());
    QVERIFY(changed.isEmpty());
    QVERIFY(!floor.m_facets.isLoaded());
    QVERIFY(floor.count());
    QCOMPARE(floor.group("channel"), QStringLiteral("phone 5"));
}

void FacetsTest::countsAgainAfterAChange()
{
    Floor floor;
    floor.addUsualCalls();
    QVERIFY(floor.hears());
    QVERIFY(floor.count());
    floor.addCall("2026-05-14T11:00:00Z", Status::Ringing, QString(), std::nullopt);
    QTRY_COMPARE(floor.group("status"), QStringLiteral("completed 3|failed 1|ringing 1"));
}

QTEST_GUILESS_MAIN(FacetsTest)
#include "tst_facets.moc"
