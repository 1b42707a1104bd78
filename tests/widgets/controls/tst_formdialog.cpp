// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/formdialog.h"

#include "widgets/controls/emptystate.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace earshot;

class FormDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsAtTheFirstEmptyField();
    void tabsThroughTheContentBeforeTheFooter();
    void aPrimaryButtonInTheContentYieldsToTheFooters();
    void enterPressesThePrimaryButtonOrTheFocusedOne();
    void aReasonStandsUnderItsField();
    void remembersItsSize();
    void anotherWordForCancelStays();
};

void FormDialogTest::startsAtTheFirstEmptyField()
{
    FormDialog dialog;
    QFormLayout *form = dialog.addForm();
    auto *name = new QLineEdit(QStringLiteral("Web chat"));
    auto *address = new QLineEdit;
    dialog.addField(form, QStringLiteral("&Name"), name);
    dialog.addField(form, QStringLiteral("&Address"), address);
    dialog.show();
    QCOMPARE(dialog.focusWidget(), address);
    QCOMPARE(name->accessibleName(), QStringLiteral("Name"));
}

void FormDialogTest::tabsThroughTheContentBeforeTheFooter()
{
    FormDialog dialog;
    QPushButton *test = dialog.addFooterButton(QStringLiteral("Test"));
    auto *name = new QLineEdit;
    dialog.content()->addWidget(name);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *late = new QLineEdit(QStringLiteral("added while it is open"));
    dialog.content()->addWidget(late);
    late->show();
    QCOMPARE(dialog.focusWidget(), name);
    for (QWidget *const next :
         std::initializer_list<QWidget *>{late, test, dialog.cancelButton(), dialog.primaryButton(), name}) {
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QCOMPARE(dialog.focusWidget(), next);
    }
}

void FormDialogTest::aPrimaryButtonInTheContentYieldsToTheFooters()
{
    FormDialog dialog;
    auto *empty = new EmptyState;
    dialog.content()->addWidget(empty);
    dialog.show();
    QVERIFY(!empty->addButton(QStringLiteral("Add"), true)->isDefault());
    QVERIFY(dialog.primaryButton()->isDefault());
    dialog.setPrimaryVisible(false);
    QVERIFY(empty->addButton(QStringLiteral("Add"), true)->isDefault());
}

void FormDialogTest::enterPressesThePrimaryButtonOrTheFocusedOne()
{
    FormDialog dialog;
    QFormLayout *form = dialog.addForm();
    auto *name = new QLineEdit;
    dialog.addField(form, QStringLiteral("Name"), name);
    QPushButton *test = dialog.addFooterButton(QStringLiteral("Test"));
    QSignalSpy tested(test, &QPushButton::clicked);
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QSignalSpy rejected(&dialog, &QDialog::rejected);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    test->setFocus();
    QVERIFY(dialog.primaryButton()->isDefault()); // and stays filled
    QTest::keyClick(test, Qt::Key_Return);
    QCOMPARE(tested.size(), 1);
    QCOMPARE(accepted.size(), 0);
    name->setFocus();
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(accepted.size(), 1);
    dialog.show();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(rejected.size(), 1);
}

void FormDialogTest::aReasonStandsUnderItsField()
{
    FormDialog dialog;
    auto *port = new QLineEdit;
    FieldError *error = dialog.addField(dialog.addForm(FormDialog::Labels::Above), QStringLiteral("Port"), port);
    QVERIFY(error->isHidden());
    error->setError(QStringLiteral("Port 80 needs more rights."), port);
    QVERIFY(!error->isHidden());
    QCOMPARE(port->accessibleDescription(), QStringLiteral("Port 80 needs more rights."));
    error->setError({}, port);
    QVERIFY(error->isHidden());
}

void FormDialogTest::remembersItsSize()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    {
        FormDialog dialog;
        dialog.rememberSize(settings, QStringLiteral("dialog/size"));
        dialog.resize(640, 480);
        dialog.show();
        dialog.reject();
    }
    FormDialog again;
    again.rememberSize(settings, QStringLiteral("dialog/size"));
    QCOMPARE(again.size(), QSize(640, 480));
}

void FormDialogTest::anotherWordForCancelStays()
{
    FormDialog dialog;
    QCOMPARE(dialog.cancelButton()->text(), QStringLiteral("Cancel"));
    dialog.cancelButton()->setText(QStringLiteral("Close"));
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&dialog, &change);
    QCOMPARE(dialog.cancelButton()->text(), QStringLiteral("Close"));
}

QTEST_MAIN(FormDialogTest)
#include "tst_formdialog.moc"
