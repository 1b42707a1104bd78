// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/replay/replayfloor.h"
#include "widgets/replay/headerfieldtable.h"

#include <QSignalSpy>
#include <QTableWidget>

using namespace earshot;

class HeaderFieldTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsFields();
    void isEditedByKeyboard();
    void addsByKeyboard();
    void removesByKeyboard();
    void leavesOutWhatHasNoName();
};

void HeaderFieldTableTest::showsFields()
{
    HeaderFieldTable table;
    const QList<HeaderField> fields{{"Content-Type", "application/json"}, {"X-Empty", ""}};
    const QSignalSpy changed(&table, &HeaderFieldTable::changed);
    table.setFields(fields);
    QCOMPARE(table.fields(), fields);
    QVERIFY(changed.isEmpty());
}

void HeaderFieldTableTest::isEditedByKeyboard()
{
    HeaderFieldTable table;
    table.setFields({{"X-A", "1"}});
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    const QSignalSpy changed(&table, &HeaderFieldTable::changed);
    table.table()->setCurrentCell(0, 1);
    QTest::keyClick(table.table(), Qt::Key_F2);
    auto *editor = table.findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("23"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(table.fields(), QList<HeaderField>({{"X-A", "23"}}));
    QCOMPARE(changed.size(), 1);
}

void HeaderFieldTableTest::addsByKeyboard()
{
    HeaderFieldTable table;
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    QTest::keyClick(table.table(), Qt::Key_Insert);
    auto *editor = table.findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("X-New"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(table.fields(), QList<HeaderField>({{"X-New", ""}}));
}

void HeaderFieldTableTest::removesByKeyboard()
{
    HeaderFieldTable table;
    table.setFields({{"X-A", "1"}, {"X-B", "2"}});
    table.table()->setCurrentCell(0, 0);
    QTest::keyClick(table.table(), Qt::Key_Delete);
    QCOMPARE(table.fields(), QList<HeaderField>({{"X-B", "2"}}));
}

void HeaderFieldTableTest::leavesOutWhatHasNoName()
{
    HeaderFieldTable table;
    table.setFields({{"", "1"}, {"X-B", " 2 "}});
    QCOMPARE(table.fields(), QList<HeaderField>({{"X-B", "2"}}));
}

QTEST_MAIN(HeaderFieldTableTest)
#include "tst_headerfieldtable.moc"
