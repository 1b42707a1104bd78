// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/vardastory.h"
#include "tests/app/simulate/storytools.h"

#include <QDateTime>
#include <QUuid>
#include <QtTest>

using namespace earshot;

class VardaStoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void allNineEventsOccur();
    void everyDeliveryHasTheDocumentedEnvelope();
    void deliveryIdsAreUnique();
    void aContactAndAnAttributionAreWhatTheDocumentsSay();
    void aMessageBelongsToItsConversation();
    void aCallLastsFromStartToEnd();
    void anOutcomePointsAtItsCallAndNotAtItself();
    void aTagMayComeLate();
    void someCallsNeverEnd();
    void aSignatureIsTheHmacOfTimeAndBody();
    void aSignatureThatIsThereStays();

private:
    QList<SimulatedRequest> ofEvent(const QByteArray &event) const;

    QList<SimulatedRequest> m_requests;
};

static QJsonObject data(const SimulatedRequest &request)
{
    return jsonBody(request).value(QStringLiteral("data")).toObject();
}

static qint64 secondsOf(const QJsonValue &isoText)
{
    return QDateTime::fromString(isoText.toString(), Qt::ISODate).toSecsSinceEpoch();
}

QList<SimulatedRequest> VardaStoryTest::ofEvent(const QByteArray &event) const
{
    QList<SimulatedRequest> found;
    std::ranges::copy_if(m_requests, std::back_inserter(found), [&event](const SimulatedRequest &request) {
        return header(request, "X-Varda-Event") == event;
    });
    return found;
}

void VardaStoryTest::initTestCase()
{
    m_requests = requestsOf(u"varda", 400);
}

void VardaStoryTest::allNineEventsOccur()
{
    QSet<QByteArray> events;
    for (const SimulatedRequest &request : std::as_const(m_requests))
        events.insert(header(request, "X-Varda-Event"));
    QCOMPARE(events, (QSet<QByteArray>{"conversation.created", "conversation.resolved", "conversation.closed",
                                       "message.created", "call.started", "call.ended", "call.outcome_tagged",
                                       "contact.created", "contact.updated"}));
}

void VardaStoryTest::everyDeliveryHasTheDocumentedEnvelope()
{
    for (const SimulatedRequest &request : std::as_const(m_requests)) {
        QCOMPARE(request.method, QByteArrayLiteral("POST"));
        QVERIFY(request.query.isEmpty());
        QCOMPARE(header(request, "Content-Type"), QByteArrayLiteral("application/json"));
        QCOMPARE(header(request, "User-Agent"), QByteArrayLiteral("Varda-Webhooks/1.0"));
        QVERIFY(header(request, "X-Varda-Signature").isNull());
        const QJsonObject body = jsonBody(request);
        QCOMPARE(body.keys(),
                 (QStringList{QStringLiteral("data"), QStringLiteral("event"), QStringLiteral("timestamp")}));
        QCOMPARE(body.value(QStringLiteral("event")).toString().toLatin1(), header(request, "X-Varda-Event"));
        const Timestamp at = std::chrono::floor<std::chrono::seconds>(testStart() + request.offset);
        QCOMPARE(secondsOf(body.value(QStringLiteral("timestamp"))), toMicroseconds(at) / 1'000'000);
        QVERIFY(data(request).value(QStringLiteral("id")).isDouble());
    }
}

void VardaStoryTest::deliveryIdsAreUnique()
{
    QSet<QByteArray> ids;
    for (const SimulatedRequest &request : std::as_const(m_requests)) {
        const QByteArray id = header(request, "X-Varda-Delivery");
        QVERIFY(!QUuid::fromString(QString::fromLatin1(id)).isNull());
        ids.insert(id);
    }
    QCOMPARE(ids.size(), m_requests.size());
}

void VardaStoryTest::aContactAndAnAttributionAreWhatTheDocumentsSay()
{
    bool anyClick = false;
    for (const SimulatedRequest &request : ofEvent("call.ended")) {
        const QJsonObject contact = data(request).value(QStringLiteral("contact")).toObject();
        QVERIFY(contact.value(QStringLiteral("id")).isDouble());
        const QJsonValue name = contact.value(QStringLiteral("name"));
        QVERIFY(name.isString() || name.isNull());
        QVERIFY(contact.value(QStringLiteral("phone")).toString().startsWith(QLatin1Char('+')));
        const QJsonValue attribution = data(request).value(QStringLiteral("attribution"));
        if (attribution.isUndefined())
            continue;
        for (const char *key : {"source", "medium", "landing_page", "type"})
            QVERIFY2(attribution[QLatin1StringView(key)].isString(), key);
        anyClick = anyClick || attribution[QStringLiteral("gclid")].isString();
    }
    QVERIFY(anyClick);
}

