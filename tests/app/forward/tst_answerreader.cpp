// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/answerreader.h"

#include <QTest>

using namespace earshot;

class AnswerReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatCanBeShown_data();
    void keepsWhatCanBeShown();
    void cutsAtACharacter_data();
    void cutsAtACharacter();
    void blotsOutSecrets_data();
    void blotsOutSecrets();
};

void AnswerReaderTest::keepsWhatCanBeShown_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kept");
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("text") << QByteArray("{\"id\":1}") << QStringLiteral("{\"id\":1}");
    QTest::newRow("broken UTF-8") << QByteArray("a\xff"
                                                "b")
                                  << QStringLiteral("a\uFFFDb");
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QStringLiteral("a\uFFFDb");
}

void AnswerReaderTest::keepsWhatCanBeShown()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, kept);
    QCOMPARE(keptAnswer(body, {}), kept);
}

void AnswerReaderTest::cutsAtACharacter_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("bytes");
    QTest::newRow("exactly") << QByteArray(4096, 'x') << 4096;
    QTest::newRow("one too many") << QByteArray(4097, 'x') << 4096;
    QTest::newRow("two bytes a character") << QByteArray("\xc3\xab").repeated(2049) << 4096;
    QTest::newRow("three bytes a character") << QByteArray("\xe2\x82\xac").repeated(2000) << 4095;
    QTest::newRow("four bytes a character") << QByteArray("x\xf0\x9f\x98\x80").repeated(1000) << 4096;
    QTest::newRow("every byte is broken") << QByteArray(4096, '\xff') << 4095;
}

void AnswerReaderTest::cutsAtACharacter()
{
    QFETCH(QByteArray, body);
    QFETCH(int, bytes);
    const QString kept = keptAnswer(body, {});
    QCOMPARE(kept.toUtf8().size(), bytes);
    QVERIFY(kept == QString::fromUtf8(body).left(kept.size()));
}

void AnswerReaderTest::blotsOutSecrets_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("in the middle") << QByteArray("you sent t0ken-t0ken and k3y");
    QTest::newRow("across the border") << QByteArray(4090, 'x') + "t0ken-t0ken";
    QTest::newRow("where the answer broke off") << QByteArray("you sent t0ken-t0");
    QTest::newRow("where it broke off within a secret of any length") << QByteArray("you sent t0ke");
    QTest::newRow("right after the border") << QByteArray(4096, 'x') + "t0ken-t0ken";
}

void AnswerReaderTest::blotsOutSecrets()
{
    QFETCH(QByteArray, body);
    const QString kept = keptAnswer(body, {QByteArray(), "t0ken-t0ken", "k3y"});
    QVERIFY(!kept.contains(QLatin1StringView("t0k")));
    QVERIFY(!kept.contains(QLatin1StringView("k3y")));
    QVERIFY(kept.size() <= 4096);
}

QTEST_GUILESS_MAIN(AnswerReaderTest)

#include "tst_answerreader.moc"
