// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/filter/examplestore.h"

#include <QTest>

using namespace earshot;

namespace {

/** Friday noon in Berlin, the zone of all rows. */
FilterContext berlin()
{
    const auto now = readIsoText(u"2026-05-15T10:00:00Z", QTimeZone::utc());
    Q_ASSERT(now);
    return {QTimeZone("Europe/Berlin"), now->time};
}

struct Row {
    const char *text;
    const char *ids;
};

constexpr Row c_conversations[] = {
    // words and ids: whole, in any case
    {"outcome:booked", "1"},
    {"outcome=BOOKED", "1"},
    {"outcome:book", ""},
    {"outcome:book*", "1"},
    {"outcome:*ook*", "1"},
    {"outcome:запись", "3"},
    {"outcome:ЗАПИСЬ", "3"},
    {"outcome:Зап*", "3"},
    {"conversation_id:call-7", "1"},
    {"conversation_id:call-7*", "1 3"},
    {"conversation_id:4", "4"},
    {"id:4", "4"},
    {"id:2..3", "2 3"},
    {"id>4", "5"},
    {"source:\"web chat\"", "2 3 5"},
    {"platform:varda", "1 4"},
    // wildcards of SQL are text
    {"campaign:Spring_Sale*", "1"},
    {"campaign:*50%", "1"},
    {"campaign:\"spring*\"", ""},
    {"campaign:_pring*", ""},
    {"name:\"C:\\Lee\"", "3"},
    {"name:\"Lee*\"", "3"},
    // unknown
    {"outcome:none", "2 5"},
    {"outcome:any", "1 3 4"},
    {"outcome:*", "1 3 4"},
    {"outcome:\"none\"", "4"},
    {"outcome!=none", "1 3 4"},
    {"attributes:none", "3 4 5"},
    {"attributes:any", "1 2"},
    {"estimated:none", "2 3 4 5"},
    {"text:none", "2 4 5"},
    {"text:any", "1 3"},
    // negation takes the unknown along
    {"-outcome:booked", "2 3 4 5"},
    {"outcome!=booked", "2 3 4 5"},
    {"not not outcome:booked", "1"},
    {"-(outcome:booked kind:call)", "2 3 4 5"},
    {"dur!=180", "1 3 4 5"},
    {"-dur>3m", "2 3 5"},
    {"-lee", "2 4 5"},
    {"test", "3"},
    {"-test", "1 2 4 5"},
    {"test:no", "1 4"},
    {"is_test:none", "2 5"},
    // text looks inside
    {"name:lee", "1 3"},
    {"name:ann*", "1"},
    {"name:*lee", "1"},
    {"name:özgür", "4"},
    {"name:zoë", "2"},
    {"name:ZOË", "2"},
    {"name:ångström", "2"},
    {"name:\"O'Brien\"", ""},
    // numbers, durations, money
    {"dur>3m", "1 4"},
    {"dur>=3m", "1 2 4"},
    {"dur<3:05", "2"},
    {"dur<=3:05", "1 2"},
    {"dur:3m..2h", "1 2 4"},
    {"dur:181..", "1 4"},
    {"dur:..181", "2"},
    {"dur:3m", "2"},
    {"msgs:0", "2"},
    {"msgs>9223372036854775807", ""},
    {"msgs<-9223372036854775808", ""},
    {"value:2500.00", "1"},
    {"value<2500.00", "2"},
    {"cost:-10..-5", "4"},
    // phones by their digits
    {"phone:+14155550123", "1"},
    {"phone:4155550123", "1"},
    {"phone:\"(415) 555-0123 9\"", "3"},
    {"phone:+1415*", "1"},
    {"phone:415*", "3"},
    {"phone:*0123", "1"},
    {"phone:*5550123*", "1 3"},
    {"phone:555", ""},
    {"from:01511234567", "4"},
    {"from:004915*", ""},
    {"from:00491511234567", "4"},
    {"to:Anonymous", "4"},
    {"phone:any", "1 3"},
    // times: whole days of the zone, also the short one when clocks change
    {"started:2026-03-29", "2 3"},
    {"started:2026-03-30", "4"},
    {"started>2026-03-29", "1 4"},
    {"started>=2026-03-29", "1 2 3 4"},
    {"started<2026-03-29", ""},
    {"started<=2026-03-29", "2 3"},
    {"started:2026-03", "2 3 4"},
    {"started:2026", "1 2 3 4"},
    {"started:2026-03-30..2026-05-14", "1 4"},
    {"started:..2026-03-29", "2 3"},
    {"started:2026-05-14T10:21", "1"},
    {"started:2026-05-14T10:21:33", "1"},
    {"started:2026-05-14T10:21:33.5", "1"},
    {"started:2026-05-14T10:21:33.499999", ""},
    {"started:2026-05-14T08:21Z", "1"},
    {"started:2026-05-14T10:20..2026-05-14T10:21", "1"},
    {"started:yesterday", "1"},
    {"started:today", ""},
    {"started:yesterday..now", "1"},
    {"started>now-26h", "1"},
    {"started>now-25h", ""},
    {"started:none", "5"},
    // inside JSON
    {"attributes.utm_source:google", "1"},
    {"attributes.utm_source:b*", "2"},
    {"attributes.UTM_source:google", ""},
    {"attributes.seats:12", "1 2"},
    {"attributes.seats>11", "1"},
    {"attributes.seats:..12", "1"},
    {"attributes.price:2.5", "1"},
    {"attributes.price>=2.5", "1"},
    {"attributes.vip:true", "1"},
    {"attributes.vip:1", ""},
    {"attributes.gone:none", "1 2 3 4 5"},
    {"attributes.vip:any", "1"},
    {"attributes.\"first name\":ANN", "1"},
    {"attributes.deep.er:x", "1"},
    {"attributes.deep.er:any", "1"},
    {"attributes.deep:100%", "2"},
    {"attributes.tags:*pro*", "1"},
    {"analysis.is_good:true", "1"},
    {"analysis.is_good:false", "2"},
    {"-analysis.is_good:true", "2 3 4 5"},
    {"analysis.note:true", "1"},
    {"attributes:pro", "1"},
    {"attributes:utm", ""}, // a key is no value
    {"attributes:12", "1 2"},
    {"estimated:duration_s", "1"},
    {"estimated:duration", ""},
    {"estimated:duration*", "1"},
    {"-estimated:duration_s", "2 3 4 5"},
    // free text, also in what was said
    {"lee", "1 3"},
    {"example.com", "1"},
    {"refund", "1"},
    {"\"100_%\"", "1"},
    {"\"100__\"", ""},
    {"text:robin", "3"},
    {"ångström", "2"},
    {"lee robin", "3"},
    {"lee and kind:call", "1"},
    {"(kind:call) -(status:failed)", "1"},
    {"", "1 2 3 4 5"},
};

constexpr Row c_messages[] = {
    {"", "1.0 1.1 3.0"},
    {"robin", "1.1 3.0"},
    {"name:robin", "1.1"},
    {"role:user", "1.0 3.0"},
    {"conversation:3", "3.0"},
    {"position:0", "1.0 3.0"},
    {"at:2026-05-14T10:21", "1.0 1.1"},
    {"outcome:booked", "1.0 1.1"},
    {"outcome:booked refund", "1.0"},
    {"contact:ann text:refund", "1.0"},
    {"test", "3.0"},
    {"booked", ""},
    {"platform:insighto", "3.0"},
};

constexpr Row c_events[] = {
    {"", "1.0 1.1 3.0"},
    {"id:1.1", "1.1"},
    {"delivery:1", "1.0 1.1"},
    {"conversation:none", "3.0"},
    {"type:call.*", "1.0 1.1"},
    {"occurred:none", "1.1 3.0"},
    {"occurred:2026-05-14", "1.0"},
    {"warnings:zone-assumed*", "1.1"},
    {"warnings:none", "1.0 3.0"},
    {"merged", "3.0"},
    {"zone-assumed", "1.1"},
    {"refund", "1.0 1.1"},
    {"outcome:booked", "1.0 1.1"},
    {"-outcome:booked", "3.0"},
    {"source:\"Web chat\"", "3.0"},
};

constexpr Row c_deliveries[] = {
    {"", "1 2 3"},
    {"state:decoded", "1"},
    {"state:received", "3"},
    {"duplicate_of:1", "2"},
    {"duplicate_of:none", "1 3"},
    {"events:0", "2 3"},
    {"reason:payload", "2"},
    {"test", "3"},
    {"-test", "1 2"},
    {"method:get", "3"},
    {"remote:203.0.113.2", "2"},
    {"size>999", "1 2"},
    {"received:today", "1 2 3"},
    {"received>now-30m", ""},
    {"platform:varda -state:duplicate", "1"},
};

template <size_t Count>
void addRows(const char *kind, const Row (&rows)[Count])
{
    for (const auto &[text, ids] : rows)
        QTest::addRow("%s %s", kind, text)
            << QString::fromLatin1(kind) << QString::fromUtf8(text) << QString::fromUtf8(ids);
}

} // namespace

