// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/controlmessage.h"

#include <QTest>

using namespace earshot;

class ControlMessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultCrosses();
    void everyErrorCodeCrosses();
    void refusesWhatIsNoMessage_data();
    void refusesWhatIsNoMessage();
    void refusesWhatIsNoAnswer_data();
    void refusesWhatIsNoAnswer();
    void textStaysOneLine();
};

void ControlMessageTest::resultCrosses()
{
    const QJsonObject result{{QStringLiteral("name"), QStringLiteral("Zoë")}};
    QCOMPARE(toControlLine(toControlAnswer(result)), QByteArray("{\"ok\":{\"name\":\"Zoë\"}}\n"));
    const auto read = fromControlAnswer(toControlAnswer(result));
    QVERIFY(read);
    QCOMPARE(*read, result);
    QVERIFY(fromControlAnswer(toControlAnswer(QJsonObject())));
}

void ControlMessageTest::everyErrorCodeCrosses()
{
    for (int i = 0; i <= int(ErrorCode::Cancelled); ++i) {
        const Error error{ErrorCode(i), QStringLiteral("detail %1").arg(i)};
        const auto read = fromControlAnswer(toControlAnswer(std::unexpected(error)));
        QVERIFY(!read);
        QCOMPARE(read.error(), error);
    }
}

void ControlMessageTest::refusesWhatIsNoMessage_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a list") << QByteArray("[]\n");
    QTest::newRow("cut") << QByteArray("{\"a\":\n");
    QTest::newRow("bytes") << QByteArray("\xff\x00\xfe\n", 4);
    QTest::newRow("deep") << QByteArray(100'000, '[');
}

void ControlMessageTest::refusesWhatIsNoMessage()
{
    QFETCH(QByteArray, line);
    const auto read = fromControlLine(line);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::JsonSyntax);
}

void ControlMessageTest::refusesWhatIsNoAnswer_data()
{
    QTest::addColumn<QJsonObject>("answer");
    QTest::newRow("empty") << QJsonObject();
    QTest::newRow("ok is no object") << QJsonObject{{QStringLiteral("ok"), true}};
    QTest::newRow("error is no object") << QJsonObject{{QStringLiteral("error"), QStringLiteral("no")}};
}

void ControlMessageTest::refusesWhatIsNoAnswer()
{
    QFETCH(QJsonObject, answer);
    const auto read = fromControlAnswer(answer);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::JsonSyntax);
}

void ControlMessageTest::textStaysOneLine()
{
    const QByteArray line = toControlLine({{QStringLiteral("name"), QStringLiteral("a\nb")}});
    QCOMPARE(line.count('\n'), 1);
}

QTEST_GUILESS_MAIN(ControlMessageTest)
#include "tst_controlmessage.moc"
