// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/insightostory.h"
#include "tests/app/simulate/storytools.h"

#include <QRegularExpression>
#include <QtTest>

using namespace earshot;

class InsightoStoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEnvelopeIsTheSameForAllEvents();
    void olderEnvelopesSpellAndWriteTimesAsTheArticle();
    void newerEnvelopesSpellAndWriteTimesAsTheReference();
    void anOlderConversationIdHoldsItsStart();
    void allEventsOfAConversationNameIt();
    void aClosedConversationCountsItsMessages();
    void aFormHoldsWhatTheContactWrote();
    void ghostsAreNeverClosed();
    void accountsKeepTheirIds();
};

static QJsonObject data(const SimulatedRequest &request)
{
    return jsonBody(request).value(QStringLiteral("data")).toObject();
}

static QString eventOf(const SimulatedRequest &request)
{
    return jsonBody(request).value(QStringLiteral("event")).toString();
}

/** The requests of the stories of one generation. */
static QList<SimulatedRequest> ofGeneration(InsightoGeneration generation)
{
    QList<SimulatedRequest> requests;
    for (const Story &story : stories(u"insighto", 400)) {
        if (insightoGeneration(story.script()) == generation)
            requests += story.requests(testStart());
    }
    return requests;
}

void InsightoStoryTest::theEnvelopeIsTheSameForAllEvents()
{
    for (const SimulatedRequest &request : requestsOf(u"insighto", 400)) {
        QCOMPARE(request.method, QByteArrayLiteral("POST"));
        QCOMPARE(header(request, "Content-Type"), QByteArrayLiteral("application/json"));
        const QJsonObject body = jsonBody(request);
        QCOMPARE(body.keys(), (QStringList{QStringLiteral("created_at"), QStringLiteral("data"),
                                           QStringLiteral("event"), QStringLiteral("id"), QStringLiteral("object")}));
        QCOMPARE(body.value(QStringLiteral("object")).toString(), QStringLiteral("event"));
        for (const char *key : {"conversation_id", "assistant_id", "widget_id"})
            QVERIFY2(data(request).value(QLatin1StringView(key)).isString(), key);
    }
}

void InsightoStoryTest::olderEnvelopesSpellAndWriteTimesAsTheArticle()
{
    static const QRegularExpression naive(QStringLiteral(R"(^2026-05-14 \d\d:\d\d:\d\d$)"));
    QSet<QString> events;
    bool noContact = false;
    for (const SimulatedRequest &request : ofGeneration(InsightoGeneration::Article)) {
        events.insert(eventOf(request));
        QVERIFY(naive.match(jsonBody(request).value(QStringLiteral("created_at")).toString()).hasMatch());
        QVERIFY(!data(request).contains(QStringLiteral("transcript")));
        noContact = noContact || data(request).value(QStringLiteral("contact_id")) == QStringLiteral("None");
        const QJsonValue first = data(request).value(QStringLiteral("first_message"));
        QVERIFY(!first.isString() || first.toString().startsWith(QStringLiteral("User: ")));
    }
    QCOMPARE(events, (QSet<QString>{QStringLiteral("capturedform.created"), QStringLiteral("capturedform.updated"),
                                    QStringLiteral("capturedintent.created"), QStringLiteral("conversation.closed")}));
    QVERIFY(noContact);
}

void InsightoStoryTest::newerEnvelopesSpellAndWriteTimesAsTheReference()
{
    static const QRegularExpression iso(QStringLiteral(R"(^2026-05-14T\d\d:\d\d:\d\dZ$)"));
    static const QRegularExpression conversation(QStringLiteral("^conv_[0-9A-HJKMNP-TV-Z]{26}$"));
    QSet<QString> events;
    for (const SimulatedRequest &request : ofGeneration(InsightoGeneration::Reference)) {
        events.insert(eventOf(request));
        QVERIFY(iso.match(jsonBody(request).value(QStringLiteral("created_at")).toString()).hasMatch());
        QVERIFY(conversation.match(data(request).value(QStringLiteral("conversation_id")).toString()).hasMatch());
        const QJsonArray turns = data(request).value(QStringLiteral("transcript")).toArray();
        for (const QJsonValue turn : turns) {
            QVERIFY(iso.match(turn[QStringLiteral("ts")].toString()).hasMatch());
            QVERIFY(!turn[QStringLiteral("content")].toString().isEmpty());
        }
    }
    QCOMPARE(events, (QSet<QString>{QStringLiteral("captured_form.created"), QStringLiteral("captured_form.updated"),
                                    QStringLiteral("captured_intent.created"), QStringLiteral("conversation.closed")}));
}

