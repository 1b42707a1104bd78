// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/texttable.h"

#include <QTest>

using namespace earshot;

class TextTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsLineUp();
    void controlCharactersAreBlanks();
    void headerStandsAlone();
};

void TextTableTest::columnsLineUp()
{
    const QByteArray text =
        textTable({QStringLiteral("Name"), QStringLiteral("State")},
                  {{QStringLiteral("Zoë"), QStringLiteral("enabled")}, {QStringLiteral("Reception"), QString()}});
    QCOMPARE(QString::fromUtf8(text), QStringLiteral("Name       State\nZoë        enabled\nReception\n"));
}

void TextTableTest::controlCharactersAreBlanks()
{
    QCOMPARE(textTable({QStringLiteral("A")}, {{QStringLiteral("x\ny\x1b")}}), QByteArrayLiteral("A\nx y\n"));
}

void TextTableTest::headerStandsAlone()
{
    QCOMPARE(textTable({QStringLiteral("A"), QStringLiteral("B")}, {}), QByteArrayLiteral("A  B\n"));
}

QTEST_GUILESS_MAIN(TextTableTest)
#include "tst_texttable.moc"
