// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/earshotprocess.h"
#include "tests/system/httpsender.h"
#include "tests/system/senderload.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTest>

#include <csignal>
#include <sys/stat.h>

using namespace earshot;

namespace {

int post(const EarshotProcess &earshot, const QByteArray &token, qint64 call)
{
    return HttpSender(earshot.port()).send(jsonPost(token, endedCall(call)));
}

QByteArray tokenOf(const CommandResult &result)
{
    return result.json().value(QStringLiteral("url")).toString().section(QLatin1Char('/'), -1).toLatin1();
}

/** How many conversations `stats` counts. */
qint64 total(const EarshotProcess &earshot)
{
    return earshot.run({QStringLiteral("stats"), QStringLiteral("--json")})
        .json()
        .value(QStringLiteral("total"))
        .toInteger(-1);
}

} // namespace

class ServeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatItIsReadyInOneLine();
    void showsSecretsOnlyWhenAsked();
    void answersHealth();
    void filesAreForTheirOwnerOnly();
    void obeysChangedSourcesAtOnce();
    void aSecondServeIsRefused();
    void aTakenPortIsSaid();
    void listensOnIPv6();
    void signalDrainsUnderLoad_data();
    void signalDrainsUnderLoad();
    void countsAgreeWhileDeliveriesArrive();
    void rebuildsWhileReceiving();
    void commandsWorkWithoutAServe();
    void secretsAreNowhereToBeRead();
};

void ServeTest::saysThatItIsReadyInOneLine()
{
    EarshotProcess earshot;
    const QByteArray token = earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(earshot.serve());
    const QJsonObject facts = earshot.readyFacts();
    QVERIFY(facts.value(QStringLiteral("ready")).toBool());
    const QString base = QStringLiteral("http://127.0.0.1:%1").arg(earshot.port());
    QCOMPARE(facts.value(QStringLiteral("listen")).toString(), base);
    const QJsonObject source = facts.value(QStringLiteral("sources")).toArray().first().toObject();
    QCOMPARE(source.value(QStringLiteral("name")).toString(), QStringLiteral("Front desk"));
    QCOMPARE(source.value(QStringLiteral("platform")).toString(), QStringLiteral("varda"));
    const QString url = source.value(QStringLiteral("url")).toString();
    QCOMPARE(url, QString(base + QLatin1StringView("/hook/") + QString::fromLatin1(token.first(4)) + QChar(u'…')));
    QCOMPARE(earshot.stop(SIGTERM), 0);
    QCOMPARE(earshot.served(), QByteArray());
}

void ServeTest::showsSecretsOnlyWhenAsked()
{
    EarshotProcess earshot;
    const QByteArray token = earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(earshot.serve({QStringLiteral("--show-secrets")}));
    const QByteArray ready = QJsonDocument(earshot.readyFacts()).toJson();
    QVERIFY(ready.contains(QByteArray("/hook/" + token + '"')));
    QCOMPARE(earshot.stop(SIGINT), 0);
}

