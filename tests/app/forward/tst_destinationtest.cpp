// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/destinationtest.h"

#include "app/forward/webhooksender.h"
#include "tests/app/forward/scriptedserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace earshot;

namespace {

DestinationTest test(const QString &url)
{
    WebhookSender sender;
    Destination destination;
    destination.url = url;
    return QCoro::waitFor(testDestination(sender, destination, {"t0ken", {}}, fromMicroseconds(1'778'760'000'000'000)));
}

} // namespace

class DestinationTestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsASampleMarkedAsOne();
    void saysWhatCameBack_data();
    void saysWhatCameBack();
    void saysThatNothingCame();
};

void DestinationTestTest::sendsASampleMarkedAsOne()
{
    ScriptedServer server;
    const DestinationTest result = test(server.url());
    QVERIFY(result.accepted);
    QCOMPARE(result.words, QStringLiteral("answered 200"));
    QCOMPARE(server.requests().size(), 1);
    const ReceivedRequest &request = server.requests().first();
    const QJsonObject record = QJsonDocument::fromJson(request.body).object();
    QCOMPARE(record.value(QStringLiteral("test")), QJsonValue(true));
    QCOMPARE(record.value(QStringLiteral("is_test")), QJsonValue(true));
    QVERIFY(record.value(QStringLiteral("ext")).toString().startsWith(QLatin1StringView("earshot:test:conversation:")));
    QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer t0ken"));
}

void DestinationTestTest::saysWhatCameBack_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::newRow("refused") << 401 << "answered 401: its token is missing, wrong or lacks a right";
    QTest::newRow("wrong") << 422 << "answered 422";
    QTest::newRow("busy") << 503 << "answered 503";
}

void DestinationTestTest::saysWhatCameBack()
{
    QFETCH(int, status);
    QFETCH(QString, words);
    ScriptedServer server;
    server.then(ScriptedReply::answer(status));
    const DestinationTest result = test(server.url());
    QVERIFY(!result.accepted);
    QCOMPARE(result.words, words);
    QCOMPARE(server.requests().size(), 1);
}

void DestinationTestTest::saysThatNothingCame()
{
    ScriptedServer server;
    server.then(ScriptedReply::drop());
    for (int i = 0; i < 10; ++i) // Qt asks again on a new connection where one closes without a word
        server.then(ScriptedReply::drop());
    const DestinationTest result = test(server.url());
    QVERIFY(!result.accepted);
    QVERIFY2(result.words.startsWith(QLatin1StringView("no answer: ")), qPrintable(result.words));
}

QTEST_GUILESS_MAIN(DestinationTestTest)

#include "tst_destinationtest.moc"
