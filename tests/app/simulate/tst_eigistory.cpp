// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/eigistory.h"
#include "tests/app/simulate/storytools.h"

#include <QUuid>
#include <QtTest>

using namespace earshot;

class EigiStoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyConversationIsReportedOnceAfterItsEnd();
    void aFormHasExactlyTheTwoFields();
    void aQueryHasTheTwoParameters();
    void everyTransportOccursAndPostIsTheRule();
    void thePayloadHasAllSixteenFields();
    void eventAndStatusAgree();
    void onlyPhoneCallsHaveNumbers();
    void transcriptsAreTimedInUtc();
    void nullsComeAtBelievableRates();
    void aFreshBoundaryChangesNothingElse();

private:
    QList<SimulatedRequest> m_requests;
};

/** What a form says, taken apart line by line as RFC 2046 section 5.1 describes it; empty if it is not well-formed. */
static QList<std::pair<QByteArray, QByteArray>> formFields(const SimulatedRequest &request)
{
    const QByteArray type = header(request, "Content-Type");
    const QByteArray prefix("multipart/form-data; boundary=");
    const QByteArray delimiter("--" + type.mid(prefix.size()) + "\r\n");
    const QByteArray close("\r\n--" + type.mid(prefix.size()) + "--\r\n");
    if (!type.startsWith(prefix) || !request.body.startsWith(delimiter) || !request.body.endsWith(close))
        return {};
    QByteArray rest = request.body.chopped(close.size()) + "\r\n";
    QList<std::pair<QByteArray, QByteArray>> fields;
    while (!rest.isEmpty()) {
        if (!rest.startsWith(delimiter))
            return {};
        rest.remove(0, delimiter.size());
        const qsizetype blank = rest.indexOf("\r\n\r\n");
        const qsizetype following = rest.indexOf(QByteArray("\r\n" + delimiter));
        const qsizetype end = following < 0 ? rest.size() - 2 : following;
        fields.append({rest.left(blank), rest.mid(blank + 4, end - blank - 4)});
        rest.remove(0, end + 2);
    }
    return fields;
}

static QByteArray payloadText(const SimulatedRequest &request)
{
    if (request.method != "GET")
        return formFields(request).value(1).second;
    const qsizetype begin = request.query.indexOf("&payload=");
    return QByteArray::fromPercentEncoding(request.query.mid(begin + 9));
}

static QJsonObject payload(const SimulatedRequest &request)
{
    return QJsonDocument::fromJson(payloadText(request)).object();
}

void EigiStoryTest::initTestCase()
{
    m_requests = requestsOf(u"eigi", 600);
}

void EigiStoryTest::everyConversationIsReportedOnceAfterItsEnd()
{
    QCOMPARE(m_requests.size(), 600);
    for (const Story &story : stories(u"eigi", 20))
        QVERIFY(story.firstOffset() == story.script().end);
}

void EigiStoryTest::aFormHasExactlyTheTwoFields()
{
    for (const SimulatedRequest &request : std::as_const(m_requests)) {
        if (request.method == "GET")
            continue;
        const auto fields = formFields(request);
        QCOMPARE(fields.size(), 2);
        QCOMPARE(fields.at(0).first, QByteArrayLiteral("Content-Disposition: form-data; name=\"event\""));
        QCOMPARE(fields.at(1).first, QByteArrayLiteral("Content-Disposition: form-data; name=\"payload\""));
        QCOMPARE(QString::fromLatin1(fields.at(0).second), payload(request).value(QStringLiteral("event")).toString());
    }
}

void EigiStoryTest::aQueryHasTheTwoParameters()
{
    for (const SimulatedRequest &request : std::as_const(m_requests)) {
        QCOMPARE(request.method == "GET", !request.query.isEmpty());
        if (request.method != "GET")
            continue;
        QVERIFY(request.body.isEmpty());
        QVERIFY(request.query.startsWith("event=conversation."));
        QCOMPARE(request.query.count('&'), 1);
        QVERIFY(!payload(request).isEmpty());
    }
}

void EigiStoryTest::everyTransportOccursAndPostIsTheRule()
{
    QHash<QByteArray, int> methods;
    for (const SimulatedRequest &request : std::as_const(m_requests))
        ++methods[request.method];
    QCOMPARE(methods.size(), 4);
    QVERIFY(methods.value("POST") > 450);
    QVERIFY(methods.value("PUT") > 5 && methods.value("PATCH") > 5 && methods.value("GET") > 15);
}

