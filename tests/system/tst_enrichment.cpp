// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/forward/scriptedserver.h"
#include "tests/system/earshotprocess.h"
#include "tests/system/httpsender.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace earshot;

namespace {

constexpr int c_patience = 60'000; // milliseconds; ten seconds are waited for what may follow a webhook

ScriptedReply wholeCall()
{
    return ScriptedReply::answer(
        200,
        R"({"conversation_id":"c-1","conversation_type":"TELEPHONY","conversation_status":"COMPLETED",)"
        R"("created_at":"2026-05-14T11:00:00.000000","conversation_transcript":[{"role":"user","content":"hi"}],)"
        R"("conversation_metadata":{"conversation_duration":14,)"
        R"("conversation_recording_url":"https://media.example.com/1.mp3"}})",
        {"Content-Type: application/json"});
}

} // namespace

/** eigi's webhook says little; its API, here a server of the test's, says the rest; a destination gets both. */
class EnrichmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aDestinationGetsTheRestInASecondVersion();
    void triesAgainAfterAKill();

private:
    void add(const QStringList &arguments, const QByteArray &input = {});
    bool serve();
    void postCompleted();

    std::unique_ptr<EarshotProcess> m_earshot;
    std::unique_ptr<ScriptedServer> m_api;
    std::unique_ptr<ScriptedServer> m_crm;
    QByteArray m_token;
};

void EnrichmentTest::init()
{
    m_earshot = std::make_unique<EarshotProcess>();
    m_api = std::make_unique<ScriptedServer>();
    m_crm = std::make_unique<ScriptedServer>();
    m_token = m_earshot->addSource(QStringLiteral("Calls"), QStringLiteral("eigi"));
    add({QStringLiteral("source"), QStringLiteral("set"), QStringLiteral("Calls"), QStringLiteral("--api-key-file"),
         QStringLiteral("-"), QStringLiteral("--api-base"), m_api->url(QLatin1StringView(""))},
        "vk_test\n");
    add({QStringLiteral("destination"), QStringLiteral("add"), QStringLiteral("--name"), QStringLiteral("CRM"),
         QStringLiteral("--url"), m_crm->url()});
    QVERIFY(serve());
}

void EnrichmentTest::add(const QStringList &arguments, const QByteArray &input)
{
    const CommandResult done = m_earshot->run(arguments, input);
    QVERIFY2(done.exitCode == 0, done.words().constData());
}

bool EnrichmentTest::serve()
{
    return m_earshot->serve({QStringLiteral("--retry-base-ms"), QStringLiteral("50"), QStringLiteral("--retry-cap-ms"),
                             QStringLiteral("200")});
}

void EnrichmentTest::postCompleted()
{
    const QByteArray payload = R"({"event":"conversation.completed","conversation_id":"c-1",)"
                               R"("conversation_type":"TELEPHONY","conversation_status":"COMPLETED"})";
    QCOMPARE(HttpSender(m_earshot->port()).send(jsonPost(m_token, payload)), 200);
}

void EnrichmentTest::aDestinationGetsTheRestInASecondVersion()
{
    m_api->then(wholeCall());
    postCompleted();
    QTRY_COMPARE_WITH_TIMEOUT(m_crm->requests().size(), 2, c_patience);
    QCOMPARE(m_api->requests().size(), 1);
    QCOMPARE(m_api->requests().first().headers.value("x-api-key"), QByteArray("vk_test"));
    const QJsonObject first = QJsonDocument::fromJson(m_crm->requests().first().body).object();
    const QJsonObject second = QJsonDocument::fromJson(m_crm->requests().last().body).object();
    QVERIFY(first.value(QLatin1StringView("transcript")).toArray().isEmpty());
    QCOMPARE(second.value(QLatin1StringView("transcript")).toArray().size(), 1);
    QCOMPARE(second.value(QLatin1StringView("duration_s")).toInt(), 14);
    QCOMPARE(second.value(QLatin1StringView("recording_url")).toString(),
             QStringLiteral("https://media.example.com/1.mp3"));
    QCOMPARE(first.value(QLatin1StringView("ext")), second.value(QLatin1StringView("ext")));
}

void EnrichmentTest::triesAgainAfterAKill()
{
    m_api->hold();
    postCompleted();
    QTRY_COMPARE_WITH_TIMEOUT(m_api->requests().size(), 1, c_patience);
    m_earshot->stop(SIGKILL);
    const CommandResult waiting =
        m_earshot->run({QStringLiteral("coverage"), QStringLiteral("enrichment"), QStringLiteral("--json")});
    const QJsonObject told = waiting.json().value(QLatin1StringView("sources")).toArray().first().toObject();
    QCOMPARE(told.value(QLatin1StringView("waiting")).toInt(), 1);
    m_api->release();
    m_api->then(wholeCall());
    QVERIFY(serve());
    QTRY_VERIFY_WITH_TIMEOUT(!m_crm->requests().isEmpty()
                                 && m_crm->requests().last().body.contains("https://media.example.com/1.mp3"),
                             c_patience);
}

QTEST_GUILESS_MAIN(EnrichmentTest)
#include "tst_enrichment.moc"
