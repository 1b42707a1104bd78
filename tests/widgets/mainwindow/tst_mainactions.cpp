// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/settings/looking.h"
#include "widgets/mainwindow/mainactions.h"

#include <QHash>
#include <QMenuBar>
#include <QTest>

using namespace earshot;

class MainActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void givesEveryActionItsWords();
    void givesNoTwoActionsTheSameKeys();
    void hasEveryActionInTheMenusOnce();
    void worksWithoutItsMenus();
    void choosesOnePerspectiveAtATime();
    void speaksAnotherLanguage();

private:
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<MainActions> m_actions;
};

void MainActionsTest::init()
{
    m_window = std::make_unique<QWidget>();
    m_actions = std::make_unique<MainActions>(m_window.get());
}

void MainActionsTest::cleanup()
{
    m_actions.reset();
    m_window.reset();
}

void MainActionsTest::givesEveryActionItsWords()
{
    const QList<QAction *> made = m_actions->findChildren<QAction *>();
    QVERIFY(made.size() > 40);
    QCOMPARE(m_actions->all().size(), made.size());
    QHash<QString, QAction *> byWords;
    for (QAction *action : made) {
        QVERIFY(!action->text().isEmpty());
        QVERIFY2(!byWords.contains(action->text()), qPrintable(action->text()));
        byWords.insert(action->text(), action);
    }
}

void MainActionsTest::givesNoTwoActionsTheSameKeys()
{
    QHash<QKeySequence, QString> owners;
    const QList<QAction *> actions = m_actions->all();
    for (const QAction *action : actions) {
        const QList<QKeySequence> shortcuts = action->shortcuts();
        for (const QKeySequence &keys : shortcuts) {
            QVERIFY2(!owners.contains(keys),
                     qPrintable(QStringLiteral("%1: %2, %3").arg(keys.toString(), owners.value(keys), action->text())));
            owners.insert(keys, action->text());
        }
    }
    QVERIFY(owners.size() > 25);
}

void MainActionsTest::hasEveryActionInTheMenusOnce()
{
    QMenuBar bar;
    m_actions->fill(bar);
    QHash<const QAction *, int> places;
    const QList<QMenu *> menus = bar.findChildren<QMenu *>();
    QVERIFY(menus.contains(m_actions->viewsMenu()));
    for (const QMenu *menu : menus) {
        QVERIFY(!menu->title().isEmpty());
        const QList<QAction *> listed = menu->actions();
        for (const QAction *action : listed)
            ++places[action];
    }
    const QList<QAction *> actions = m_actions->all();
    for (const QAction *action : actions)
        QVERIFY2(places.value(action) == 1, qPrintable(action->text()));
}

void MainActionsTest::worksWithoutItsMenus()
{
    const QList<QAction *> ofWindow = m_window->actions();
    const QList<QAction *> actions = m_actions->all();
    for (QAction *action : actions)
        QVERIFY2(ofWindow.contains(action), qPrintable(action->text()));
}

void MainActionsTest::choosesOnePerspectiveAtATime()
{
    m_actions->perspective(Perspective::Live)->trigger();
    m_actions->perspective(Perspective::Reports)->trigger();
    QVERIFY(!m_actions->perspective(Perspective::Live)->isChecked());
    QVERIFY(m_actions->perspective(Perspective::Reports)->isChecked());
    QCOMPARE(m_actions->perspective(Perspective::Inspect)->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_2));
}

void MainActionsTest::speaksAnotherLanguage()
{
    QMenuBar bar;
    m_actions->fill(bar);
    QStringList before;
    const QList<QAction *> actions = m_actions->all();
    for (const QAction *action : actions)
        before.append(action->text());
    LongTranslation translation;
    QCoreApplication::installTranslator(&translation);
    m_actions->retranslate();
    for (qsizetype i = 0; i < actions.size(); ++i)
        QVERIFY2(actions.at(i)->text() != before.at(i), qPrintable(before.at(i)));
    QVERIFY(m_actions->viewsMenu()->title() != QStringLiteral("&Saved views"));
    QCoreApplication::removeTranslator(&translation);
}

QTEST_MAIN(MainActionsTest)
#include "tst_mainactions.moc"