void EigiStoryTest::thePayloadHasAllSixteenFields()
{
    const QSet<QString> names = {QStringLiteral("event"),
                                 QStringLiteral("id"),
                                 QStringLiteral("conversation_id"),
                                 QStringLiteral("agent_id"),
                                 QStringLiteral("conversation_type"),
                                 QStringLiteral("conversation_status"),
                                 QStringLiteral("notes"),
                                 QStringLiteral("conversation_duration"),
                                 QStringLiteral("conversation_recording_url"),
                                 QStringLiteral("calling_type"),
                                 QStringLiteral("telephony_provider"),
                                 QStringLiteral("to_mobile_number"),
                                 QStringLiteral("from_mobile_number"),
                                 QStringLiteral("is_test_call"),
                                 QStringLiteral("conversation_transcript"),
                                 QStringLiteral("conversation_analysis")};
    for (const SimulatedRequest &request : std::as_const(m_requests)) {
        const QJsonObject json = payload(request);
        const QStringList keys = json.keys();
        QCOMPARE(QSet<QString>(keys.begin(), keys.end()), names);
        QCOMPARE(QUuid::fromString(json.value(QStringLiteral("conversation_id")).toString()).version(), QUuid::Random);
        for (const char *key : {"id", "agent_id"})
            QCOMPARE(QByteArray::fromHex(json.value(QLatin1StringView(key)).toString().toLatin1()).size(), 12);
        QVERIFY(json.value(QStringLiteral("is_test_call")).isBool());
    }
}

void EigiStoryTest::eventAndStatusAgree()
{
    QSet<QString> statuses;
    for (const SimulatedRequest &request : std::as_const(m_requests)) {
        const QString status = payload(request).value(QStringLiteral("conversation_status")).toString();
        const QString expected = QLatin1StringView("conversation.") + status.toLower();
        QCOMPARE(payload(request).value(QStringLiteral("event")).toString(), expected);
        statuses.insert(status);
    }
    QCOMPARE(statuses,
             (QSet<QString>{QStringLiteral("COMPLETED"), QStringLiteral("DISCONNECTED"), QStringLiteral("FAILED")}));
}

void EigiStoryTest::onlyPhoneCallsHaveNumbers()
{
    QSet<QString> types;
    bool bare = false;
    for (const SimulatedRequest &request : std::as_const(m_requests)) {
        const QJsonObject json = payload(request);
        const QString type = json.value(QStringLiteral("conversation_type")).toString();
        types.insert(type);
        const bool isPhone = type == QLatin1StringView("TELEPHONY");
        for (const char *key : {"from_mobile_number", "to_mobile_number", "calling_type", "telephony_provider"})
            QVERIFY2(json.value(QLatin1StringView(key)).isString() == isPhone, key);
        QVERIFY(!isPhone || json.value(QStringLiteral("to_mobile_number")).toString().startsWith(QLatin1Char('+')));
        bare =
            bare
            || (isPhone && !json.value(QStringLiteral("from_mobile_number")).toString().startsWith(QLatin1Char('+')));
    }
    QCOMPARE(types.size(), 4);
    QVERIFY(bare);
}

void EigiStoryTest::transcriptsAreTimedInUtc()
{
    static const QRegularExpression form(QStringLiteral(R"(^2026-05-14T\d\d:\d\d:\d\d\.\d{6}\+00:00$)"));
    for (const SimulatedRequest &request : std::as_const(m_requests)) {
        const QJsonArray turns = payload(request).value(QStringLiteral("conversation_transcript")).toArray();
        for (const QJsonValue turn : turns) {
            const QString at = turn[QStringLiteral("timestamp")].toString();
            QVERIFY2(form.match(at).hasMatch(), qPrintable(at));
            const QString role = turn[QStringLiteral("role")].toString();
            QVERIFY(role == QLatin1StringView("user") || role == QLatin1StringView("assistant"));
        }
        if (!turns.isEmpty())
            QCOMPARE(turns.first()[QStringLiteral("timestamp")].toString(),
                     QStringLiteral("2026-05-14T10:18:01.250000+00:00"));
    }
}

void EigiStoryTest::nullsComeAtBelievableRates()
{
    QHash<QString, int> nulls;
    for (const SimulatedRequest &request : std::as_const(m_requests)) {
        const QJsonObject json = payload(request);
        for (auto it = json.begin(); it != json.end(); ++it)
            nulls[it.key()] += it.value().isNull();
    }
    QCOMPARE(nulls.value(QStringLiteral("conversation_id")), 0);
    QVERIFY(nulls.value(QStringLiteral("notes")) > 400);
    for (const char *key :
         {"conversation_duration", "conversation_recording_url", "conversation_transcript", "conversation_analysis"}) {
        const int count = nulls.value(QLatin1StringView(key));
        QVERIFY2(count > 5 && count < 400, key);
    }
}

void EigiStoryTest::aFreshBoundaryChangesNothingElse()
{
    StoryRandom random(1);
    for (const SimulatedRequest &request : m_requests.first(50)) {
        const SimulatedRequest fresh = withFreshBoundary(request, random);
        if (request.method == "GET") {
            QVERIFY(fresh == request);
            continue;
        }
        QVERIFY(header(fresh, "Content-Type") != header(request, "Content-Type"));
        QVERIFY(fresh.body != request.body);
        QVERIFY(formFields(fresh) == formFields(request));
    }
}

QTEST_GUILESS_MAIN(EigiStoryTest)
#include "tst_eigistory.moc"