void VardaStoryTest::aMessageBelongsToItsConversation()
{
    QHash<quint64, qint64> conversations;
    for (const SimulatedRequest &request : ofEvent("conversation.created"))
        conversations.insert(request.story, data(request).value(QStringLiteral("id")).toInteger());
    QSet<qint64> ids;
    const QList<SimulatedRequest> messages = ofEvent("message.created");
    QVERIFY(!messages.isEmpty());
    for (const SimulatedRequest &request : messages) {
        const QJsonObject message = data(request);
        QCOMPARE(message.value(QStringLiteral("conversation_id")).toInteger(), conversations.value(request.story, -1));
        QVERIFY(!message.value(QStringLiteral("content")).toString().isEmpty());
        const bool inbound = message.value(QStringLiteral("direction")) == QStringLiteral("inbound");
        QCOMPARE(message.value(QStringLiteral("sender_type")) == QStringLiteral("contact"), inbound);
        ids.insert(message.value(QStringLiteral("id")).toInteger());
    }
    QCOMPARE(ids.size(), messages.size());
}

void VardaStoryTest::aCallLastsFromStartToEnd()
{
    QSet<QString> dispositions;
    for (const SimulatedRequest &request : ofEvent("call.ended")) {
        const QJsonObject call = data(request);
        const qint64 span =
            secondsOf(call.value(QStringLiteral("ended_at"))) - secondsOf(call.value(QStringLiteral("started_at")));
        const qint64 talked = call.value(QStringLiteral("duration_seconds")).toInteger(-1);
        QVERIFY2(talked == span || talked == 0, qPrintable(QString::number(talked)));
        QVERIFY(span > 0);
        dispositions.insert(call.value(QStringLiteral("disposition")).toString());
    }
    QCOMPARE(dispositions,
             (QSet<QString>{QStringLiteral("completed"), QStringLiteral("abandoned"), QStringLiteral("failed")}));
}

void VardaStoryTest::anOutcomePointsAtItsCallAndNotAtItself()
{
    QHash<quint64, qint64> calls;
    for (const SimulatedRequest &request : ofEvent("call.started"))
        calls.insert(request.story, data(request).value(QStringLiteral("id")).toInteger());
    QSet<QString> outcomes;
    QSet<qint64> tags;
    const QList<SimulatedRequest> tagged = ofEvent("call.outcome_tagged");
    for (const SimulatedRequest &request : tagged) {
        const QJsonObject tag = data(request);
        QCOMPARE(tag.value(QStringLiteral("call_session_id")).toInteger(), calls.value(request.story, -1));
        QVERIFY(tag.value(QStringLiteral("id")) != tag.value(QStringLiteral("call_session_id")));
        for (const char *key : {"estimated_value_cents", "actual_value_cents", "revenue_cents"})
            QVERIFY(tag.value(QLatin1StringView(key)).toInteger(-1) >= 0);
        outcomes.insert(tag.value(QStringLiteral("outcome_type")).toString());
        tags.insert(tag.value(QStringLiteral("id")).toInteger());
    }
    QCOMPARE(tags.size(), tagged.size());
    QCOMPARE(outcomes.size(), 8); // all of the documented ones
}

void VardaStoryTest::aTagMayComeLate()
{
    QHash<quint64, std::chrono::milliseconds> ends;
    for (const SimulatedRequest &request : ofEvent("call.ended"))
        ends.insert(request.story, request.offset);
    bool late = false;
    for (const SimulatedRequest &request : ofEvent("call.outcome_tagged")) {
        const auto delay = request.offset - ends.value(request.story);
        QVERIFY(delay.count() > 0);
        late = late || delay > std::chrono::minutes(10);
    }
    QVERIFY(late);
}

void VardaStoryTest::someCallsNeverEnd()
{
    QSet<quint64> running;
    for (const SimulatedRequest &request : ofEvent("call.started"))
        running.insert(request.story);
    const qsizetype begun = running.size();
    for (const SimulatedRequest &request : ofEvent("call.ended"))
        running.remove(request.story);
    QVERIFY(!running.isEmpty());
    QVERIFY(running.size() * 10 < begun);
}

/** The expected digest was computed with another program: `printf '1778753881.{"a":1}' | openssl dgst -sha256 -hmac
 *  s3cret`. */
void VardaStoryTest::aSignatureIsTheHmacOfTimeAndBody()
{
    SimulatedRequest request;
    request.body = QByteArrayLiteral("{\"a\":1}");
    signVardaRequest(request, "s3cret", testStart());
    QCOMPARE(header(request, "x-varda-signature"),
             QByteArrayLiteral("t=1778753881,v1=64d1cf443c64e410cadeb4256dc3d092a8324be294cae3876b52c83fb4d0c284"));
}

void VardaStoryTest::aSignatureThatIsThereStays()
{
    SimulatedRequest request;
    setHeader(request, "X-Varda-Signature", "t=1,v1=00");
    signVardaRequest(request, "s3cret", testStart());
    QCOMPARE(header(request, "X-Varda-Signature"), QByteArrayLiteral("t=1,v1=00"));
    QCOMPARE(request.headers.size(), 1);
}

QTEST_GUILESS_MAIN(VardaStoryTest)
#include "tst_vardastory.moc"
