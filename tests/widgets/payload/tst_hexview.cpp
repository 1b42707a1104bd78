// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/payloadhex.h"
#include "widgets/payload/payloadhexview.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QTest>

using namespace earshot;

class HexViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesRows();
    void copiesBytesAndText();
    void selectsByMouseAndKeys();
    void findsTheByteUnderThePointer();
    void showsSixteenMegabytes();
    void isEmptyWithoutBytes();
};

static QByteArray someBytes()
{
    QByteArray bytes;
    for (int i = 0; i < 40; ++i)
        bytes += char(i + 0x40);
    return bytes;
}

void HexViewTest::writesRows()
{
    const QByteArray bytes("{\"event\":\x00\xFF\x7F\"call.ended\"}", 24);
    QCOMPARE(hex::rowCount(bytes.size()), 2);
    QCOMPARE(hex::rowCount(0), 0);
    QCOMPARE(hex::rowCount(16), 1);
    QCOMPARE(hex::offsetText(1, bytes.size()), QStringLiteral("000010"));
    QCOMPARE(hex::offsetText(0x1000000 / 16, 0x1000001), QStringLiteral("1000000"));
    QCOMPARE(hex::byteText(bytes, 0), QStringLiteral("7b 22 65 76 65 6e 74 22  3a 00 ff 7f 22 63 61 6c"));
    QCOMPARE(hex::asciiText(bytes, 0), QStringLiteral("{\"event\":...\"cal"));
    QCOMPARE(hex::byteText(bytes, 1), QStringLiteral("6c 2e 65 6e 64 65 64 22"));
    QCOMPARE(hex::byteText(bytes, 0).mid(hex::byteColumn(8), 2), QStringLiteral("3a"));
    QCOMPARE(hex::byteText(bytes, 5), QString());
}

void HexViewTest::copiesBytesAndText()
{
    QCOMPARE(hex::listing("ab"), QStringLiteral("61 62"));
    QCOMPARE(hex::listing(QByteArray(17, 'a')).count(QLatin1Char('\n')), 1);
    PayloadHexView view;
    view.setBytes(someBytes());
    view.select(2, 5);
    QCOMPARE(view.selectedBytes(), QByteArray("BCD"));
    view.actions().first()->trigger();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("BCD"));
    view.actions().last()->trigger();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("42 43 44"));
    view.setBytes(someBytes());
    QCOMPARE(view.selectedBytes().size(), 40); // all where none is selected
}

void HexViewTest::selectsByMouseAndKeys()
{
    PayloadHexView view;
    view.resize(900, 300);
    view.setBytes(someBytes());
    view.show();
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.selectedBytes(), QByteArray("@"));
    QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(view.selectedBytes(), QByteArray("@A"));
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(view.selectedBytes().size(), 18);
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.selectedBytes(), someBytes().last(1));
}

void HexViewTest::findsTheByteUnderThePointer()
{
    PayloadHexView view;
    view.resize(900, 300);
    view.setBytes(someBytes());
    view.show();
    qsizetype last = -1;
    for (int x = 0; x < 900; ++x) {
        const qsizetype byte = view.byteAt({x, 3});
        QVERIFY(byte >= 0 && byte < 16);
        if (byte < last)
            QVERIFY(last == 15); // from the numbers to the text
        last = byte;
    }
    QCOMPARE(view.byteAt({10, 290}), -1);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {5, 3});
    QCOMPARE(view.selectedBytes(), QByteArray("@"));
}

void HexViewTest::showsSixteenMegabytes()
{
    PayloadHexView view;
    view.resize(900, 300);
    view.setBytes(QByteArray(16 * 1024 * 1024, 'x'));
    view.show();
    QVERIFY(view.verticalScrollBar()->maximum() > 1'000'000);
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    QVERIFY(!view.grab().isNull());
}

void HexViewTest::isEmptyWithoutBytes()
{
    PayloadHexView view;
    view.setBytes({});
    QTest::keyClick(&view, Qt::Key_End);
    QVERIFY(view.selectedBytes().isEmpty());
    QCOMPARE(view.byteAt({100, 3}), -1);
}

QTEST_MAIN(HexViewTest)
#include "tst_hexview.moc"
