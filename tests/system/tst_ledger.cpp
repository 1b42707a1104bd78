// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/coverageledger.h"
#include "models/store/migrations.h"
#include "tests/system/earshotprocess.h"
#include "tests/system/httpsender.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>
#include <future>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr int c_patience = 60'000; // milliseconds

/** eigi's API: one conversation for whoever has the key. Answers in the test's event loop. */
class ApiServer : public QObject
{
public:
    ApiServer()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(*socket); });
            }
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port to listen on");
    }

    QString base() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()); }

    QList<QByteArray> asked; ///< the request lines

private:
    void answer(QTcpSocket &socket)
    {
        const QByteArray head = socket.readAll();
        asked.append(head.left(head.indexOf("\r\n")));
        const bool isAllowed = head.toLower().contains("x-api-key: vk_right");
        const QByteArray body =
            isAllowed
                ? QByteArray(
                      R"({"conversation_id":"c-1","conversation_type":"TELEPHONY","conversation_status":"COMPLETED",)"
                      R"("conversation_transcript":[{"role":"user","content":"hi"}],)"
                      R"("conversation_metadata":{"conversation_duration":14,)"
                      R"("conversation_recording_url":"https://media.example.com/1.mp3"}})")
                : QByteArray(R"({"detail":"no"})");
        socket.write("HTTP/1.1 " + QByteArray(isAllowed ? "200 OK" : "401 Unauthorized")
                     + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                     + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        socket.disconnectFromHost();
    }

    QTcpServer m_server;
};

} // namespace

class LedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void knowsAStoreWithoutData();
    void tellsAStopFromACrash();
    void countsWhatItTookAndRefused();
    void refusesOddWords_data();
    void refusesOddWords();
    void fetchesWhatWasSeenInPart_data();
    void fetchesWhatWasSeenInPart();

private:
    QJsonObject coverage(const QStringList &options = {}) const;

    QJsonArray gaps() const { return coverage().value(QLatin1StringView("gaps")).toArray(); }

    void addSource(const QString &name, const QString &platform);
    QList<ListeningSpan> spans() const;
    /** Runs a command while this process answers others. */
    CommandResult runAside(const QStringList &arguments, const QByteArray &input = {}) const;

    std::unique_ptr<EarshotProcess> m_earshot;
    const QByteArray m_token = "hook-token-0123456789";
};

void LedgerTest::init()
{
    m_earshot = std::make_unique<EarshotProcess>();
}

void LedgerTest::addSource(const QString &name, const QString &platform)
{
    const CommandResult added =
        m_earshot->run({QStringLiteral("source"), QStringLiteral("add"), QStringLiteral("--platform"), platform,
                        QStringLiteral("--name"), name, QStringLiteral("--token-file"), QStringLiteral("-")},
                       m_token);
    QVERIFY2(added.exitCode == 0, added.words().constData());
}

QJsonObject LedgerTest::coverage(const QStringList &options) const
{
    const CommandResult result = m_earshot->run(
        QStringList{QStringLiteral("stats"), QStringLiteral("--coverage"), QStringLiteral("--json")} + options);
    if (result.exitCode != 0)
        qWarning() << result.words();
    return result.json();
}

QList<ListeningSpan> LedgerTest::spans() const
{
    const auto database = openToRead(m_earshot->location().path);
    if (!database)
        return {};
    return coverageledger::spans(*database, Timestamp::min()).value_or(QList<ListeningSpan>());
}

CommandResult LedgerTest::runAside(const QStringList &arguments, const QByteArray &input) const
{
    auto running = std::async(std::launch::async, [&] { return m_earshot->run(arguments, input); });
    if (!QTest::qWaitFor([&] { return running.wait_for(0s) == std::future_status::ready; }, c_patience))
        qWarning() << "a command does not end:" << arguments;
    return running.get();
}

void LedgerTest::knowsAStoreWithoutData()
{
    QCOMPARE(m_earshot->run({QStringLiteral("stats"), QStringLiteral("--coverage")}).exitCode, 1); // no store at all
    addSource(QStringLiteral("Web chat"), QStringLiteral("insighto"));
    const QJsonObject json = coverage({QStringLiteral("--zone"), QStringLiteral("Europe/Berlin")});
    QCOMPARE(json.value(QLatin1StringView("zone")).toString(), QStringLiteral("Europe/Berlin"));
    QVERIFY(json.value(QLatin1StringView("since")).isNull());
    QVERIFY(json.value(QLatin1StringView("gaps")).toArray().isEmpty());
    const QJsonObject source = json.value(QLatin1StringView("sources")).toArray().first().toObject();
    QCOMPARE(source.value(QLatin1StringView("name")).toString(), QStringLiteral("Web chat"));
    QCOMPARE(source.value(QLatin1StringView("received")).toInt(-1), 0);
    QVERIFY(source.value(QLatin1StringView("missed")).isNull());
    QVERIFY(source.contains(QLatin1StringView("note")));
    const CommandResult text = m_earshot->run({QStringLiteral("stats"), QStringLiteral("--coverage")});
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.output.contains("never listened"));
}