void ServeTest::answersHealth()
{
    EarshotProcess earshot;
    QVERIFY(earshot.serve());
    HttpSender sender(earshot.port());
    QCOMPARE(sender.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"), 200);
    QCOMPARE(QJsonDocument::fromJson(sender.body()).object().value(QStringLiteral("status")).toString(),
             QStringLiteral("ok"));
}

void ServeTest::filesAreForTheirOwnerOnly()
{
    EarshotProcess earshot;
    earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(earshot.serve());
    const QStringList files = QDir(earshot.folder()).entryList(QDir::Files | QDir::System);
    QVERIFY(files.contains(QStringLiteral("earshot.sqlite.sock")));
    for (const QString &name : files) {
        struct stat facts = {};
        QCOMPARE(stat(QFile::encodeName(QDir(earshot.folder()).filePath(name)).constData(), &facts), 0);
        QVERIFY2((facts.st_mode & 0077) == 0, qUtf8Printable(name));
    }
}

void ServeTest::obeysChangedSourcesAtOnce()
{
    EarshotProcess earshot;
    QVERIFY(earshot.serve());
    const auto source = [&earshot](const QStringList &arguments) {
        return earshot.run(QStringList{QStringLiteral("source")} + arguments);
    };
    const QString name = QStringLiteral("Front desk");
    const CommandResult added = source({QStringLiteral("add"), QStringLiteral("--platform"), QStringLiteral("varda"),
                                        QStringLiteral("--name"), name, QStringLiteral("--json")});
    QVERIFY2(added.exitCode == 0, added.words().constData());
    const QByteArray first = tokenOf(added);
    QVERIFY(added.json()
                .value(QStringLiteral("url"))
                .toString()
                .startsWith(QStringLiteral("http://127.0.0.1:%1/").arg(earshot.port())));
    QCOMPARE(post(earshot, first, 1), 200);
    QCOMPARE(post(earshot, "not-a-token-of-ours", 1), 404);

    QCOMPARE(source({QStringLiteral("disable"), name}).exitCode, 0);
    QCOMPARE(post(earshot, first, 2), 404);
    QCOMPARE(source({QStringLiteral("enable"), name}).exitCode, 0);
    QCOMPARE(post(earshot, first, 2), 200);

    const CommandResult rotated = source({QStringLiteral("rotate"), name, QStringLiteral("--json")});
    QCOMPARE(rotated.exitCode, 0);
    QCOMPARE(post(earshot, first, 3), 404);
    QCOMPARE(post(earshot, tokenOf(rotated), 3), 200);

    const QByteArray chosen("chosen-by-me-0123456789");
    const CommandResult given =
        earshot.run({QStringLiteral("source"), QStringLiteral("rotate"), name, QStringLiteral("--token-file"),
                     QStringLiteral("-"), QStringLiteral("--json")},
                    chosen + "\n");
    QCOMPARE(tokenOf(given), chosen);
    QCOMPARE(post(earshot, chosen, 4), 200);

    QCOMPARE(source({QStringLiteral("remove"), name}).exitCode, 0);
    QCOMPARE(post(earshot, chosen, 5), 404);
    QVERIFY(earshot.waitUntilProjected());
    QCOMPARE(total(earshot), 4); // what it received stays
}

void ServeTest::aSecondServeIsRefused()
{
    EarshotProcess earshot;
    QVERIFY(earshot.serve());
    const CommandResult second =
        earshot.run({QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    QCOMPARE(second.exitCode, 1);
    QCOMPARE(second.output, QByteArray());
    QCOMPARE(second.errors.count('\n'), 1);
    QVERIFY2(second.errors.startsWith("earshot serve: ") && second.errors.contains("process"),
             second.errors.constData());
    QCOMPARE(earshot.stop(SIGTERM), 0);
}

void ServeTest::aTakenPortIsSaid()
{
    EarshotProcess earshot;
    EarshotProcess other;
    QVERIFY(earshot.serve());
    const QString address = QStringLiteral("127.0.0.1:%1").arg(earshot.port());
    const CommandResult refused = other.run({QStringLiteral("serve"), QStringLiteral("--listen"), address});
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.errors.count('\n'), 1);
    QVERIFY2(refused.errors.contains(QByteArray::number(earshot.port())), refused.errors.constData());
}

void ServeTest::listensOnIPv6()
{
    if (!QTcpServer().listen(QHostAddress::LocalHostIPv6))
        QSKIP("this machine has no IPv6");
    EarshotProcess earshot;
    QVERIFY(earshot.serve({}, QStringLiteral("[::1]:0")));
    QCOMPARE(earshot.readyFacts().value(QStringLiteral("listen")).toString(),
             QStringLiteral("http://[::1]:%1").arg(earshot.port()));
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHostIPv6), earshot.port());
    QVERIFY(socket.waitForConnected());
}

void ServeTest::signalDrainsUnderLoad_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << int(SIGTERM);
    QTest::newRow("SIGINT") << int(SIGINT);
}

void ServeTest::signalDrainsUnderLoad()
{
    QFETCH(int, signal);
    EarshotProcess earshot;
    const QByteArray token = earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(earshot.serve());
    SenderLoad load(earshot.port(), token, 1);
    QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged().size() > 50, 60'000);
    QCOMPARE(earshot.stop(signal), 0);
    load.stop();
    QCOMPARE(load.oddAnswers(), 0);

    QVERIFY(earshot.serve());
    QVERIFY(earshot.waitUntilProjected());
    QSet<qint64> held;
    for (const QJsonObject &conversation : earshot.exported(QStringLiteral("conversations")))
        held.insert(conversation.value(QStringLiteral("conversation_id")).toString().toLongLong());
    const QSet<qint64> lost = load.acknowledged() - held;
    QVERIFY2(lost.isEmpty(), QByteArray::number(lost.size()).constData());
}

void ServeTest::countsAgreeWhileDeliveriesArrive()
{
    EarshotProcess earshot;
    const QByteArray token = earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(earshot.serve());
    SenderLoad load(earshot.port(), token, 1, 2);
    qint64 before = 0;
    for (int i = 0; i < 5; ++i) {
        const QJsonObject counted = earshot
                                        .run({QStringLiteral("stats"), QStringLiteral("--by"), QStringLiteral("hour"),
                                              QStringLiteral("--json")})
                                        .json();
        qint64 sum = 0;
        for (const QJsonValue &row : counted.value(QStringLiteral("rows")).toArray())
            sum += row.toObject().value(QStringLiteral("count")).toInteger();
        const qint64 now = counted.value(QStringLiteral("total")).toInteger(-1);
        QCOMPARE(sum, now);
        QVERIFY(now >= before);
        before = now;
        QVERIFY(earshot.exported(QStringLiteral("conversations")).size() >= now);
    }
    load.stop();
    QVERIFY(earshot.waitUntilProjected());
    const qsizetype sent = load.acknowledged().size();
    QVERIFY(sent > 0);
    QCOMPARE(total(earshot), sent);
    QCOMPARE(earshot.exported(QStringLiteral("conversations")).size(), sent);
    QCOMPARE(earshot.exported(QStringLiteral("events")).size(), sent);
    QCOMPARE(earshot.exported(QStringLiteral("deliveries")).size(), sent);
}

