// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/filter.h"
#include "models/store/recordqueries.h"
#include "tests/models/store/storefixture.h"

#include <QTest>

using namespace earshot;

/** A little of everything: three conversations of two sources, messages, a decoded, a malformed and a waiting delivery.
 */
class RecordQueriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsAConversationAsTheNeutralRecord();
    void readsEveryFieldInExportOrder_data();
    void readsEveryFieldInExportOrder();
    void readsByTimeThenId_data();
    void readsByTimeThenId();
    void keepsToTheInterval_data();
    void keepsToTheInterval();
    void keepsToTheFilter_data();
    void keepsToTheFilter();
    void refusesNoFilterOfItsSchema_data();
    void refusesNoFilterOfItsSchema();
    void showsADeliveryThatWaitsAsReceived();
    void writesAnEmptyListNotNull();
    void stopsWhenTheVisitorWantsNoMore();
    void readsNothingFromAnEmptyStore_data();
    void readsNothingFromAnEmptyStore();
    void seesOneMomentWhileOthersWrite();

private:
    QStringList idsOf(RecordKind kind, const RecordSelection &selection = {}) const;

    StoreFixture m_store;
    qint64 m_first = 0;
    qint64 m_second = 0;
    qint64 m_third = 0;
};

static SqlCondition compiled(RecordKind kind, const QString &text)
{
    const auto filter = Filter::parse(text, filterSchema(kind));
    return filter ? filter->toSql({QTimeZone::utc(), utc(QLatin1StringView("2026-06-01T00:00:00Z"))})
                  : SqlCondition{QStringLiteral("FALSE"), {}};
}

static QString shortText(const RecordValue &value)
{
    return toJson(value, QTimeZone::utc()).toVariant().toString();
}

void RecordQueriesTest::initTestCase()
{
    const qint64 chat = m_store.addSource(QStringLiteral("Web chat"));
    const qint64 phones = m_store.addSource(QStringLiteral("Phones"), QStringLiteral("varda"));
    Conversation full = fullConversation();
    full.messages = 2;
    full.events = 1;
    m_first = m_store.addConversation(chat, full);
    Conversation early;
    early.startedAt = utc(QLatin1StringView("2026-05-01T00:00:00Z"));
    early.outcome = QStringLiteral("spam");
    m_second = m_store.addConversation(phones, early);
    Conversation same; // as early as the second
    same.endedAt = early.startedAt;
    m_third = m_store.addConversation(phones, same);

    m_store.addMessage(
        m_first, 0,
        {{}, Role::User, QStringLiteral("Jane"), hostileText(), utc(QLatin1StringView("2026-05-14T10:22:00Z"))});
    m_store.addMessage(m_first, 1, {{}, Role::Assistant, {}, QStringLiteral("Hi"), {}});
    m_store.addMessage(m_second, 0, {{}, Role::Tool, {}, QStringLiteral(""), {}});

    Delivery delivery;
    delivery.sourceId = chat;
    delivery.receivedAt = utc(QLatin1StringView("2026-05-14T10:25:00Z"));
    delivery.method = "POST";
    delivery.target = "/hook/****?x=\xff";
    delivery.remote = QStringLiteral("192.0.2.1");
    delivery.verdict = QStringLiteral("unsigned");
    delivery.body = "{}";
    const qint64 decoded = m_store.addDelivery(delivery);
    m_store.addFinding(delivery, decoded, DeliveryState::Decoded, 1);
    FoldEvent event;
    event.event.type = EventType::ConversationClosed;
    event.event.platformType = QStringLiteral("conversation.closed");
    event.event.warnings = {QStringLiteral("zone-assumed: created_at")};
    event.receivedAt = delivery.receivedAt;
    event.order.digest = "d1";
    m_store.addEvent(decoded, 1, chat, m_first, event);

    delivery.receivedAt = utc(QLatin1StringView("2026-05-15T10:25:00Z"));
    const qint64 malformed = m_store.addDelivery(delivery);
    m_store.addFinding(delivery, malformed, DeliveryState::Malformed, 0, decoded,
                       QStringLiteral("json-syntax: line 1"));
    delivery.receivedAt = utc(QLatin1StringView("2026-05-13T10:25:00Z"));
    m_store.addDelivery(delivery);
}

