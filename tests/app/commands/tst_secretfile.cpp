// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/secretfile.h"

#include <QTemporaryFile>
#include <QTest>

using namespace earshot;

class SecretFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheSecretWithoutItsLineEnd_data();
    void readsTheSecretWithoutItsLineEnd();
    void missingFileIsNamed();
};

void SecretFileTest::readsTheSecretWithoutItsLineEnd_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("secret"); // null: refused
    QTest::newRow("no line end") << QByteArray("abc") << QByteArray("abc");
    QTest::newRow("line feed") << QByteArray("abc\n") << QByteArray("abc");
    QTest::newRow("both") << QByteArray("abc\r\n") << QByteArray("abc");
    QTest::newRow("blanks belong to it") << QByteArray(" a b \n") << QByteArray(" a b ");
    QTest::newRow("bytes") << QByteArray("\x00\xff\x01", 3) << QByteArray("\x00\xff\x01", 3);
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("only a line end") << QByteArray("\n") << QByteArray();
    QTest::newRow("too long") << QByteArray(65'537, 'x') << QByteArray();
}

void SecretFileTest::readsTheSecretWithoutItsLineEnd()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, secret);
    QTemporaryFile file;
    QVERIFY(file.open());
    QCOMPARE(file.write(content), content.size());
    file.close();
    const auto read = readSecretFile(file.fileName());
    QCOMPARE(read.has_value(), !secret.isNull());
    if (read)
        QCOMPARE(*read, secret);
    else
        QVERIFY(read.error().detail.contains(file.fileName()));
}

void SecretFileTest::missingFileIsNamed()
{
    const auto read = readSecretFile(QStringLiteral("/nonexistent/token"));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::FileFailed);
    QVERIFY(read.error().detail.contains(QStringLiteral("/nonexistent/token")));
}

QTEST_GUILESS_MAIN(SecretFileTest)
#include "tst_secretfile.moc"
