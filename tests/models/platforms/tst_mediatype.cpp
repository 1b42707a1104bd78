// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/mediatype.h"

#include <QTest>

using namespace earshot;

class MediaTypeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNameAndBoundary_data();
    void readsNameAndBoundary();
    void knowsJson_data();
    void knowsJson();
    void takesTheFirstOfTwoParameters();
};

void MediaTypeTest::readsNameAndBoundary_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("boundary");
    const QByteArray form("multipart/form-data");
    QTest::newRow("empty") << QByteArray("") << QByteArray("") << QByteArray();
    QTest::newRow("bare") << QByteArray("Multipart/Form-Data") << form << QByteArray();
    QTest::newRow("token") << QByteArray("multipart/form-data; boundary=a-b") << form << QByteArray("a-b");
    QTest::newRow("quoted") << QByteArray("multipart/form-data;boundary=\"a; b=c\" ; charset=x") << form
                            << QByteArray("a; b=c");
    QTest::newRow("escaped") << QByteArray("multipart/form-data; Boundary=\"a\\\"b\\\\c\"") << form
                             << QByteArray("a\"b\\c");
    QTest::newRow("spaces") << QByteArray(" multipart/form-data ; BOUNDARY = \"a b\"") << form << QByteArray("a b");
    QTest::newRow("behind others") << QByteArray("multipart/form-data; x; y=1; boundary=b") << form << QByteArray("b");
    QTest::newRow("never ended") << QByteArray("multipart/form-data; boundary=\"abc") << form << QByteArray("abc");
    QTest::newRow("only semicolons") << QByteArray(";;;") << QByteArray("") << QByteArray();
}

void MediaTypeTest::readsNameAndBoundary()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, boundary);
    const MediaType type = readMediaType(field);
    QCOMPARE(type.name, name);
    QCOMPARE(type.parameter("boundary"), boundary);
}

void MediaTypeTest::knowsJson_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<bool>("json");
    QTest::newRow("application/json") << QByteArray("application/json") << true;
    QTest::newRow("in any case, with a charset") << QByteArray("Application/JSON; charset=utf-8") << true;
    QTest::newRow("text/json") << QByteArray("text/json") << true;
    QTest::newRow("suffix") << QByteArray("application/vnd.api+json") << true;
    QTest::newRow("lines of JSON") << QByteArray("application/jsonlines") << false;
    QTest::newRow("text") << QByteArray("text/plain") << false;
}

void MediaTypeTest::knowsJson()
{
    QFETCH(QByteArray, field);
    QFETCH(bool, json);
    QCOMPARE(readMediaType(field).isJson(), json);
}

void MediaTypeTest::takesTheFirstOfTwoParameters()
{
    QCOMPARE(readMediaType("a/b; c=1; C=2").parameter("c"), QByteArray("1"));
}

QTEST_GUILESS_MAIN(MediaTypeTest)
#include "tst_mediatype.moc"
