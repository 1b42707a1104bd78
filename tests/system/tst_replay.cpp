// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/carryout.h"
#include "models/store/migrations.h"
#include "tests/system/earshotprocess.h"
#include "tests/system/httpsender.h"
#include "tests/system/receivingserver.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace earshot;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/** A request as it was sent to Earshot. */
struct SentRequest {
    QString sample;
    QByteArray method;
    QByteArray query;
    QByteArray head;
    QByteArray body;
};

SentRequest readRequest(const QString &sample, const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    const QList<QByteArray> line = bytes.left(bytes.indexOf("\r\n")).split(' ');
    const qsizetype mark = line.value(1).indexOf('?');
    return {sample, line.value(0), mark < 0 ? QByteArray() : line.value(1).mid(mark), bytes.left(end + 2),
            bytes.mid(end + 4)};
}

QByteArray fieldOf(const QByteArray &head, const QByteArray &name)
{
    return ReceivedRequest{head, {}}.field(name);
}

/** What a query says: spaces and other bytes that a URL may not hold go escaped, and so does a `%` that is no escape.
 */
QByteArray decoded(const QByteArray &query)
{
    static const QRegularExpression stray(QStringLiteral("%(?![0-9A-Fa-f]{2})"));
    const QString text = QString::fromLatin1(query).replace(stray, QStringLiteral("%25"));
    return QByteArray::fromPercentEncoding(text.toLatin1());
}

QByteArray callEnded(int call)
{
    return R"({"event":"call.ended","timestamp":"2026-03-25T18:33:10Z","data":{"id":)" + QByteArray::number(call)
           + R"(,"status":"ended","duration_seconds":61}})";
}

} // namespace

class ReplayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everySampleGoesOutAsItCameIn();
    void tellsWhatCameOfEach();
    void choosesByAFilter();
    void countsBeforehand();
    void intoItsOwnSourceTheyAreRepeats();
    void isNotForwardedUnlessAsked();
    void sendsAnEdit();
    void signsForASourceThatAsks();
    void saysThatBytesAreGone();
    void keepsToARate();
    void stopsWhenAsked();
    void isMisused_data();
    void isMisused();

private:
    /** Runs `replay` while the test's own server answers. */
    CommandResult replay(const QStringList &options, const QByteArray &input = {}) const;

    int send(const QByteArray &request) const { return HttpSender(m_earshot->port()).send(request); }

    QVariant valueOf(const QString &sql) const
    {
        const auto database = openToRead(m_earshot->location().path);
        const auto value = database ? database->value(sql) : Result<QVariant>(std::unexpected(database.error()));
        return value.value_or(QVariant());
    }

    std::unique_ptr<EarshotProcess> m_earshot;
    std::unique_ptr<ReceivingServer> m_server;
    QByteArray m_token;
};

void ReplayTest::init()
{
    m_earshot = std::make_unique<EarshotProcess>();
    m_server = std::make_unique<ReceivingServer>();
    QVERIFY(m_earshot->serve());
    m_token = m_earshot->addSource(QStringLiteral("Calls"), QStringLiteral("varda"));
    QVERIFY(!m_token.isEmpty());
}

void ReplayTest::cleanup()
{
    m_earshot.reset();
    m_server.reset();
}

