// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/copyfield.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;

namespace {

const QString c_address = QStringLiteral("https://hooks.example/hook/n4uYw0ZcVb7-3kDqTq7u8DkWc3JH2aPPoJrLtQx3f");

} // namespace

class CopyFieldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsBothEnds();
    void copiesTheWhole();
    void copiesTheWholeByKey();
    void saysSoOnItsButton();
    void tellsAssistiveToolsAll();
};

void CopyFieldTest::showsBothEnds()
{
    CopyField field(c_address);
    field.resize(320, 28);
    field.show();
    const auto *edit = field.findChild<QLineEdit *>();
    QTRY_VERIFY(edit->text().size() < c_address.size());
    QVERIFY(edit->text().contains(QChar(u'\u2026')));
    QVERIFY(edit->text().startsWith(QStringLiteral("https://")));
    QVERIFY(c_address.endsWith(edit->text().last(4)));
    QVERIFY(edit->isReadOnly());
    field.resize(2000, 28);
    QTRY_COMPARE(edit->text(), c_address);
}

void CopyFieldTest::copiesTheWhole()
{
    CopyField field(c_address);
    field.resize(200, 28);
    QSignalSpy copied(&field, &CopyField::copied);
    field.button()->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), c_address);
    QCOMPARE(copied.size(), 1);
}

void CopyFieldTest::copiesTheWholeByKey()
{
    QGuiApplication::clipboard()->clear();
    CopyField field(c_address);
    field.resize(200, 28);
    field.show();
    auto *edit = field.findChild<QLineEdit *>();
    edit->selectAll();
    QTest::keySequence(edit, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), c_address);
}

void CopyFieldTest::saysSoOnItsButton()
{
    CopyField field(c_address);
    const int width = field.button()->sizeHint().expandedTo(field.button()->minimumSize()).width();
    field.copy();
    QCOMPARE(field.button()->text(), QStringLiteral("Copied"));
    QCOMPARE(field.button()->sizeHint().expandedTo(field.button()->minimumSize()).width(), width);
    QTRY_COMPARE_WITH_TIMEOUT(field.button()->text(), QStringLiteral("Copy"), 10'000);
}

void CopyFieldTest::tellsAssistiveToolsAll()
{
    CopyField field(c_address);
    field.setName(QStringLiteral("Address"));
    const auto *edit = field.findChild<QLineEdit *>();
    QCOMPARE(edit->accessibleName(), QStringLiteral("Address"));
    QCOMPARE(edit->accessibleDescription(), c_address);
}

QTEST_MAIN(CopyFieldTest)
#include "tst_copyfield.moc"
