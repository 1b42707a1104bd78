// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/listenerstate.h"
#include "models/items/viewscope.h"
#include "models/store/listqueries.h"
#include "tests/models/store/storefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace earshot;

namespace {

const Timestamp c_now = fromMicroseconds(1'778'760'000'000'000); // 2026-05-14T12:00:00Z

ScopeQuery everything(const QString &filter)
{
    return ScopeQuery(filter, {TimeRange::Kind::Everything, {}, {}}, QTimeZone::utc());
}

} // namespace

class ViewScopeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTermsThatMeanTheValue_data();
    void writesTermsThatMeanTheValue();
    void saysTheSameOfEveryKind_data();
    void saysTheSameOfEveryKind();
    void choosesTheRange();
    void aNamedTimeOverrulesTheRange_data();
    void aNamedTimeOverrulesTheRange();
    void checksFiltersOfBothKinds_data();
    void checksFiltersOfBothKinds();
    void aFilterThatIsNotUnderstoodChangesNothing();
    void tellsOfChangesOnly();
    void editsTerms_data();
    void editsTerms();
    void knowsItsTerms_data();
    void knowsItsTerms();
    void tellsLocalAddresses_data();
    void tellsLocalAddresses();

private:
    static QList<qint64> idsOf(const StoreFixture &store, RecordKind kind, const ScopeQuery &scope)
    {
        QList<qint64> ids;
        const auto keys = listKeys(store.database(), {kind, scope.selection(kind, c_now), ListSort::Time, false});
        if (!keys)
            qFatal("%ls", qUtf16Printable(keys.error().detail));
        for (const ListKey &key : *keys)
            ids.append(key.id);
        return ids;
    }
};

void ViewScopeTest::writesTermsThatMeanTheValue_data()
{
    QTest::addColumn<QString>("value");
    const QStringList values = {QStringLiteral("booked"),
                                QStringLiteral("Web chat"),
                                QStringLiteral("say \"hello\""),
                                QStringLiteral("a:b=c<d>e"),
                                QStringLiteral("-dash"),
                                QStringLiteral("one,two"),
                                QStringLiteral("محادثة"),
                                QStringLiteral("حجز موعد"),
                                QStringLiteral("none"),
                                QStringLiteral("ANY"),
                                QStringLiteral("*"),
                                QStringLiteral("star*"),
                                QStringLiteral("1..5"),
                                QStringLiteral("back\\slash"),
                                QStringLiteral("\\\""),
                                QStringLiteral("(round)"),
                                QStringLiteral("and"),
                                QStringLiteral("or"),
                                QStringLiteral("line\nbreak"),
                                QStringLiteral("+49 30 1"),
                                QStringLiteral("a%b_c"),
                                QString::fromUcs4(U"\U0001F600", 1)};
    for (const QString &value : values)
        QTest::addRow("%s", qPrintable(value)) << value;
}

void ViewScopeTest::writesTermsThatMeanTheValue()
{
    QFETCH(QString, value);
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    Conversation conversation;
    conversation.outcome = value;
    const qint64 wanted = store.addConversation(source, conversation);
    conversation.outcome = QStringLiteral("another");
    const qint64 other = store.addConversation(source, conversation);
    conversation.outcome = QString();
    const qint64 unknown = store.addConversation(source, conversation);

    const QString field = QStringLiteral("outcome");
    QCOMPARE(idsOf(store, RecordKind::Conversations, everything(filterTerm(field, value))), QList<qint64>{wanted});
    QCOMPARE(idsOf(store, RecordKind::Conversations, everything(filterTerm(field, value, true))),
             (QList<qint64>{other, unknown}));
    QCOMPARE(idsOf(store, RecordKind::Conversations, everything(filterTerm(field, QString()))), QList<qint64>{unknown});

    ViewScope scope;
    scope.addTerm(field, value);
    QCOMPARE(scope.filter(), filterTerm(field, value));
    QVERIFY(scope.hasTerm(field, value));
    QVERIFY(!scope.hasTerm(field, QString()));
}