/** Runs what is compiled against a store's tables in SQLite, since only the database knows what its SQL means. */
class SqlCompilerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsTheRecords_data();
    void findsTheRecords();

    void negationPartsTheRecordsInTwo_data() { findsTheRecords_data(); }

    void negationPartsTheRecordsInTwo();
    void keepsTextOutOfTheSql_data();
    void keepsTextOutOfTheSql();
    void asksForNothingWithoutTerms();
    void readsNowEachTime();
    void staysWithinTheLimitsOfSqlite_data();
    void staysWithinTheLimitsOfSqlite();

private:
    QStringList find(const RecordQuery &kind, const QString &text);

    ExampleStore m_store;
};

void SqlCompilerTest::initTestCase()
{
    QVERIFY(m_store.isComplete());
}

/** The ids of what the filter finds, or why it was not understood. */
QStringList SqlCompilerTest::find(const RecordQuery &kind, const QString &text)
{
    const auto filter = Filter::parse(text, kind.schema);
    return filter ? m_store.idsOf(kind, filter->toSql(berlin())) : QStringList{filter.error().message};
}

void SqlCompilerTest::findsTheRecords_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("ids");
    addRows("conversations", c_conversations);
    addRows("messages", c_messages);
    addRows("events", c_events);
    addRows("deliveries", c_deliveries);
}

