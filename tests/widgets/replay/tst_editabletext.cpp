// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/replay/editabletext.h"

#include <QPlainTextEdit>
#include <QTest>
#include <QTextDocument>

using namespace earshot;

class EditableTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas_data();
    void comesBackAsItWas();
    void keepsItsKindOfLineEnd();
    void cannotBeEdited_data();
    void cannotBeEdited();
};

void EditableTextTest::comesBackAsItWas_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("JSON") << QByteArray("{\"a\": 1}\n");
    QTest::newRow("UTF-8") << QByteArray("Zo\xc3\xab \xe2\x82\xac \xf0\x9f\x98\x80");
    QTest::newRow("a space that does not break") << QByteArray("10\xc2\xa0km");
    QTest::newRow("a line separator") << QByteArray("a\xe2\x80\xa8"
                                                    "b");
    QTest::newRow("tabs and bells") << QByteArray("a\tb\ac");
    QTest::newRow("CRLF") << QByteArray("--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n");
}

/** Through an editor, as a person sends it without a change. */
void EditableTextTest::comesBackAsItWas()
{
    QFETCH(QByteArray, bytes);
    const EditableText text(bytes);
    QCOMPARE(text.obstacle(), EditableText::Obstacle::None);
    QPlainTextEdit editor;
    editor.setPlainText(text.text());
    const QString back = editor.document()->toRawText().replace(QChar(QChar::ParagraphSeparator), QLatin1Char('\n'));
    QCOMPARE(back, text.text());
    QCOMPARE(text.bytesOf(back), bytes);
}

void EditableTextTest::keepsItsKindOfLineEnd()
{
    QCOMPARE(EditableText("a\r\nb").bytesOf(QStringLiteral("a\nb\nc")), QByteArray("a\r\nb\r\nc"));
    QCOMPARE(EditableText("a\nb").bytesOf(QStringLiteral("a\nb\nc")), QByteArray("a\nb\nc"));
}

void EditableTextTest::cannotBeEdited_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<EditableText::Obstacle>("obstacle");
    using Obstacle = EditableText::Obstacle;
    QTest::newRow("not UTF-8") << QByteArray("a\xff") << Obstacle::NotText;
    QTest::newRow("a byte order mark") << QByteArray("\xef\xbb\xbf{}") << Obstacle::NotText;
    QTest::newRow("a NUL") << QByteArray("a\0b", 3) << Obstacle::NotText;
    QTest::newRow("a paragraph separator") << QByteArray("a\xe2\x80\xa9"
                                                         "b")
                                           << Obstacle::NotText;
    QTest::newRow("mixed line ends") << QByteArray("a\r\nb\nc") << Obstacle::MixedLineEnds;
    QTest::newRow("a bare carriage return") << QByteArray("a\rb") << Obstacle::MixedLineEnds;
    QTest::newRow("over 1 MiB") << QByteArray(1024 * 1024 + 1, 'x') << Obstacle::TooLarge;
}

void EditableTextTest::cannotBeEdited()
{
    QFETCH(QByteArray, bytes);
    QFETCH(EditableText::Obstacle, obstacle);
    const EditableText text(bytes);
    QCOMPARE(text.obstacle(), obstacle);
    QVERIFY(text.text().isEmpty());
}

QTEST_MAIN(EditableTextTest)
#include "tst_editabletext.moc"