void ViewScopeTest::saysTheSameOfEveryKind_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QList<qint64>>("conversations");
    QTest::addColumn<QList<qint64>>("deliveries");
    QTest::newRow("nothing asked") << QString() << QList<qint64>{1, 2} << QList<qint64>{1, 2, 3, 4};
    QTest::newRow("of both") << QStringLiteral("source:s") << QList<qint64>{1, 2} << QList<qint64>{1, 2, 3, 4};
    QTest::newRow("of conversations") << QStringLiteral("outcome:booked") << QList<qint64>{1} << QList<qint64>{1, 3};
    QTest::newRow("of conversations, negated")
        << QStringLiteral("-outcome:booked platform:insighto") << QList<qint64>{2} << QList<qint64>{2};
    QTest::newRow("of deliveries") << QStringLiteral("bytes:2") << QList<qint64>{2} << QList<qint64>{2};
    QTest::newRow("of deliveries that made nothing")
        << QStringLiteral("state:malformed") << QList<qint64>() << QList<qint64>{4};
}

/** Delivery 1 made conversation 1 and came again as 3, delivery 2 made conversation 2, and delivery 4 nothing. */
void ViewScopeTest::saysTheSameOfEveryKind()
{
    QFETCH(QString, filter);
    QFETCH(QList<qint64>, conversations);
    QFETCH(QList<qint64>, deliveries);
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    Conversation conversation;
    conversation.outcome = QStringLiteral("booked");
    store.addConversation(source, conversation);
    conversation.outcome = QStringLiteral("quoted");
    store.addConversation(source, conversation);
    Delivery delivery;
    delivery.sourceId = source;
    delivery.method = "POST";
    delivery.remote = QStringLiteral("192.0.2.7");
    delivery.verdict = QStringLiteral("unsigned");
    for (const QByteArray &body : {QByteArray("1"), QByteArray("22"), QByteArray("1"), QByteArray("4444")}) {
        delivery.body = body;
        delivery.receivedAt += std::chrono::seconds(1);
        store.addDelivery(delivery);
    }
    FoldEvent event;
    event.order.digest = "d";
    store.addEvent(1, 1, source, 1, event);
    store.addEvent(2, 1, source, 2, event);
    store.addFinding(delivery, 1, DeliveryState::Decoded, 1);
    store.addFinding(delivery, 2, DeliveryState::Decoded, 1);
    store.addFinding(delivery, 3, DeliveryState::Duplicate, 0, 1);
    store.addFinding(delivery, 4, DeliveryState::Malformed);

    QCOMPARE(idsOf(store, RecordKind::Conversations, everything(filter)), conversations);
    QCOMPARE(idsOf(store, RecordKind::Deliveries, everything(filter)), deliveries);
    qint64 events = 0;
    QVERIFY(readRecords(store.database(), RecordKind::Events, everything(filter).selection(RecordKind::Events, c_now),
                        [&](const Record &) { return ++events > 0; }));
    QCOMPARE(events, conversations.size());
    QVERIFY(readRecords(store.database(), RecordKind::Messages,
                        everything(filter).selection(RecordKind::Messages, c_now),
                        [](const Record &) { return true; }));
}

void ViewScopeTest::choosesTheRange()
{
    const ScopeQuery today(QStringLiteral("outcome:booked"), {}, QTimeZone("Europe/Berlin"));
    const auto selection = today.selection(RecordKind::Conversations, c_now);
    QCOMPARE(selection.interval.from, utc(QLatin1StringView("2026-05-13T22:00:00Z")));
    QVERIFY(!selection.interval.until);
    QCOMPARE(ScopeQuery().selection(RecordKind::Deliveries, c_now).filter, SqlCondition());
    QCOMPARE(everything(QStringLiteral("dur>3x")).selection(RecordKind::Deliveries, c_now).filter.sql,
             QStringLiteral("0"));
}