QStringList RecordQueriesTest::idsOf(RecordKind kind, const RecordSelection &selection) const
{
    QStringList ids;
    const auto read = readRecords(m_store.database(), kind, selection, [&](const Record &record) {
        const bool isMessage = kind == RecordKind::Messages;
        ids.append(isMessage ? QString(shortText(record[0]) + QLatin1Char('/') + shortText(record[1]))
                             : shortText(record[0]));
        return true;
    });
    return read && *read == ids.size() ? ids : QStringList{QStringLiteral("failed")};
}

void RecordQueriesTest::readsAConversationAsTheNeutralRecord()
{
    Conversation expected = fullConversation();
    expected.id = m_first;
    expected.source = QStringLiteral("Web chat");
    expected.platform = QStringLiteral("insighto");
    expected.messages = 2;
    expected.events = 1;
    const QTimeZone zone("Asia/Kathmandu");
    int compared = 0;
    const auto read = readRecords(m_store.database(), RecordKind::Conversations, {}, [&](const Record &record) {
        if (shortText(record[0]) != QString::number(m_first))
            return true;
        for (std::size_t i = 0; i < record.size(); ++i)
            compared += toJson(record[i], zone) == toJson(expected, conversationFields()[i], zone) ? 1 : 0;
        return true;
    });
    QVERIFY(read);
    QCOMPARE(compared, int(conversationFields().size()));
}

void RecordQueriesTest::readsEveryFieldInExportOrder_data()
{
    QTest::addColumn<RecordKind>("kind");
    QTest::addColumn<QStringList>("first");
    const QString hostile = hostileText();
    QTest::newRow("message") << RecordKind::Messages << QStringList{QString::number(m_second),
                                                                    QStringLiteral("0"),
                                                                    QStringLiteral("tool"),
                                                                    QString(),
                                                                    QString(),
                                                                    QString()};
    QTest::newRow("event") << RecordKind::Events
                           << QStringList{QStringLiteral("1.1"),
                                          QStringLiteral("1"),
                                          QString::number(m_first),
                                          QStringLiteral("conversation.closed"),
                                          QStringLiteral("conversation.closed"),
                                          QString(),
                                          QStringLiteral("zone-assumed: created_at")};
    QTest::newRow("delivery") << RecordKind::Deliveries
                              << QStringList{QStringLiteral("3"),
                                             QStringLiteral("Web chat"),
                                             QStringLiteral("2026-05-13T10:25:00Z"),
                                             QStringLiteral("POST"),
                                             QStringLiteral("/hook/****?x=\ufffd"),
                                             QStringLiteral("192.0.2.1"),
                                             QStringLiteral("2"),
                                             QStringLiteral("received"),
                                             QString(),
                                             QString(),
                                             QStringLiteral("unsigned"),
                                             QStringLiteral("0")};
}

void RecordQueriesTest::readsEveryFieldInExportOrder()
{
    QFETCH(RecordKind, kind);
    QFETCH(QStringList, first);
    QStringList found;
    const auto read = readRecords(m_store.database(), kind, {}, [&](const Record &record) {
        for (const RecordValue &value : record) {
            const QVariant plain = toJson(value, QTimeZone::utc()).toVariant();
            found.append(plain.typeId() == QMetaType::QVariantList ? plain.toStringList().join(QLatin1Char('|'))
                                                                   : plain.toString());
        }
        return false;
    });
    QVERIFY(!read);
    QCOMPARE(found.size(), qsizetype(recordFields(kind).size()));
    QCOMPARE(found, first);
}

