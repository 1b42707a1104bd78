// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/storyids.h"
#include "tests/app/simulate/storytools.h"

#include <QRegularExpression>
#include <QUuid>
#include <QtTest>

using namespace earshot;

class StoryIdsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aVersion4UuidIsOne();
    void aVersion7UuidBeginsWithItsMilliseconds();
    void aUlidBeginsWithItsMilliseconds();
    void anObjectIdBeginsWithItsSeconds();
    void aClickIdIsOpaqueText();
};

void StoryIdsTest::aVersion4UuidIsOne()
{
    StoryRandom random(1);
    const QUuid uuid = QUuid::fromString(uuidVersion4(random));
    QCOMPARE(uuid.version(), QUuid::Random);
    QCOMPARE(uuid.variant(), QUuid::DCE);
    QVERIFY(QUuid::fromString(uuidVersion4(random)) != uuid);
}

void StoryIdsTest::aVersion7UuidBeginsWithItsMilliseconds()
{
    StoryRandom random(2);
    const QString text = uuidVersion7(testStart(), random);
    static const QRegularExpression shape(
        QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
    QVERIFY2(shape.match(text).hasMatch(), qPrintable(text));
    const QString digits = text.left(8) + text.mid(9, 4);
    QCOMPARE(digits.toLongLong(nullptr, 16), toMicroseconds(testStart()) / 1000);
}

void StoryIdsTest::aUlidBeginsWithItsMilliseconds()
{
    StoryRandom random(3);
    const QString text = ulid(testStart(), random);
    const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    QCOMPARE(text.size(), 26);
    qint64 milliseconds = 0;
    for (const QChar letter : text.left(10)) {
        QVERIFY(alphabet.contains(letter));
        milliseconds = milliseconds * 32 + alphabet.indexOf(letter);
    }
    QCOMPARE(milliseconds, toMicroseconds(testStart()) / 1000);
}

void StoryIdsTest::anObjectIdBeginsWithItsSeconds()
{
    StoryRandom random(4);
    const QString text = objectId(testStart(), random);
    QCOMPARE(text.size(), 24);
    QCOMPARE(text.left(8).toLongLong(nullptr, 16), toMicroseconds(testStart()) / 1'000'000);
    QCOMPARE(QByteArray::fromHex(text.toLatin1()).toHex(), text.toLatin1());
}

void StoryIdsTest::aClickIdIsOpaqueText()
{
    StoryRandom random(5);
    static const QRegularExpression shape(QStringLiteral("^CjwKCAjw[A-Za-z0-9_-]{48}$"));
    const QString text = googleClickId(random);
    QVERIFY2(shape.match(text).hasMatch(), qPrintable(text));
}

QTEST_GUILESS_MAIN(StoryIdsTest)
#include "tst_storyids.moc"
