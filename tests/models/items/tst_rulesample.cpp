// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/rulesample.h"
#include "tests/models/store/samplestore.h"

#include <QTest>

using namespace earshot;

class RuleSampleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsThoseOfTheLastThirtyDays();
    void givesTheLatestFirst();
    void namesAContactByWhatIsKnown_data();
    void namesAContactByWhatIsKnown();
    void refusesARuleThatIsNone();
    void readsDaysAsForwardingDoes();

private:
    static constexpr Timestamp c_now = SampleStore::c_noon + std::chrono::hours(1);

    static void shift(const SampleStore &store, qint64 id, std::chrono::microseconds by)
    {
        SampleStore::valueOf(
            store.database().run(QStringLiteral("UPDATE conversation SET \"time\" = \"time\" + ?, \"started_at\" = "
                                                "\"started_at\" + ? WHERE \"id\" = ?"),
                                 {qint64(by.count()), qint64(by.count()), id}));
    }
};

void RuleSampleTest::countsThoseOfTheLastThirtyDays()
{
    const SampleStore store;
    store.addConversation(QStringLiteral("a"), QStringLiteral("booked"));
    store.addConversation(QStringLiteral("b"), QStringLiteral("lost"));
    shift(store, store.addConversation(QStringLiteral("old"), QStringLiteral("booked")), -std::chrono::days(60));
    RuleCount count = SampleStore::valueOf(countRule(store.database(), QStringLiteral("outcome:booked"), c_now));
    QCOMPARE(count.chosen, 1);
    QCOMPARE(count.all, 2);
    count = SampleStore::valueOf(countRule(store.database(), {}, c_now));
    QCOMPARE(count.chosen, 2);
    QCOMPARE(count.all, 2);
}

void RuleSampleTest::givesTheLatestFirst()
{
    const SampleStore store;
    const qint64 first = store.addConversation(QStringLiteral("a"), QStringLiteral("booked"));
    const qint64 old = store.addConversation(QStringLiteral("b"), QStringLiteral("booked"));
    const qint64 second = store.addConversation(QStringLiteral("c"), QStringLiteral("booked"));
    store.addConversation(QStringLiteral("d"), QStringLiteral("lost"));
    shift(store, old, -std::chrono::days(60)); // still there to be tried on
    const auto latest =
        SampleStore::valueOf(latestOfRule(store.database(), QStringLiteral("outcome:booked"), c_now, 10));
    QList<qint64> ids;
    for (const SampleConversation &conversation : latest)
        ids.append(conversation.id);
    QCOMPARE(ids, (QList<qint64>{second, first, old}));
    QCOMPARE(latest.first().outcome, QStringLiteral("booked"));
    QCOMPARE(latest.first().time, SampleStore::c_noon);
    QCOMPARE(SampleStore::valueOf(latestOfRule(store.database(), {}, c_now, 2)).size(), 2);
}

void RuleSampleTest::namesAContactByWhatIsKnown_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("contact");
    QTest::newRow("name") << "contact_name" << "Sofia Rossi" << "Sofia Rossi";
    QTest::newRow("phone") << "contact_phone" << "+33612345678" << "+33612345678";
    QTest::newRow("e-mail") << "contact_email" << "s@example.org" << "s@example.org";
    QTest::newRow("nothing") << "campaign" << "spring" << "a";
}

void RuleSampleTest::namesAContactByWhatIsKnown()
{
    QFETCH(QString, column);
    QFETCH(QString, value);
    const SampleStore store;
    const qint64 id = store.addConversation(QStringLiteral("a"));
    SampleStore::valueOf(store.database().run(
        QStringLiteral("UPDATE conversation SET \"%1\" = ? WHERE \"id\" = ?").arg(column), {value, id}));
    QTEST(SampleStore::valueOf(latestOfRule(store.database(), {}, c_now, 1)).first().contact, "contact");
}

void RuleSampleTest::refusesARuleThatIsNone()
{
    const SampleStore store;
    const auto count = countRule(store.database(), QStringLiteral("dur>3x"), c_now);
    QVERIFY(!count);
    QCOMPARE(count.error().code, ErrorCode::FilterSyntax);
    QVERIFY(!latestOfRule(store.database(), QStringLiteral("dur>3x"), c_now, 1));
}

void RuleSampleTest::readsDaysAsForwardingDoes()
{
    const SampleStore store;
    shift(store, store.addConversation(QStringLiteral("a")),
          std::chrono::hours(11)); // 23:00 in UTC, tomorrow in Kathmandu
    const Timestamp night = SampleStore::c_noon + std::chrono::minutes(11 * 60 + 30);
    QCOMPARE(
        SampleStore::valueOf(latestOfRule(store.database(), QStringLiteral("started:2026-05-14"), night, 1)).size(), 1);
    QCOMPARE(
        SampleStore::valueOf(latestOfRule(store.database(), QStringLiteral("started:2026-05-15"), night, 1)).size(), 0);
}

QTEST_GUILESS_MAIN(RuleSampleTest)
#include "tst_rulesample.moc"