void ViewScopeTest::aNamedTimeOverrulesTheRange_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("names");
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("another field") << QStringLiteral("outcome:booked") << false;
    QTest::newRow("started") << QStringLiteral("started:2026-05") << true;
    QTest::newRow("in a group") << QStringLiteral("outcome:booked -(kind:call ended<today)") << true;
    QTest::newRow("received") << QStringLiteral("received>now-2h") << true;
    QTest::newRow("an end that is not known") << QStringLiteral("ended:none") << false;
    QTest::newRow("words that look like it") << QStringLiteral("\"started:2026\"") << false;
}

void ViewScopeTest::aNamedTimeOverrulesTheRange()
{
    QFETCH(QString, filter);
    QFETCH(bool, names);
    const ScopeQuery query(filter, {}, QTimeZone::utc());
    QCOMPARE(query.namesItsTime(), names);
    QCOMPARE(query.selection(RecordKind::Deliveries, c_now).interval.from.has_value(), !names);
}

void ViewScopeTest::checksFiltersOfBothKinds_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("complaint"); // null: fine
    QTest::newRow("conversations'") << QStringLiteral("outcome:booked") << QString();
    QTest::newRow("deliveries'") << QStringLiteral("state:malformed") << QString();
    QTest::newRow("nobody's") << QStringLiteral("otcome:booked") << QStringLiteral("Try outcome");
    QTest::newRow("conversations', bad value") << QStringLiteral("dur>3x") << QStringLiteral("not a duration");
    QTest::newRow("deliveries', bad value")
        << QStringLiteral("verdict:unsigned size>x") << QStringLiteral("not a whole number");
    QTest::newRow("both at once") << QStringLiteral("outcome:booked state:malformed") << QStringLiteral("not a field");
}

void ViewScopeTest::checksFiltersOfBothKinds()
{
    QFETCH(QString, filter);
    QFETCH(QString, complaint);
    for (const RecordKind kind : {RecordKind::Conversations, RecordKind::Deliveries}) {
        const auto checked = checkFilter(filter, kind);
        QCOMPARE(checked.has_value(), complaint.isNull());
        if (!checked && kind == RecordKind::Conversations)
            QVERIFY2(checked.error().message.contains(complaint), qPrintable(checked.error().message));
    }
}

void ViewScopeTest::aFilterThatIsNotUnderstoodChangesNothing()
{
    ViewScope scope;
    QVERIFY(scope.setFilter(QStringLiteral("outcome:booked")));
    const QSignalSpy changed(&scope, &ViewScope::changed);
    const auto refused = scope.setFilter(QStringLiteral("dur>3x"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().position, 4);
    QCOMPARE(scope.filter(), QStringLiteral("outcome:booked"));
    QCOMPARE(changed.size(), 0);
}

void ViewScopeTest::tellsOfChangesOnly()
{
    ViewScope scope;
    const QSignalSpy changed(&scope, &ViewScope::changed);
    scope.setRange({});
    scope.setZone(QTimeZone::utc());
    QVERIFY(scope.setFilter(QString()));
    QCOMPARE(changed.size(), 0);
    scope.setRange({TimeRange::Kind::Yesterday, {}, {}});
    scope.setZone(QTimeZone("Asia/Kathmandu"));
    QVERIFY(scope.setFilter(QStringLiteral("test")));
    QCOMPARE(changed.size(), 3);
}

void ViewScopeTest::editsTerms_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *name, const char *filter, const char *action, const char *field, const char *value,
                        const char *result) {
        QTest::newRow(name) << QString::fromUtf8(filter) << QString::fromUtf8(action) << QString::fromUtf8(field)
                            << QString::fromUtf8(value) << QString::fromUtf8(result);
    };
    row("first", "", "add", "outcome", "booked", "outcome:booked");
    row("another", "test", "add", "outcome", "booked", "test outcome:booked");
    row("again", "outcome:Booked", "add", "outcome", "booked", "outcome:Booked");
    row("exclude", "test", "exclude", "source", "Web chat", "test -source:\"Web chat\"");
    row("exclude what was included", "a outcome:booked", "exclude", "outcome", "booked", "a -outcome:booked");
    row("include what was excluded", "not outcome:booked a", "add", "outcome", "booked", "a outcome:booked");
    row("only", "outcome:booked outcome!=quoted kind:call", "set", "outcome", "quoted", "kind:call outcome:quoted");
    row("by its short name", "name:lee", "set", "contact_name", "Kim", "contact_name:Kim");
    row("none of it", "kind:call and outcome:booked and test", "set", "outcome", nullptr, "kind:call test");
    row("groups stay", "(outcome:booked) -(a b)", "set", "outcome", nullptr, "(outcome:booked) -(a b)");
    row("a key", "attributes.plan:gold", "set", "attributes.plan", "silver", "attributes.plan:silver");
    row("unknown", "", "exclude", "outcome", nullptr, "-outcome:none");
    row("of deliveries", "state:malformed", "set", "state", "unknown", "state:unknown");
}