void ServeTest::rebuildsWhileReceiving()
{
    EarshotProcess earshot;
    const QByteArray token = earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    QVERIFY(earshot.serve());
    SenderLoad load(earshot.port(), token, 1, 2);
    for (int i = 0; i < 3; ++i) {
        const CommandResult rebuilt = earshot.run({QStringLiteral("rebuild")});
        QVERIFY2(rebuilt.exitCode == 0, rebuilt.words().constData());
    }
    load.stop();
    QVERIFY(earshot.waitUntilProjected());
    const QList<QJsonObject> before = earshot.exported(QStringLiteral("conversations"));
    QCOMPARE(before.size(), load.acknowledged().size());
    QCOMPARE(earshot.run({QStringLiteral("rebuild")}).exitCode, 0);
    QVERIFY(before == earshot.exported(QStringLiteral("conversations")));
    const CommandResult checked = earshot.run({QStringLiteral("check")});
    QVERIFY2(checked.exitCode == 0, checked.words().constData());
}

void ServeTest::commandsWorkWithoutAServe()
{
    EarshotProcess earshot;
    const CommandResult added =
        earshot.run({QStringLiteral("source"), QStringLiteral("add"), QStringLiteral("--platform"),
                     QStringLiteral("eigi"), QStringLiteral("--name"), QStringLiteral("Web"), QStringLiteral("--token"),
                     QStringLiteral("0123456789abcdef")});
    QVERIFY2(added.exitCode == 0, added.words().constData());
    QVERIFY(added.output.endsWith("/hook/0123456789abcdef\n"));
    const CommandResult again =
        earshot.run({QStringLiteral("source"), QStringLiteral("add"), QStringLiteral("--platform"),
                     QStringLiteral("eigi"), QStringLiteral("--name"), QStringLiteral("Web 2"),
                     QStringLiteral("--token"), QStringLiteral("0123456789abcdef")});
    QCOMPARE(again.exitCode, 1); // the token is taken
    QCOMPARE(again.errors.count('\n'), 1);
    QCOMPARE(earshot.run({QStringLiteral("rebuild")}).exitCode, 0);
    QCOMPARE(total(earshot), 0);
}

void ServeTest::secretsAreNowhereToBeRead()
{
    const QByteArray token("a-secret-token-nobody-may-read");
    EarshotProcess earshot;
    const CommandResult added = earshot.run(
        {QStringLiteral("source"), QStringLiteral("add"), QStringLiteral("--platform"), QStringLiteral("varda"),
         QStringLiteral("--name"), QStringLiteral("Front desk"), QStringLiteral("--token-file"), QStringLiteral("-")},
        token);
    QVERIFY2(added.exitCode == 0, added.words().constData());
    QVERIFY(earshot.serve({QStringLiteral("--log"), QStringLiteral("all")}));
    QCOMPARE(post(earshot, token, 1), 200);
    const QByteArray withSecrets =
        "POST /hook/" + token
        + "?x=1 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer hush-hush-hush\r\nCookie: sid=hush-hush-hush\r\n"
          "X-Original-URI: /hook/"
        + token + "\r\nContent-Length: 2\r\n\r\n{}";
    QCOMPARE(HttpSender(earshot.port()).send(withSecrets), 200);
    QVERIFY(earshot.waitUntilProjected());

    QByteArray seen = QJsonDocument(earshot.readyFacts()).toJson();
    for (const char *const what : {"conversations", "messages", "events", "deliveries"})
        seen += earshot
                    .run({QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("csv"),
                          QStringLiteral("--what"), QString::fromLatin1(what), QStringLiteral("--output"),
                          QStringLiteral("-")})
                    .output;
    seen +=
        earshot.run({QStringLiteral("show"), QStringLiteral("delivery"), QStringLiteral("2"), QStringLiteral("--json")})
            .output;
    seen += earshot.run({QStringLiteral("source"), QStringLiteral("list"), QStringLiteral("--json")}).output;
    QVERIFY(seen.contains("Front desk"));
    QCOMPARE(earshot.stop(SIGTERM), 0);
    seen += earshot.served();
    QFile lock(earshot.location().lockPath());
    QVERIFY(lock.open(QIODevice::ReadOnly));
    seen += lock.readAll();
    QVERIFY(!seen.contains(token));
    QVERIFY(!seen.contains("hush-hush"));

    const CommandResult listed =
        earshot.run({QStringLiteral("source"), QStringLiteral("list"), QStringLiteral("--show-secrets")});
    QVERIFY(listed.output.contains(token)); // but for who asks
}

QTEST_GUILESS_MAIN(ServeTest)
#include "tst_serve.moc"