void LedgerTest::tellsAStopFromACrash()
{
    addSource(QStringLiteral("Web chat"), QStringLiteral("insighto"));
    QVERIFY(m_earshot->serve());
    QTRY_COMPARE_WITH_TIMEOUT(spans().size(), 1, c_patience);
    QVERIFY(spans().first().address.startsWith(QStringLiteral("http://127.0.0.1:")));
    QCOMPARE(m_earshot->stop(SIGTERM), 0);
    QCOMPARE(spans().first().ended, std::optional(DownReason::Stop));
    QTRY_COMPARE_WITH_TIMEOUT(gaps().size(), 1, c_patience); // once it has lasted a second
    QJsonObject gap = gaps().first().toObject();
    QCOMPARE(gap.value(QLatin1StringView("reason")).toString(), QStringLiteral("stop"));
    QVERIFY(gap.value(QLatin1StringView("ongoing")).toBool());
    QVERIFY(!gap.value(QLatin1StringView("address")).toString().isEmpty());

    QVERIFY(m_earshot->serve());
    QTRY_COMPARE_WITH_TIMEOUT(spans().size(), 2, c_patience);
    QVERIFY(!gaps().first().toObject().value(QLatin1StringView("ongoing")).toBool());
    QCOMPARE(m_earshot->stop(SIGKILL), -1);
    const SystemClock clock;
    QTRY_VERIFY_WITH_TIMEOUT(clock.now() - spans().last().until > 1100ms, c_patience);
    QVERIFY(m_earshot->serve());
    QTRY_COMPARE_WITH_TIMEOUT(spans().size(), 3, c_patience);
    QCOMPARE(gaps().size(), 2);
    QCOMPARE(gaps().last().toObject().value(QLatin1StringView("reason")).toString(), QStringLiteral("crash"));
    QCOMPARE(m_earshot->stop(SIGTERM), 0);
    QCOMPARE(m_earshot->run({QStringLiteral("check")}).exitCode, 0);
}

void LedgerTest::countsWhatItTookAndRefused()
{
    addSource(QStringLiteral("Web chat"), QStringLiteral("insighto"));
    QVERIFY(m_earshot->serve());
    HttpSender sender(m_earshot->port());
    for (int i = 0; i < 5; ++i)
        QCOMPARE(sender.send(jsonPost(m_token, R"({"event":"conversation.closed","id":"e-)" + QByteArray::number(i)
                                                   + R"(","data":{"conversation_id":"c-)" + QByteArray::number(i)
                                                   + R"("}})")),
                 200);
    QCOMPARE(sender.send(jsonPost("no-such-token-0123456789", "{}")), 404);
    QVERIFY(m_earshot->waitUntilProjected()); // what is not yet is not counted
    QCOMPARE(m_earshot->stop(SIGTERM), 0);
    const QJsonObject json = coverage();
    const QJsonObject source = json.value(QLatin1StringView("sources")).toArray().first().toObject();
    QCOMPARE(source.value(QLatin1StringView("received")).toInt(), 5);
    QVERIFY(json.value(QLatin1StringView("since")).isString());
    const QJsonArray refusals = json.value(QLatin1StringView("refusals")).toArray();
    QCOMPARE(refusals.size(), 1);
    QCOMPARE(refusals.first().toObject().value(QLatin1StringView("status")).toInt(), 404);
    QCOMPARE(refusals.first().toObject().value(QLatin1StringView("count")).toInt(), 1);
    QVERIFY(m_earshot->run({QStringLiteral("stats"), QStringLiteral("--coverage")}).output.contains("answered 404"));
}