void ViewScopeTest::editsTerms()
{
    QFETCH(QString, filter);
    QFETCH(QString, action);
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, result);
    ViewScope scope;
    QVERIFY(scope.setFilter(filter));
    if (action == QLatin1StringView("add"))
        scope.addTerm(field, value);
    else if (action == QLatin1StringView("exclude"))
        scope.excludeTerm(field, value);
    else
        scope.setTerm(field, value);
    QCOMPARE(scope.filter(), result);
}

void ViewScopeTest::knowsItsTerms_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("has");
    QTest::addColumn<bool>("excludes");
    QTest::newRow("included") << QStringLiteral("a outcome=booked") << true << false;
    QTest::newRow("excluded") << QStringLiteral("-outcome:booked") << false << true;
    QTest::newRow("not equal") << QStringLiteral("outcome!=\"booked\"") << false << true;
    QTest::newRow("twice negated") << QStringLiteral("not -outcome:booked") << true << false;
    QTest::newRow("another value") << QStringLiteral("outcome:quoted") << false << false;
    QTest::newRow("a pattern") << QStringLiteral("outcome:booked*") << false << false;
    QTest::newRow("in a group") << QStringLiteral("-(outcome:booked test)") << false << false;
    QTest::newRow("in quotes") << QStringLiteral("\"outcome:booked\"") << false << false;
}

void ViewScopeTest::knowsItsTerms()
{
    QFETCH(QString, filter);
    QFETCH(bool, has);
    QFETCH(bool, excludes);
    ViewScope scope;
    QVERIFY(scope.setFilter(filter));
    QCOMPARE(scope.hasTerm(QStringLiteral("outcome"), QStringLiteral("booked")), has);
    QCOMPARE(scope.excludesTerm(QStringLiteral("outcome"), QStringLiteral("booked")), excludes);
}

void ViewScopeTest::tellsLocalAddresses_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<bool>("isLocal");
    QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1:8765") << true;
    QTest::newRow("another of its addresses") << QStringLiteral("http://127.8.0.1:8765") << true;
    QTest::newRow("IPv6") << QStringLiteral("http://[::1]:8765") << true;
    QTest::newRow("name") << QStringLiteral("http://localhost:8765") << true;
    QTest::newRow("the network") << QStringLiteral("http://192.168.1.5:8765") << false;
    QTest::newRow("looks like it") << QStringLiteral("https://127.0.0.1.example.com") << false;
    QTest::newRow("none") << QString() << false;
}

void ViewScopeTest::tellsLocalAddresses()
{
    QFETCH(QString, base);
    QFETCH(bool, isLocal);
    QCOMPARE(isLocalOnly(base), isLocal);
}

QTEST_GUILESS_MAIN(ViewScopeTest)
#include "tst_viewscope.moc"