CommandResult ReplayTest::replay(const QStringList &options, const QByteArray &input) const
{
    QProcess process;
    process.start(qEnvironmentVariable("EARSHOT_BINARY"),
                  QStringList{QStringLiteral("replay"), QStringLiteral("--data"), m_earshot->folder()} + options);
    process.write(input);
    process.closeWriteChannel();
    const bool hasEnded = QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 120'000)
                          && process.exitStatus() == QProcess::NormalExit;
    return {hasEnded ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

/** Form data, queries, gzip, broken JSON, bytes that are no text: all of it leaves as it arrived. */
void ReplayTest::everySampleGoesOutAsItCameIn()
{
    QList<SentRequest> sent;
    QDirIterator samples(QFINDTESTDATA("../models/platforms/data"), {QStringLiteral("*.http")}, QDir::Files,
                         QDirIterator::Subdirectories);
    while (samples.hasNext()) {
        const QString path = samples.next();
        const QByteArray request = requestFromSample(contentOf(path), m_token);
        if (request.startsWith("FETCH")) // by Earshot itself, never over the wire
            continue;
        if (send(request) != 200) // a coding that nobody knows, say: refused, so not stored
            continue;
        sent.append(readRequest(path, request));
    }
    QVERIFY(sent.size() > 100);
    const CommandResult result =
        replay({QStringLiteral("--from"), QStringLiteral("today-1d"), QStringLiteral("--to"), m_server->url()});
    QVERIFY2(result.exitCode == 0, result.words().constData());
    const QList<ReceivedRequest> received = m_server->requests();
    QCOMPARE(received.size(), sent.size());
    for (qsizetype i = 0; i < sent.size(); ++i) {
        const SentRequest &before = sent.at(i);
        const ReceivedRequest &after = received.at(i);
        const QList<QByteArray> line = after.head.left(after.head.indexOf("\r\n")).split(' ');
        const char *sample = qPrintable(before.sample);
        QVERIFY2(line.value(0) == before.method, sample);
        QVERIFY2(decoded(line.value(1).mid(3)) == decoded(before.query), sample); // behind `/in`
        QVERIFY2(after.body == before.body, sample);
        for (const char *name : {"content-type", "content-encoding", "user-agent", "x-varda-event"}) {
            if (!fieldOf(before.head, name).isEmpty())
                QVERIFY2(after.field(name) == fieldOf(before.head, name), sample);
        }
        QVERIFY2(after.field("x-earshot-replay") == QByteArray::number(i + 1), sample);
    }
}

void ReplayTest::tellsWhatCameOfEach()
{
    QCOMPARE(send(jsonPost(m_token, callEnded(1))), 200);
    QCOMPARE(send(jsonPost(m_token, callEnded(2))), 200);
    m_server->answerWith(503);
    const CommandResult result = replay(
        {QStringLiteral("2"), QStringLiteral("1"), QStringLiteral("--to"), m_server->url(), QStringLiteral("--json")});
    QCOMPARE(result.exitCode, 1);
    QCOMPARE(result.errors.count('\n'), 1);
    QVERIFY2(result.errors.contains("of 2 deliveries 0 were answered with 2xx"), result.errors.constData());
    const QList<QByteArray> lines = result.output.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    for (int i = 0; i < 2; ++i) {
        const QJsonObject line = QJsonDocument::fromJson(lines.at(i)).object();
        QCOMPARE(line.value(QStringLiteral("id")).toInt(), i + 1);
        QCOMPARE(line.value(QStringLiteral("status")).toInt(), 503);
        QVERIFY(line.value(QStringLiteral("error")).isNull());
        QVERIFY(line.value(QStringLiteral("ms")).isDouble());
        QCOMPARE(line.value(QStringLiteral("answer")).toString(), QStringLiteral("{}"));
    }
    m_server->close();
    const CommandResult unanswered =
        replay({QStringLiteral("1"), QStringLiteral("--to"), m_server->url(), QStringLiteral("--json")});
    QCOMPARE(unanswered.exitCode, 1);
    QVERIFY(unanswered.json().value(QStringLiteral("status")).isNull());
    QVERIFY(!unanswered.json().value(QStringLiteral("error")).toString().isEmpty());
}

void ReplayTest::choosesByAFilter()
{
    const QByteArray other = m_earshot->addSource(QStringLiteral("Other"), QStringLiteral("varda"));
    for (int i = 1; i <= 4; ++i)
        QCOMPARE(send(jsonPost(i % 2 == 0 ? other : m_token, callEnded(i))), 200);
    const CommandResult result =
        replay({QStringLiteral("--filter"), QStringLiteral("source:Other"), QStringLiteral("--to"), m_server->url(),
                QStringLiteral("--at-once"), QStringLiteral("4")});
    QVERIFY2(result.exitCode == 0, result.words().constData());
    QSet<QByteArray> bodies;
    for (const ReceivedRequest &request : m_server->requests())
        bodies.insert(request.body);
    QCOMPARE(bodies, QSet<QByteArray>({callEnded(2), callEnded(4)}));
    const CommandResult none =
        replay({QStringLiteral("--filter"), QStringLiteral("source:Nobody"), QStringLiteral("--to"), m_server->url()});
    QCOMPARE(none.exitCode, 1);
    QVERIFY(none.errors.contains("no delivery matches"));
}

void ReplayTest::countsBeforehand()
{
    for (int i = 1; i <= 3; ++i)
        QCOMPARE(send(jsonPost(m_token, callEnded(i))), 200);
    const CommandResult result =
        replay({QStringLiteral("--filter"), QStringLiteral("source:Calls"), QStringLiteral("--to"), m_server->url(),
                QStringLiteral("--rate"), QStringLiteral("2"), QStringLiteral("--dry-run"), QStringLiteral("--json")});
    QVERIFY2(result.exitCode == 0, result.words().constData());
    QCOMPARE(result.json().value(QStringLiteral("deliveries")).toInt(), 3);
    QCOMPARE(result.json().value(QStringLiteral("without_bytes")).toInt(), 0);
    QCOMPARE(result.json().value(QStringLiteral("seconds")).toDouble(), 1.0);
    QVERIFY(m_server->requests().isEmpty());
}

void ReplayTest::intoItsOwnSourceTheyAreRepeats()
{
    for (int i = 1; i <= 3; ++i)
        QCOMPARE(send(jsonPost(m_token, callEnded(i))), 200);
    const CommandResult result = replay({QStringLiteral("--filter"), QStringLiteral("source:Calls"),
                                         QStringLiteral("--to-source"), QStringLiteral("Calls")});
    QVERIFY2(result.exitCode == 0, result.words().constData());
    QVERIFY(!result.output.contains(m_token) && !result.errors.contains(m_token));
    QVERIFY(m_earshot->waitUntilProjected());
    QMap<QString, int> states;
    for (const QJsonObject &delivery : m_earshot->exported(QStringLiteral("deliveries")))
        ++states[delivery.value(QStringLiteral("state")).toString()];
    QCOMPARE(states.value(QStringLiteral("duplicate")), 3);
    QCOMPARE(m_earshot->exported(QStringLiteral("conversations")).size(), 3);
}

void ReplayTest::isNotForwardedUnlessAsked()
{
    QCOMPARE(send(jsonPost(m_token, callEnded(1))), 200);
    const auto into = [this](const QStringList &options) {
        return replay(QStringList{QStringLiteral("1"), QStringLiteral("--to-source"), QStringLiteral("Calls")}
                      + options);
    };
    QCOMPARE(into({}).exitCode, 0);
    QCOMPARE(into({QStringLiteral("--forwardable")}).exitCode, 0);
    QCOMPARE(valueOf(QStringLiteral("SELECT \"looped\" FROM delivery WHERE \"id\" = 1")).toInt(), 0);
    QCOMPARE(valueOf(QStringLiteral("SELECT \"looped\" FROM delivery WHERE \"id\" = 2")).toInt(), 1);
    QCOMPARE(valueOf(QStringLiteral("SELECT \"looped\" FROM delivery WHERE \"id\" = 3")).toInt(), 0);
}

void ReplayTest::sendsAnEdit()
{
    QCOMPARE(send(jsonPost(m_token, callEnded(1))), 200);
    const CommandResult result =
        replay({QStringLiteral("1"), QStringLiteral("--to"), m_server->url(), QStringLiteral("--body-file"),
                QStringLiteral("-"), QStringLiteral("--header"), QStringLiteral("X-Test: 1, 2"),
                QStringLiteral("--header"), QStringLiteral("content-type:")},
               "not {JSON\r\n");
    QVERIFY2(result.exitCode == 0, result.words().constData());
    const ReceivedRequest request = m_server->requests().first();
    QCOMPARE(request.body, QByteArray("not {JSON\r\n"));
    QCOMPARE(request.field("x-test"), QByteArray("1, 2"));
    QVERIFY(!request.head.toLower().contains("content-type:"));
    QCOMPARE(valueOf(QStringLiteral("SELECT \"body\" FROM delivery_body")).toByteArray(), callEnded(1));
}

void ReplayTest::signsForASourceThatAsks()
{
    QCOMPARE(send(jsonPost(m_token, callEnded(1))), 200);
    const QJsonObject signature{{QStringLiteral("preset"), QStringLiteral("varda")}};
    const auto set = carryOut({{QStringLiteral("operation"), QStringLiteral("source set")},
                               {QStringLiteral("name"), QStringLiteral("Calls")},
                               {QStringLiteral("proof"), QJsonObject{{QStringLiteral("signature"), signature}}},
                               {QStringLiteral("signing_secret"), QStringLiteral("a secret of the calls")}},
                              m_earshot->location());
    QVERIFY2(set, qPrintable(set ? QString() : set.error().detail));
    const QStringList into{QStringLiteral("1"), QStringLiteral("--to-source"), QStringLiteral("Calls"),
                           QStringLiteral("--json")};
    QTRY_COMPARE_WITH_TIMEOUT(replay(into).json().value(QStringLiteral("status")).toInt(), 401, 60'000);
    const CommandResult result = replay(into + QStringList{QStringLiteral("--sign"), QStringLiteral("Calls")});
    QVERIFY2(result.exitCode == 0, result.words().constData());
    QVERIFY(m_earshot->waitUntilProjected());
    const QList<QJsonObject> deliveries = m_earshot->exported(QStringLiteral("deliveries"));
    QCOMPARE(deliveries.last().value(QStringLiteral("verdict")).toString(), QStringLiteral("verified"));
}

void ReplayTest::saysThatBytesAreGone()
{
    QCOMPARE(send(jsonPost(m_token, callEnded(1))), 200);
    QCOMPARE(send(jsonPost(m_token, callEnded(2))), 200);
    QVERIFY(m_earshot->waitUntilProjected());
    QCOMPARE(m_earshot->stop(SIGTERM), 0);
    {
        const auto database = openToWrite(m_earshot->location().path);
        QVERIFY(database);
        QVERIFY(database->run(QStringLiteral("DELETE FROM delivery_body WHERE \"delivery\" = 1")));
    }
    const CommandResult result = replay(
        {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("--to"), m_server->url(), QStringLiteral("--json")});
    QCOMPARE(result.exitCode, 1);
    QVERIFY2(result.output.contains("no longer kept"), result.output.constData());
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().first().body, callEnded(2));
}

void ReplayTest::keepsToARate()
{
    for (int i = 1; i <= 6; ++i)
        QCOMPARE(send(jsonPost(m_token, callEnded(i))), 200);
    QElapsedTimer clock;
    clock.start();
    const CommandResult result =
        replay({QStringLiteral("--filter"), QStringLiteral("source:Calls"), QStringLiteral("--to"), m_server->url(),
                QStringLiteral("--rate"), QStringLiteral("10")});
    QVERIFY2(result.exitCode == 0, result.words().constData());
    QVERIFY(clock.elapsed() >= 500); // the sixth is due half a second after the first
    QCOMPARE(m_server->requests().size(), 6);
}

void ReplayTest::stopsWhenAsked()
{
    QCOMPARE(send(jsonPost(m_token, callEnded(1))), 200);
    QCOMPARE(send(jsonPost(m_token, callEnded(2))), 200);
    QProcess process; // the second would go after an hour
    process.start(qEnvironmentVariable("EARSHOT_BINARY"),
                  {QStringLiteral("replay"), QStringLiteral("--data"), m_earshot->folder(), QStringLiteral("1"),
                   QStringLiteral("2"), QStringLiteral("--to"), m_server->url(), QStringLiteral("--rate"),
                   QStringLiteral("0.0003")});
    QTRY_COMPARE_WITH_TIMEOUT(m_server->requests().size(), 1, 60'000);
    process.terminate();
    QVERIFY(QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000));
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(m_server->requests().size(), 1);
}

void ReplayTest::isMisused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const char *options, const char *words) {
        QTest::newRow(name) << QString::fromLatin1(options).split(QLatin1Char(' '), Qt::SkipEmptyParts)
                            << QByteArray(words);
    };
    row("nowhere to", "1", "--to");
    row("two places to go", "1 --to http://127.0.0.1:1/ --to-source Calls", "--to-source");
    row("no delivery", "--to http://127.0.0.1:1/", "IDs");
    row("IDs and a filter", "1 --filter state:decoded --to http://127.0.0.1:1/", "not both");
    row("no ID", "x --to http://127.0.0.1:1/", "\"x\"");
    row("no address", "1 --to test.example", "whole URL");
    row("too fast", "1 --to http://127.0.0.1:1/ --speed 101", "1 to 100");
    row("speed and rate", "1 --to http://127.0.0.1:1/ --speed 2 --rate 3", "together");
    row("an edit of many", "1 2 --to http://127.0.0.1:1/ --header X:1", "one delivery");
    row("no field", "1 --to http://127.0.0.1:1/ --header X", "--header");
    row("a field that is not ours to set", "1 --to http://127.0.0.1:1/ --header Host:a", "Host");
    row("an unknown way to sign", "1 --to http://127.0.0.1:1/ --sign nonsense", "varda");
    row("a filter that is none", "--filter state:( --to http://127.0.0.1:1/", "column");
}

void ReplayTest::isMisused()
{
    QFETCH(QStringList, options);
    QFETCH(QByteArray, words);
    QCOMPARE(send(jsonPost(m_token, callEnded(1))), 200);
    QCOMPARE(send(jsonPost(m_token, callEnded(2))), 200);
    const CommandResult result = replay(options);
    QCOMPARE(result.exitCode, 2);
    QCOMPARE(result.errors.count('\n'), 1);
    QVERIFY2(result.errors.contains(words), result.errors.constData());
    QVERIFY(result.output.isEmpty());
}

QTEST_GUILESS_MAIN(ReplayTest)
#include "tst_replay.moc"
