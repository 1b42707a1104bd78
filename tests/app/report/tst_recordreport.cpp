// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/recordreport.h"
#include "models/store/outbox.h"
#include "tests/models/store/storefixture.h"

#include <QTest>

using namespace earshot;

class RecordReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writesAConversationWithTranscriptAndHistory();
    void saysWhereAConversationGoes();
    void writesADeliveryWithItsBodyAsText();
    void writesABodyThatIsNoText_data();
    void writesABodyThatIsNoText();
    void writesHeadersInAnyBytes();
    void printsNothingThatATerminalObeys();
    void leavesOutWhatIsUnknown();

private:
    StoreFixture m_store;
    qint64 m_source = 0;
    qint64 m_conversation = 0;
    qint64 m_delivery = 0;
};

static Delivery hostileDelivery(qint64 source)
{
    Delivery delivery;
    delivery.sourceId = source;
    delivery.receivedAt = utc(QLatin1StringView("2026-05-14T10:25:00Z"));
    delivery.method = "POST";
    delivery.target = "/hook/****?\x1b[2J";
    delivery.headers = {{"X-Text", "\x1b]0;title\x07"}, {"X-Latin", "caf\xe9"}};
    delivery.remote = QStringLiteral("192.0.2.1");
    delivery.verdict = QStringLiteral("unsigned");
    delivery.body = "{\"a\":\"\x1b[31m\xc2\x9b\"}\r\n";
    return delivery;
}

void RecordReportTest::initTestCase()
{
    m_source = m_store.addSource(QStringLiteral("Web chat"));
    m_conversation = m_store.addConversation(m_source, fullConversation());
    m_store.addMessage(m_conversation, 0,
                       {{}, Role::User, hostileText(), hostileText(), utc(QLatin1StringView("2026-05-14T10:22:00Z"))});
    const Delivery delivery = hostileDelivery(m_source);
    m_delivery = m_store.addDelivery(delivery);
    m_store.addFinding(delivery, m_delivery, DeliveryState::Decoded, 1, QVariant(QMetaType(QMetaType::LongLong)),
                       hostileText());
    FoldEvent event;
    event.receivedAt = delivery.receivedAt;
    event.event.type = EventType::ConversationClosed;
    event.event.platformType = hostileText();
    event.event.patch.outcome = QStringLiteral("booked");
    event.event.warnings = {hostileText()};
    event.order.digest = "d";
    m_store.addEvent(m_delivery, 1, m_source, m_conversation, event);
}

void RecordReportTest::writesAConversationWithTranscriptAndHistory()
{
    const auto details = StoreFixture::taken(conversationDetails(m_store.database(), m_conversation));
    const QByteArray line = conversationJson(details, QTimeZone("Asia/Kathmandu"));
    QCOMPARE(line.count('\n'), 1);
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    QCOMPARE(json.size(), qsizetype(conversationFields().size()) + 4);
    QVERIFY(json.value(QStringLiteral("sealed_at")).isNull());
    QCOMPARE(json.value(QLatin1StringView("contact_name")).toString(), hostileText());
    const QJsonObject message = json.value(QLatin1StringView("transcript")).toArray().at(0).toObject();
    QCOMPARE(message.value(QLatin1StringView("text")).toString(), hostileText());
    QCOMPARE(message.value(QLatin1StringView("at")).toString(), QStringLiteral("2026-05-14T16:07:00+05:45"));
    const QJsonObject entry = json.value(QLatin1StringView("history")).toArray().at(0).toObject();
    QCOMPARE(entry.value(QLatin1StringView("changed")).toArray(), QJsonArray{QStringLiteral("outcome")});
    QCOMPARE(entry.value(QLatin1StringView("received_at")).toString(), QStringLiteral("2026-05-14T16:10:00+05:45"));
    QCOMPARE(entry.value(QLatin1StringView("warnings")).toArray(), QJsonArray{hostileText()});
    QVERIFY(entry.value(QLatin1StringView("occurred_at")).isNull());
}

