// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/settings/looking.h"
#include "widgets/settings/aboutdialog.h"
#include "widgets/settings/shortcutlist.h"
#include "widgets/settings/shortcutsdialog.h"

#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace earshot;

class ShortcutsDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsShortcutsUnderTheirMenus();
    void findsByActionAndByKey();
    void closesOnEscape();
    void aboutNamesVersionAndLibraries();

private:
    Theme m_theme;
    QMenu m_file{QStringLiteral("&File")};
    QAction *m_export = m_file.addAction(QStringLiteral("&Export…"));
    QAction *m_print = m_file.addAction(QStringLiteral("Print"));
    QAction m_follow{QStringLiteral("Follow")};
    QAction m_plain{QStringLiteral("No key")};
};

void ShortcutsDialogTest::initTestCase()
{
    m_theme.choose(ThemeChoice::Light);
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
    m_export->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    m_print->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
    m_follow.setShortcuts({QKeySequence(Qt::Key_L), QKeySequence(Qt::CTRL | Qt::Key_Home)});
}

void ShortcutsDialogTest::listsShortcutsUnderTheirMenus()
{
    ShortcutsDialog dialog({m_export, m_print, nullptr, &m_follow, &m_plain});
    const auto *list = dialog.findChild<ShortcutList *>();
    QCOMPARE(list->shownCount(), 3);
    const QAbstractItemModel &model = *list->model();
    QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("File"));
    QCOMPARE(model.rowCount(model.index(0, 0)), 2);
    QCOMPARE(model.index(0, 0, model.index(0, 0)).data().toString(), QStringLiteral("Export"));
    QCOMPARE(model.index(0, 1, model.index(1, 0)).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("L, Ctrl+Home"));
    dialog.show();
    saveShot(dialog, QStringLiteral("shortcuts"));
    QTRY_COMPARE(clippedTexts(dialog), QString());
}

void ShortcutsDialogTest::findsByActionAndByKey()
{
    ShortcutsDialog dialog({m_export, m_print, &m_follow});
    dialog.show();
    const auto *list = dialog.findChild<ShortcutList *>();
    auto *search = dialog.findChild<QLineEdit *>();
    QTest::keyClicks(search, QStringLiteral("file pri"));
    QCOMPARE(list->shownCount(), 1);
    search->clear();
    QTest::keyClicks(search, QStringLiteral("ctrl+home"));
    QCOMPARE(list->shownCount(), 1);
    search->clear();
    QTest::keyClicks(search, QStringLiteral("(")); // no pattern, a letter
    QCOMPARE(list->shownCount(), 0);
    QVERIFY(!list->isVisible());
    search->clear();
    QCOMPARE(list->shownCount(), 3);
    QVERIFY(list->isVisible());
}

void ShortcutsDialogTest::closesOnEscape()
{
    ShortcutsDialog dialog({m_export});
    dialog.show();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void ShortcutsDialogTest::aboutNamesVersionAndLibraries()
{
    AboutDialog dialog;
    dialog.show();
    saveShot(dialog, QStringLiteral("about"));
    QTRY_COMPARE(clippedTexts(dialog), QString());
    const QString versions = AboutDialog::versions();
    QVERIFY(versions.startsWith(QLatin1StringView("Earshot ")));
    QVERIFY(versions.contains(QString(QLatin1StringView("Qt ") + QString::fromLatin1(qVersion()))));
    for (const QString &line : versions.split(QLatin1Char('\n')))
        QVERIFY2(line.contains(QLatin1Char(' ')), qPrintable(line)); // a version beside each name

    const QList<QPushButton *> buttons = dialog.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == QLatin1StringView("Copy versions"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), versions);
}

QTEST_MAIN(ShortcutsDialogTest)

#include "tst_shortcutsdialog.moc"