void InsightoStoryTest::anOlderConversationIdHoldsItsStart()
{
    for (const SimulatedRequest &request : ofGeneration(InsightoGeneration::Article)) {
        const QString id = data(request).value(QStringLiteral("conversation_id")).toString();
        QCOMPARE(id.at(14), QLatin1Char('7'));
        const QString digits = id.left(8) + id.mid(9, 4);
        QCOMPARE(digits.toLongLong(nullptr, 16), toMicroseconds(testStart()) / 1000);
    }
}

void InsightoStoryTest::allEventsOfAConversationNameIt()
{
    for (const Story &story : stories(u"insighto", 200)) {
        QSet<QString> conversations;
        QSet<QString> events;
        const QList<SimulatedRequest> requests = story.requests(testStart());
        for (const SimulatedRequest &request : requests) {
            conversations.insert(data(request).value(QStringLiteral("conversation_id")).toString());
            events.insert(jsonBody(request).value(QStringLiteral("id")).toString());
        }
        QCOMPARE(conversations.size(), 1);
        QCOMPARE(events.size(), requests.size());
    }
}

void InsightoStoryTest::aClosedConversationCountsItsMessages()
{
    bool anyAttributes = false;
    for (const SimulatedRequest &request : ofGeneration(InsightoGeneration::Reference)) {
        if (eventOf(request) != QLatin1StringView("conversation.closed"))
            continue;
        const QJsonObject closed = data(request);
        const QJsonArray turns = closed.value(QStringLiteral("transcript")).toArray();
        QCOMPARE(closed.value(QStringLiteral("chat_count")).toInteger(-1), turns.size());
        QVERIFY(closed.value(QStringLiteral("device_type")).isString());
        QVERIFY(closed.value(QStringLiteral("attributes")).isObject());
        anyAttributes =
            anyAttributes || closed.value(QStringLiteral("attributes"))[QStringLiteral("utm_source")].isString();
    }
    QVERIFY(anyAttributes);
}

void InsightoStoryTest::aFormHoldsWhatTheContactWrote()
{
    QHash<quint64, QString> forms;
    for (const SimulatedRequest &request : ofGeneration(InsightoGeneration::Reference)) {
        if (!eventOf(request).startsWith(QLatin1StringView("captured_form")))
            continue;
        const QJsonObject form = data(request);
        QVERIFY(form.value(QStringLiteral("form_name")).isString());
        const QJsonValue values = form.value(QStringLiteral("field_values"));
        QVERIFY(!values[QStringLiteral("name")].toString().isEmpty());
        QVERIFY(!values[QStringLiteral("query")].toString().isEmpty());
        const QString id = form.value(QStringLiteral("captured_form_id")).toString();
        QCOMPARE(forms.value(request.story, id), id); // a correction is of the same form
        forms.insert(request.story, id);
    }
    QVERIFY(!forms.isEmpty());
}

void InsightoStoryTest::ghostsAreNeverClosed()
{
    int ghosts = 0;
    for (const Story &story : stories(u"insighto", 400)) {
        const QList<SimulatedRequest> requests = story.requests(testStart());
        const bool closed = eventOf(requests.last()) == QLatin1StringView("conversation.closed");
        QVERIFY(closed || story.script().ending == Ending::Ghost);
        ghosts += !closed;
    }
    QVERIFY(ghosts > 0);
}

void InsightoStoryTest::accountsKeepTheirIds()
{
    QSet<QString> assistants;
    for (const SimulatedRequest &request : requestsOf(u"insighto", 400))
        assistants.insert(data(request).value(QStringLiteral("assistant_id")).toString());
    QCOMPARE(assistants.size(), qsizetype(2 * c_topicCount)); // a business's, in either generation
}

QTEST_GUILESS_MAIN(InsightoStoryTest)
#include "tst_insightostory.moc"