void RecordReportTest::saysWhereAConversationGoes()
{
    auto details = StoreFixture::taken(conversationDetails(m_store.database(), m_conversation));
    QVERIFY(details.forwarding.isEmpty());
    m_store.run(QStringLiteral("INSERT INTO destination (\"key\", \"name\", \"kind\", \"url\", \"method\", \"state\", "
                               "\"created_at\") VALUES ('crm', 'CRM', 'webhook', 'https://x', 'POST', 'active', 0)"));
    const Timestamp now = utc(QLatin1StringView("2026-05-14T10:22:00Z"));
    StoreFixture::taken(outbox::enqueue(m_store.database(), {m_conversation}, 1, now));
    const qint64 row = StoreFixture::taken(outbox::list(m_store.database(), {})).first().id;
    QVERIFY(outboxsteps::finish(m_store.database(), row, OutboxStep::Activity, QStringLiteral("77"), {}, now));
    QVERIFY(outbox::storeQuestion(m_store.database(), {row, 1, {}, {}, hostileText(), now},
                                  OutboxQuestion::PerhapsWritten));

    details = StoreFixture::taken(conversationDetails(m_store.database(), m_conversation));
    const QJsonObject json = QJsonDocument::fromJson(conversationJson(details, QTimeZone::utc())).object();
    const QJsonObject expected{{QStringLiteral("destination"), QStringLiteral("CRM")},
                               {QStringLiteral("state"), QStringLiteral("parked")},
                               {QStringLiteral("question"), QStringLiteral("perhaps_written")},
                               {QStringLiteral("crm_id"), QStringLiteral("77")},
                               {QStringLiteral("crm_url"), QJsonValue::Null},
                               {QStringLiteral("attempts"), 0},
                               {QStringLiteral("reason"), hostileText()}};
    QCOMPARE(json.value(QLatin1StringView("forwarding")).toArray(), QJsonArray{expected});
    QVERIFY(conversationText(details, QTimeZone::utc()).contains("CRM  perhaps_written  77"));
}

void RecordReportTest::writesADeliveryWithItsBodyAsText()
{
    const auto details = StoreFixture::taken(deliveryDetails(m_store.database(), m_delivery));
    const QJsonObject json = QJsonDocument::fromJson(deliveryJson(details, QTimeZone::utc())).object();
    QCOMPARE(json.value(QLatin1StringView("id")).toString(), QString::number(m_delivery));
    QCOMPARE(json.value(QLatin1StringView("body")).toString(), QString::fromUtf8(hostileDelivery(m_source).body));
    QVERIFY(!json.contains(QLatin1StringView("body_base64")));
    QCOMPARE(json.value(QLatin1StringView("event_records")).toArray().size(), 1);
    QCOMPARE(json.value(QLatin1StringView("events")).toInt(), 1);
}

void RecordReportTest::writesABodyThatIsNoText_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe");
    QTest::newRow("a surrogate in UTF-8") << QByteArray("\xed\xa0\x80");
    QTest::newRow("cut off") << QByteArray("\xe2\x82");
}

void RecordReportTest::writesABodyThatIsNoText()
{
    QFETCH(QByteArray, body);
    Delivery delivery = hostileDelivery(m_source);
    delivery.body = body;
    const auto details = StoreFixture::taken(deliveryDetails(m_store.database(), m_store.addDelivery(delivery)));
    const QJsonObject json = QJsonDocument::fromJson(deliveryJson(details, QTimeZone::utc())).object();
    QVERIFY(json.value(QLatin1StringView("body")).isNull());
    QCOMPARE(QByteArray::fromBase64(json.value(QLatin1StringView("body_base64")).toString().toLatin1()), body);
    QVERIFY(deliveryText(details, QTimeZone::utc()).contains("bytes that are no text"));
}

void RecordReportTest::writesHeadersInAnyBytes()
{
    const auto details = StoreFixture::taken(deliveryDetails(m_store.database(), m_delivery));
    const QJsonArray headers = QJsonDocument::fromJson(deliveryJson(details, QTimeZone::utc()))
                                   .object()
                                   .value(QLatin1StringView("headers"))
                                   .toArray();
    QCOMPARE(headers, (QJsonArray{QJsonArray{QStringLiteral("X-Text"), QStringLiteral("\u001b]0;title\u0007")},
                                  QJsonArray{QStringLiteral("X-Latin"), QStringLiteral("café")}}));
}

void RecordReportTest::printsNothingThatATerminalObeys()
{
    const auto conversation = StoreFixture::taken(conversationDetails(m_store.database(), m_conversation));
    const auto delivery = StoreFixture::taken(deliveryDetails(m_store.database(), m_delivery));
    const QString text =
        QString::fromUtf8(conversationText(conversation, QTimeZone::utc()) + deliveryText(delivery, QTimeZone::utc()));
    for (const QChar c : text) {
        const bool isHarmless =
            c.category() != QChar::Other_Control || c == QLatin1Char('\n') || c == QLatin1Char('\t');
        QVERIFY2(isHarmless && c.unicode() != 0x202e, qPrintable(QString::number(c.unicode(), 16)));
    }
    QVERIFY(text.contains(QLatin1StringView("\\x1b[31m")));
}

void RecordReportTest::leavesOutWhatIsUnknown()
{
    const qint64 id = m_store.addConversation(m_source, Conversation());
    const QByteArray text =
        conversationText(StoreFixture::taken(conversationDetails(m_store.database(), id)), QTimeZone::utc());
    QVERIFY(text.contains("Web chat"));
    QVERIFY(!text.contains("outcome"));
    QVERIFY(!text.contains("estimated"));
    QVERIFY(text.contains("transcript (0)"));
}

QTEST_GUILESS_MAIN(RecordReportTest)
#include "tst_recordreport.moc"