void RecordQueriesTest::readsByTimeThenId_data()
{
    QTest::addColumn<RecordKind>("kind");
    QTest::addColumn<QStringList>("ids");
    const QString first = QString::number(m_first);
    const QString second = QString::number(m_second);
    const QString third = QString::number(m_third);
    QTest::newRow("conversations") << RecordKind::Conversations << QStringList{second, third, first};
    QTest::newRow("messages, without a time by their conversation's")
        << RecordKind::Messages
        << QStringList{second + QLatin1StringView("/0"), first + QLatin1StringView("/1"),
                       first + QLatin1StringView("/0")};
    QTest::newRow("events") << RecordKind::Events << QStringList{QStringLiteral("1.1")};
    QTest::newRow("deliveries") << RecordKind::Deliveries
                                << QStringList{QStringLiteral("3"), QStringLiteral("1"), QStringLiteral("2")};
}

void RecordQueriesTest::readsByTimeThenId()
{
    QFETCH(RecordKind, kind);
    QFETCH(QStringList, ids);
    QCOMPARE(idsOf(kind), ids);
}

void RecordQueriesTest::keepsToTheInterval_data()
{
    QTest::addColumn<RecordKind>("kind");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("until");
    QTest::addColumn<int>("count");
    QTest::newRow("begins with its first moment") << RecordKind::Conversations << "2026-05-01T00:00:00Z" << "" << 3;
    QTest::newRow("a microsecond later") << RecordKind::Conversations << "2026-05-01T00:00:00.000001Z" << "" << 1;
    QTest::newRow("ends before its last moment") << RecordKind::Conversations << "" << "2026-05-01T00:00:00Z" << 0;
    QTest::newRow("a conversation's start, not its end")
        << RecordKind::Conversations << "2026-05-14T10:22:00Z" << "" << 0;
    QTest::newRow("messages") << RecordKind::Messages << "2026-05-14T10:21:33.5Z" << "2026-05-14T10:22:00Z" << 1;
    QTest::newRow("events, by arrival") << RecordKind::Events << "2026-05-14T10:25:00Z" << "2026-05-14T10:25:01Z" << 1;
    QTest::newRow("deliveries") << RecordKind::Deliveries << "2026-05-14T00:00:00Z" << "2026-05-15T00:00:00Z" << 1;
    QTest::newRow("nothing between") << RecordKind::Deliveries << "2026-05-16T00:00:00Z" << "2026-05-15T00:00:00Z" << 0;
}

void RecordQueriesTest::keepsToTheInterval()
{
    QFETCH(RecordKind, kind);
    QFETCH(QString, from);
    QFETCH(QString, until);
    QFETCH(int, count);
    const auto moment = [](const QString &iso) -> std::optional<Timestamp> {
        const auto read = readIsoText(iso, QTimeZone::utc());
        return read ? std::optional(read->time) : std::nullopt;
    };
    QCOMPARE(idsOf(kind, {{}, {moment(from), moment(until)}}).size(), count);
}

void RecordQueriesTest::keepsToTheFilter_data()
{
    QTest::addColumn<RecordKind>("kind");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("count");
    QTest::newRow("nothing asked") << RecordKind::Conversations << "" << 3;
    QTest::newRow("outcome") << RecordKind::Conversations << "outcome:booked" << 1;
    QTest::newRow("its negation") << RecordKind::Conversations << "-outcome:booked" << 2;
    QTest::newRow("source") << RecordKind::Conversations << "source:phones" << 2;
    QTest::newRow("what was said") << RecordKind::Conversations << "text:Hi" << 1;
    QTest::newRow("message by its own field") << RecordKind::Messages << "role:assistant" << 1;
    QTest::newRow("message by its conversation's") << RecordKind::Messages << "outcome:spam" << 1;
    QTest::newRow("event by its conversation's") << RecordKind::Events << "outcome:booked" << 1;
    QTest::newRow("event by a warning") << RecordKind::Events << "warnings:zone-assumed*" << 1;
    QTest::newRow("delivery that waits") << RecordKind::Deliveries << "state:received" << 1;
    QTest::newRow("delivery by reason") << RecordKind::Deliveries << "reason:json-syntax" << 1;
}

