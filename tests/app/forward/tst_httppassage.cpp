// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/httppassage.h"

#include "tests/app/forward/scriptedserver.h"

#include <QElapsedTimer>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

CrmRequest askFor(const QString &path)
{
    CrmRequest request;
    request.purpose = QStringLiteral("find contact");
    request.path = path;
    return request;
}

DestinationAnswer exchange(HttpPassage &passage, const CrmRequest &request)
{
    return QCoro::waitFor(passage.exchange(request));
}

} // namespace

class HttpPassageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void logsWhatWasSaid();
    void logsWhyNothingCame();
    void leavesOutWhatAQueryAsksFor_data();
    void leavesOutWhatAQueryAsksFor();
    void logsNoSecret();
    void cutsLongTexts();
    void keepsThePace();
    void nothingGoesOutOnceItIsHalted();
    void aHaltEndsThePauseBetweenRequests();

private:
    Shipment shipment() const;

    HttpExchanger m_exchanger{{20s, 20s}};
    std::unique_ptr<ScriptedServer> m_server;
};

void HttpPassageTest::init()
{
    m_server = std::make_unique<ScriptedServer>();
}

Shipment HttpPassageTest::shipment() const
{
    Shipment made;
    made.destination.url = m_server->url(QLatin1StringView("/api/"));
    return made;
}

void HttpPassageTest::logsWhatWasSaid()
{
    m_server->then(ScriptedReply::answer(201, R"({"id":7})"));
    HttpPassage passage(m_exchanger, shipment());
    CrmRequest request = askFor(QStringLiteral("/contacts"));
    request.method = "POST";
    request.headers = {{"X-Lang", "fr"}};
    request.body = "{}";
    QCOMPARE(exchange(passage, request).status, std::optional(201));
    QCOMPARE(passage.log().size(), 1);
    const LoggedExchange entry = passage.log().first();
    QCOMPARE(entry.purpose, QStringLiteral("find contact"));
    QCOMPARE(entry.method, QStringLiteral("POST"));
    QCOMPARE(entry.url, m_server->url(QLatin1StringView("/api/contacts")));
    QCOMPARE(entry.request, QStringLiteral("X-Lang: fr\nContent-Type: application/json\n\n{}"));
    QCOMPARE(entry.status, std::optional(201));
    QCOMPARE(entry.answer, QStringLiteral(R"({"id":7})"));
    QVERIFY(entry.failure.isNull());
    QVERIFY(entry.latency > 0us);
}

void HttpPassageTest::logsWhyNothingCame()
{
    m_server->then(ScriptedReply::drop());
    HttpPassage passage(m_exchanger, shipment());
    exchange(passage, askFor({}));
    QVERIFY(!passage.log().first().status);
    QVERIFY(!passage.log().first().failure.isEmpty());
}

void HttpPassageTest::leavesOutWhatAQueryAsksFor_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QUrlQuery>("query");
    QTest::addColumn<QString>("logged");
    QTest::newRow("of the request") << "/hook" << QUrlQuery(QStringLiteral("phone=%2B336&max=2"))
                                    << "/hook?phone=…&max=…";
    QTest::newRow("of the address") << "/hook?token=s3cret" << QUrlQuery() << "/hook?token=…";
    QTest::newRow("none") << "/hook" << QUrlQuery() << "/hook";
}

void HttpPassageTest::leavesOutWhatAQueryAsksFor()
{
    QFETCH(QString, base);
    QFETCH(QUrlQuery, query);
    QFETCH(QString, logged);
    Shipment made;
    made.destination.url = m_server->url(QLatin1StringView(base.toLatin1()));
    HttpPassage passage(m_exchanger, made);
    CrmRequest request = askFor({});
    request.query = query;
    exchange(passage, request);
    QCOMPARE(passage.log().first().url, QString(m_server->url(QLatin1StringView("")) + logged));
}

void HttpPassageTest::logsNoSecret()
{
    m_server->then(ScriptedReply::answer(400, "bearer-s3cret and session-s3cret are wrong"));
    Shipment made = shipment();
    made.secrets = {"bearer-s3cret", "signing-s3cret"};
    HttpPassage passage(m_exchanger, made);
    CrmRequest request = askFor(QStringLiteral("/signing-s3cret"));
    request.method = "POST";
    request.headers = {{"Authorization", "Basic other-s3cret"},
                       {"X-Api-Key", "other-s3cret"},
                       {"X-Earshot-Signature", "t=1,v1=ab"},
                       {"Idempotency-Key", "\"earshot:a:call:1;v=1\""}};
    request.secrets = {"session-s3cret"};
    request.body = R"({"session":"session-s3cret"})";
    exchange(passage, request);
    const LoggedExchange entry = passage.log().first();
    for (const QString &text : {entry.url, entry.request, entry.answer})
        QVERIFY2(!text.contains(QLatin1StringView("s3cret")), qPrintable(text));
    QVERIFY(entry.request.contains(QLatin1StringView("Authorization: ****\n")));
    QVERIFY(entry.request.contains(QLatin1StringView("X-Earshot-Signature: t=1,v1=ab\n")));
    QVERIFY(entry.request.contains(QLatin1StringView("Idempotency-Key: \"earshot:a:call:1;v=1\"\n")));
    QVERIFY(m_server->requests().first().body.contains("session-s3cret")); // which was sent all the same
}

void HttpPassageTest::cutsLongTexts()
{
    m_server->then(ScriptedReply::answer(200, QByteArray(100'000, 'a')));
    HttpPassage passage(m_exchanger, shipment());
    CrmRequest request = askFor({});
    request.method = "POST";
    request.body = QByteArray(100'000, 'q');
    QCOMPARE(exchange(passage, request).body.size(), 100'000);
    QCOMPARE(passage.log().first().answer.size(), 4096);
    QCOMPARE(passage.log().first().request.size(), 4096);
}

void HttpPassageTest::keepsThePace()
{
    const auto pace = std::make_shared<RequestPace>(50, 1);
    HttpPassage one(m_exchanger, shipment(), {pace, {}});
    HttpPassage other(m_exchanger, shipment(), {pace, {}});
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 3; ++i) {
        exchange(one, askFor({}));
        exchange(other, askFor({}));
    }
    QVERIFY2(timer.elapsed() >= 100, qPrintable(QString::number(timer.elapsed()))); // five pauses of 20 ms
}

void HttpPassageTest::nothingGoesOutOnceItIsHalted()
{
    const auto halted = std::make_shared<bool>(true);
    HttpPassage passage(m_exchanger, shipment(), {{}, halted});
    const DestinationAnswer answer = exchange(passage, askFor({}));
    QVERIFY(answer.stopped);
    QVERIFY(answer.nothingSent);
    QVERIFY(m_server->requests().isEmpty());
    QVERIFY(passage.log().isEmpty());
}

void HttpPassageTest::aHaltEndsThePauseBetweenRequests()
{
    const auto pace = std::make_shared<RequestPace>(0.001, 1);
    const auto halted = std::make_shared<bool>(false);
    HttpPassage passage(m_exchanger, shipment(), {pace, halted});
    exchange(passage, askFor({}));
    QCoro::Task<DestinationAnswer> waiting = passage.exchange(askFor({}));
    QVERIFY(!waiting.isReady());
    *halted = true;
    QTRY_VERIFY(waiting.isReady());
    QVERIFY(QCoro::waitFor(waiting).nothingSent);
    QCOMPARE(m_server->requests().size(), 1);
}

QTEST_GUILESS_MAIN(HttpPassageTest)

#include "tst_httppassage.moc"