void SqlCompilerTest::findsTheRecords()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, text);
    QFETCH(const QString, ids);
    QCOMPARE(find(recordQuery(kind), text).join(u' '), ids);
}

/** And a filter means the same when its text is read again. */
void SqlCompilerTest::negationPartsTheRecordsInTwo()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, text);

    const RecordQuery records = recordQuery(kind);
    const auto filter = Filter::parse(text, records.schema);
    QVERIFY(filter);
    if (filter->isEmpty())
        return; // nothing has no opposite
    const SqlCondition condition = filter->toSql(berlin());
    QVERIFY(condition.sql.startsWith(u'(') && condition.sql.endsWith(u')'));
    QCOMPARE(condition.sql.count(u'?'), condition.binds.size());

    const auto again = Filter::parse(filter->text(), records.schema);
    QVERIFY(again);
    QVERIFY(again->toSql(berlin()) == condition);

    QStringList both = find(records, text) + find(records, QString(u"-(" + text + u')'));
    both.sort();
    QCOMPARE(both, find(records, QString()));
}

void SqlCompilerTest::keepsTextOutOfTheSql_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"\"'; DROP TABLE conversation; --\"", "outcome:\"' OR '1'='1 DROP\"", "outcome:';DROP*",
          "attributes.\"x') OR (1=1 DROP\":y", "attributes.DROP:1", "attributes.DROP>1", "phone:\"DROP' OR 1\"",
          "estimated:\"DROP' OR ''='\"", "name:DROP%?", "started:none text:\"?DROP?\"", "attributes.\"%1 DROP\":%2"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void SqlCompilerTest::keepsTextOutOfTheSql()
{
    QFETCH(const QString, text);

    const auto filter = Filter::parse(text, conversationSchema());
    QVERIFY(filter);
    const SqlCondition condition = filter->toSql(berlin());
    QVERIFY(!condition.sql.contains(u"DROP"));
    QVERIFY(!condition.sql.contains(u'%'));
    QCOMPARE(condition.sql.count(u'?'), condition.binds.size());
    QCOMPARE(m_store.idsOf(recordQuery(u"conversations"), condition), QStringList());
    QCOMPARE(find(recordQuery(u"conversations"), QString()).size(), 5);
}

void SqlCompilerTest::asksForNothingWithoutTerms()
{
    const auto blank = Filter::parse(QStringLiteral("  "), conversationSchema());
    QVERIFY(blank && blank->isEmpty());
    const SqlCondition everything{QStringLiteral("1"), {}};
    QVERIFY(blank->toSql(berlin()) == everything);
    QVERIFY(Filter(conversationSchema()).toSql(berlin()) == everything);
}

void SqlCompilerTest::readsNowEachTime()
{
    const auto filter = Filter::parse(QStringLiteral("started:today"), conversationSchema());
    QVERIFY(filter);
    FilterContext context = berlin();
    QCOMPARE(m_store.idsOf(recordQuery(u"conversations"), filter->toSql(context)), QStringList());
    context.now -= std::chrono::hours(24);
    QCOMPARE(m_store.idsOf(recordQuery(u"conversations"), filter->toSql(context)), QStringList{QStringLiteral("1")});
}

void SqlCompilerTest::staysWithinTheLimitsOfSqlite_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("text");

    // each word is looked for in several spellings in each text field
    const QString words = QString::fromUtf8("éaÉa éa ").repeated(66);
    QString deep = QStringLiteral("from:+1415*");
    for (int level = 0; level < 5; ++level)
        deep = u"-(from:+1415* kind:call " + deep + u" text:x attributes.a:b)";
    for (const char *kind : {"conversations", "messages", "events"}) {
        QTest::addRow("many terms over %s", kind) << QString::fromLatin1(kind) << words;
        QTest::addRow("deep terms over %s", kind) << QString::fromLatin1(kind) << deep;
    }
    QTest::newRow("many terms over deliveries") << QStringLiteral("deliveries") << words;
    QTest::newRow("a long pattern") << QStringLiteral("conversations") << QString::fromUtf8("€").repeated(8000);
    QTest::newRow("a long pattern of wildcards") << QStringLiteral("deliveries") << QStringLiteral("%").repeated(8000);
}

/** Also inside the queries around it, as when counting by a subquery. */
void SqlCompilerTest::staysWithinTheLimitsOfSqlite()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, text);

    const RecordQuery records = recordQuery(kind);
    const auto filter = Filter::parse(text, records.schema);
    QVERIFY2(filter, filter ? "" : qPrintable(filter.error().message));
    const SqlCondition condition = filter->toSql(berlin());
    auto query =
        m_store.run(QStringLiteral("SELECT count(*) FROM (SELECT * FROM (%1%2))").arg(records.select, condition.sql),
                    condition.binds);
    QVERIFY(query && query->next());
}

QTEST_GUILESS_MAIN(SqlCompilerTest)
#include "tst_sqlcompiler.moc"
