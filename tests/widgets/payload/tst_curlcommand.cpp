// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/payload/curlcommand.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace earshot;

class CurlCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesTheRequestAgain();
    void readsOtherBodiesFromStandardInput_data();
    void readsOtherBodiesFromStandardInput();
    void leavesOutWhatCurlDoesItself();
    void sendsNoTypeWhereThereWasNone();
    void sendsEmptyHeaders();
    void runsNothingElse_data();
    void runsNothingElse();
};

static Delivery someDelivery()
{
    Delivery delivery;
    delivery.method = "POST";
    delivery.target = "/hook/****?event=a%20b";
    delivery.headers = {
        {"Host", "hooks.example"}, {"X-Forwarded-Proto", "https"}, {"Content-Type", "application/json"}};
    delivery.body = "{\"a\":1}";
    return delivery;
}

void CurlCommandTest::makesTheRequestAgain()
{
    QCOMPARE(curlCommand(someDelivery()), QStringLiteral("curl --globoff -X 'POST' \\\n"
                                                         "  'https://hooks.example/hook/****?event=a%20b' \\\n"
                                                         "  -H 'X-Forwarded-Proto: https' \\\n"
                                                         "  -H 'Content-Type: application/json' \\\n"
                                                         "  --data-raw '{\"a\":1}'"));
}

void CurlCommandTest::readsOtherBodiesFromStandardInput_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("end");
    QTest::newRow("large") << QByteArray(100'000, 'a') << "--data-binary @-";
    QTest::newRow("a NUL") << QByteArray("a\0b", 3) << "--data-binary @-";
    QTest::newRow("not UTF-8") << QByteArray("\xFF\xFE") << "--data-binary @-";
    QTest::newRow("none") << QByteArray() << "-H 'Content-Type: application/json'";
    QTest::newRow("a file's name to curl") << QByteArray("@/etc/passwd") << "--data-raw '@/etc/passwd'";
}

void CurlCommandTest::readsOtherBodiesFromStandardInput()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, end);
    Delivery delivery = someDelivery();
    delivery.body = body;
    QVERIFY2(curlCommand(delivery).endsWith(end), qPrintable(curlCommand(delivery).right(200)));
}

void CurlCommandTest::leavesOutWhatCurlDoesItself()
{
    Delivery delivery = someDelivery();
    delivery.headers = {{"host", "h"}, {"Content-Length", "7"}, {"Connection", "close"}, {"@file", "x"}, {"X-A", "b"}};
    const QString command = curlCommand(delivery);
    QCOMPARE(command.count(QStringLiteral("-H ")), 2); // X-A, and that there is no type
    QVERIFY(command.contains(QStringLiteral("-H 'X-A: b'")));
}

void CurlCommandTest::sendsNoTypeWhereThereWasNone()
{
    Delivery delivery = someDelivery();
    delivery.headers = {};
    const QString command = curlCommand(delivery);
    QVERIFY(command.contains(QStringLiteral("-H 'Content-Type:'")));
    QVERIFY(command.contains(QStringLiteral("'http://localhost/hook/****")));
}

void CurlCommandTest::sendsEmptyHeaders()
{
    Delivery delivery = someDelivery();
    delivery.headers.append(HeaderField{"X-Empty", ""});
    QVERIFY(curlCommand(delivery).contains(QStringLiteral("-H 'X-Empty;'")));
}

void CurlCommandTest::runsNothingElse_data()
{
    QTest::addColumn<QByteArray>("hostile");
    QTest::newRow("quotes") << QByteArray("it's 'quoted' \"twice\"");
    QTest::newRow("a command") << QByteArray("'; touch hacked; echo '");
    QTest::newRow("substitution") << QByteArray("$(touch hacked) `touch hacked` ${HOME}");
    QTest::newRow("line ends") << QByteArray("a\nb\r\nc\\\nd\\");
    QTest::newRow("history and globs") << QByteArray("!! * ? [a-z] ~ # & | ; < >");
    QTest::newRow("an option") << QByteArray("--output hacked");
    QTest::newRow("letters") << QByteArray("\xC3\xA4\xF0\x9F\x98\x80 \xE2\x80\xAE");
}

/** A real shell runs the command with a curl that only writes down its arguments. */
void CurlCommandTest::runsNothingElse()
{
    const QString shell = QStandardPaths::findExecutable(QStringLiteral("sh"));
    if (shell.isEmpty())
        QSKIP("there is no sh");
    QFETCH(QByteArray, hostile);
    const QTemporaryDir folder;
    QFile curl(folder.filePath(QStringLiteral("curl")));
    QVERIFY(curl.open(QIODevice::WriteOnly));
    curl.write("#!/bin/sh\nfor word in \"$@\"; do printf '%s\\0' \"$word\"; done\n");
    curl.close();
    QVERIFY(curl.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));

    Delivery delivery = someDelivery();
    delivery.body = hostile;
    delivery.target = QByteArray("/hook/****?" + hostile);
    delivery.headers.append(HeaderField{"X-Hostile", hostile});
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"),
                       folder.path() + QLatin1Char(':') + environment.value(QStringLiteral("PATH")));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder.path());
    process.start(shell, {QStringLiteral("-c"), curlCommand(delivery)});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    const QList<QByteArray> words = process.readAllStandardOutput().split('\0');
    QVERIFY(words.contains(hostile));
    QVERIFY(words.contains(QByteArray("X-Hostile: " + hostile)));
    QVERIFY(words.contains(QByteArray("https://hooks.example/hook/****?" + hostile)));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("curl")});
}

QTEST_GUILESS_MAIN(CurlCommandTest)
#include "tst_curlcommand.moc"
