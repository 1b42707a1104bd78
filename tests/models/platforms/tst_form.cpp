// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/form.h"

#include <QTest>

using namespace earshot;

class FormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPairs_data();
    void readsPairs();
    void keepsRepeatedNamesInOrder();
    void stopsAtTooManyFields();
    void countsNoEmptyPairs();
};

void FormTest::readsPairs_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("plain") << QByteArray("a=b") << QStringLiteral("a") << QByteArray("b");
    QTest::newRow("plus is a space") << QByteArray("a=b+c") << QStringLiteral("a") << QByteArray("b c");
    QTest::newRow("escaped plus is a plus") << QByteArray("a=%2B1") << QStringLiteral("a") << QByteArray("+1");
    QTest::newRow("UTF-8") << QByteArray("%C3%A9=%C3%A8") << QStringLiteral("é") << QByteArray("è");
    QTest::newRow("equals in the value") << QByteArray("a=b=c") << QStringLiteral("a") << QByteArray("b=c");
    QTest::newRow("no equals") << QByteArray("a") << QStringLiteral("a") << QByteArray("");
    QTest::newRow("no name") << QByteArray("=b") << QStringLiteral("") << QByteArray("b");
    QTest::newRow("broken escapes stay") << QByteArray("a=%zz%4%") << QStringLiteral("a") << QByteArray("%zz%4%");
    QTest::newRow("NUL") << QByteArray("a=%00") << QStringLiteral("a") << QByteArray("\0", 1);
    QTest::newRow("not UTF-8") << QByteArray("a=%FF") << QStringLiteral("a") << QByteArray("\xFF");
}

void FormTest::readsPairs()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, name);
    QFETCH(QByteArray, value);
    const Result<Form> form = readUrlencoded(text);
    QVERIFY(form.has_value());
    QCOMPARE(form->size(), 1);
    QCOMPARE(form->first().name, name);
    QCOMPARE(form->first().value, value);
}

void FormTest::keepsRepeatedNamesInOrder()
{
    const Form form = readUrlencoded("a=1&b=2&a=3").value_or(Form());
    QCOMPARE(form.size(), 3);
    QCOMPARE(formField(form, u"a")->value, QByteArray("1"));
    QCOMPARE(form.last().value, QByteArray("3"));
    QVERIFY(formField(form, u"c") == nullptr);
}

void FormTest::stopsAtTooManyFields()
{
    QVERIFY(readUrlencoded(QByteArray("a=1&").repeated(c_mostFormFields)).has_value());
    const Result<Form> form = readUrlencoded(QByteArray("a=1&").repeated(c_mostFormFields + 1));
    QVERIFY(!form.has_value());
    QCOMPARE(form.error().code, ErrorCode::FormSyntax);
}

void FormTest::countsNoEmptyPairs()
{
    QCOMPARE(readUrlencoded(QByteArray(100'000, '&')).value_or(Form{{}}).size(), 0);
}

QTEST_GUILESS_MAIN(FormTest)
#include "tst_form.moc"