void RecordQueriesTest::keepsToTheFilter()
{
    QFETCH(RecordKind, kind);
    QFETCH(QString, filter);
    QFETCH(int, count);
    QCOMPARE(idsOf(kind, {compiled(kind, filter), {}}).size(), count);
}

void RecordQueriesTest::refusesNoFilterOfItsSchema_data()
{
    QTest::addColumn<RecordKind>("kind");
    QTest::addColumn<QString>("field");
    for (const RecordKind kind :
         {RecordKind::Conversations, RecordKind::Messages, RecordKind::Events, RecordKind::Deliveries}) {
        for (const FilterField &field : filterSchema(kind).fields())
            QTest::addRow("%s %s", qPrintable(recordKindText(kind)), qPrintable(field.name)) << kind << field.name;
    }
}

void RecordQueriesTest::refusesNoFilterOfItsSchema()
{
    QFETCH(RecordKind, kind);
    QFETCH(QString, field);
    const auto known = idsOf(kind, {compiled(kind, field + QLatin1StringView(":any")), {}});
    const auto unknown = idsOf(kind, {compiled(kind, field + QLatin1StringView(":none")), {}});
    QCOMPARE(known.size() + unknown.size(), idsOf(kind).size());
}

void RecordQueriesTest::showsADeliveryThatWaitsAsReceived()
{
    QStringList states;
    const auto read = readRecords(m_store.database(), RecordKind::Deliveries, {}, [&](const Record &record) {
        states.append(shortText(fieldOf(record, RecordKind::Deliveries, QLatin1StringView("state"))));
        return true;
    });
    QVERIFY(read);
    QCOMPARE(states, QStringList({QStringLiteral("received"), QStringLiteral("decoded"), QStringLiteral("malformed")}));
}

void RecordQueriesTest::writesAnEmptyListNotNull()
{
    const auto read = readRecords(m_store.database(), RecordKind::Conversations, {}, [&](const Record &record) {
        const QJsonValue estimated =
            toJson(fieldOf(record, RecordKind::Conversations, QLatin1StringView("estimated")), QTimeZone::utc());
        const QJsonValue attributes =
            toJson(fieldOf(record, RecordKind::Conversations, QLatin1StringView("attributes")), QTimeZone::utc());
        return estimated.isArray() && (attributes.isNull() || attributes.isObject());
    });
    QVERIFY(read);
    QCOMPARE(*read, 3);
}

void RecordQueriesTest::stopsWhenTheVisitorWantsNoMore()
{
    int seen = 0;
    const auto read =
        readRecords(m_store.database(), RecordKind::Conversations, {}, [&](const Record &) { return ++seen < 2; });
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Cancelled);
    QCOMPARE(seen, 2);
}

void RecordQueriesTest::readsNothingFromAnEmptyStore_data()
{
    QTest::addColumn<RecordKind>("kind");
    QTest::newRow("conversations") << RecordKind::Conversations;
    QTest::newRow("messages") << RecordKind::Messages;
    QTest::newRow("events") << RecordKind::Events;
    QTest::newRow("deliveries") << RecordKind::Deliveries;
}

void RecordQueriesTest::readsNothingFromAnEmptyStore()
{
    QFETCH(RecordKind, kind);
    const StoreFixture empty;
    const auto read = readRecords(empty.database(), kind, {}, [](const Record &) { return true; });
    QVERIFY(read);
    QCOMPARE(*read, 0);
}

void RecordQueriesTest::seesOneMomentWhileOthersWrite()
{
    StoreFixture store;
    const qint64 source = store.addSource(QStringLiteral("s"));
    for (int i = 0; i < 20; ++i)
        store.addConversation(source, Conversation());
    const Database reader = StoreFixture::taken(openToRead(store.path()));
    const auto read = readRecords(reader, RecordKind::Conversations, {}, [&](const Record &) {
        store.addConversation(source, Conversation());
        return true;
    });
    QVERIFY(read);
    QCOMPARE(*read, 20);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM conversation")), 40);
}

QTEST_GUILESS_MAIN(RecordQueriesTest)
#include "tst_recordqueries.moc"