void LedgerTest::refusesOddWords_data()
{
    QTest::addColumn<QString>("words"); // parted by bars
    QTest::newRow("with a grouping") << "stats|--coverage|--by|day";
    QTest::newRow("with a filter") << "stats|--coverage|--filter|outcome:booked";
    QTest::newRow("backwards") << "stats|--coverage|--from|2026-05-14|--to|2026-05-13";
    QTest::newRow("no time") << "stats|--coverage|--from|then";
    QTest::newRow("fetch for nobody") << "coverage|backfill";
    QTest::newRow("no such verb") << "coverage|refill";
    QTest::newRow("fetch from another platform") << "coverage|backfill|--source|Web chat";
    QTest::newRow("a key for another platform") << "source|set|Web chat|--api-base|https://api.eigi.ai";
}

void LedgerTest::refusesOddWords()
{
    QFETCH(QString, words);
    addSource(QStringLiteral("Web chat"), QStringLiteral("insighto"));
    const CommandResult result = m_earshot->run(words.split(QLatin1Char('|')));
    QVERIFY2(result.exitCode == 2, result.words().constData());
    QCOMPARE(result.errors.count('\n'), 1);
}

void LedgerTest::fetchesWhatWasSeenInPart_data()
{
    QTest::addColumn<bool>("serves");
    QTest::newRow("while it receives") << true;
    QTest::newRow("with nothing else running") << false;
}

void LedgerTest::fetchesWhatWasSeenInPart()
{
    QFETCH(bool, serves);
    const QString name = QStringLiteral("Calls");
    const QStringList backfill{QStringLiteral("coverage"), QStringLiteral("backfill"), QStringLiteral("--source"),
                               name};
    ApiServer api;
    addSource(name, QStringLiteral("eigi"));
    QVERIFY(m_earshot->serve());
    HttpSender sender(m_earshot->port());
    QCOMPARE(
        sender.send(jsonPost(
            m_token, R"({"event":"conversation.completed","payload":{"event":"conversation.completed",)"
                     R"("conversation_id":"c-1","conversation_type":"TELEPHONY","conversation_status":"COMPLETED"}})")),
        200);
    if (!serves)
        QCOMPARE(m_earshot->stop(SIGTERM), 0);
    const auto incomplete = [this] {
        return coverage()
            .value(QLatin1StringView("sources"))
            .toArray()
            .first()
            .toObject()
            .value(QLatin1StringView("incomplete"))
            .toInt();
    };
    QTRY_COMPARE_WITH_TIMEOUT(incomplete(), 1, c_patience);
    QCOMPARE(m_earshot->run(backfill).exitCode, 2); // without a key
    const auto setKey = [&](const QByteArray &key) {
        return runAside({QStringLiteral("source"), QStringLiteral("set"), name, QStringLiteral("--api-key-file"),
                         QStringLiteral("-"), QStringLiteral("--api-base"), api.base()},
                        key);
    };
    CommandResult done = setKey("vk_wrong");
    QVERIFY2(done.exitCode == 0, done.words().constData());
    done = runAside(backfill);
    QCOMPARE(done.exitCode, 1);
    QVERIFY2(done.errors.contains("API key"), done.words().constData());
    QVERIFY(!done.words().contains("vk_wrong"));

    QCOMPARE(setKey("vk_right").exitCode, 0);
    api.asked.clear();
    done = runAside(backfill + QStringList{QStringLiteral("--dry-run"), QStringLiteral("--json")});
    QCOMPARE(done.json().value(QLatin1StringView("would_ask")).toArray(), QJsonArray{QStringLiteral("c-1")});
    QVERIFY(api.asked.isEmpty());
    done = runAside(backfill + QStringList{QStringLiteral("--json")});
    QVERIFY2(done.exitCode == 0, done.words().constData());
    QCOMPARE(done.json().value(QLatin1StringView("fetched")).toInt(), 1);
    QCOMPARE(api.asked, QList<QByteArray>{"GET /v1/public/conversations/c-1 HTTP/1.1"});
    QTRY_COMPARE_WITH_TIMEOUT(incomplete(), 0, c_patience);
    const CommandResult exported = m_earshot->run(
        {QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("ndjson"), QStringLiteral("--what"),
         QStringLiteral("conversations"), QStringLiteral("--output"), QStringLiteral("-")});
    QVERIFY2(exported.output.contains("https://media.example.com/1.mp3"), exported.words().constData());
    QVERIFY(exported.output.contains("\"duration_s\":14"));
    QFile store(m_earshot->location().path);
    QVERIFY(store.open(QIODevice::ReadOnly));
    QVERIFY(!store.readAll().contains("vk_right"));
}

QTEST_GUILESS_MAIN(LedgerTest)
#include "tst_ledger.moc"
