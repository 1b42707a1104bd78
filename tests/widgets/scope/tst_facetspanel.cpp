// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/scope/scopefloor.h"
#include "widgets/scope/facetlistmodel.h"
#include "widgets/scope/facetlistview.h"
#include "widgets/scope/facetspanel.h"
#include "widgets/scope/timehistogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace earshot;

class FacetsPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsGroupsInTheirOrder();
    void speaksItsRows();
    void includesOnClickAndTakesBack();
    void addsWithCtrl();
    void excludesWithAlt();
    void worksByKeyboard();
    void foldsGroups();
    void unfoldsManyValues();
    void movesNoRowWhenOnlyCountsChange();
    void keepsTheCurrentRow();
    void brushesByDragging();
    void brushesByKeyboard();
    void saysWhatItsBarsAre();
    void countsOnlyWhileItIsSeen();
    void asksToBeClosed();
    void isDrawn();
};

namespace {

class Panel
{
public:
    explicit Panel(ScopeFloor &sharedFloor)
        : floor(sharedFloor)
        , facets(floor.reader, floor.scope, floor.clock)
        , panel(facets, floor.scope, floor.settings)
        , model(panel.findChild<FacetListModel *>())
        , list(panel.findChild<FacetListView *>())
        , histogram(panel.findChild<TimeHistogram *>())
    {
        panel.resize(196, 900);
        panel.show();
        QApplication::setActiveWindow(&panel);
    }

    /** Waits for the counts of what the scope is now. */
    bool count()
    {
        return QTest::qWaitFor([this] { return facets.isLoaded() && facets.query() == floor.scope.query(); });
    }

    QModelIndex index(const char *field, const QString &value) const
    {
        return model->index(model->rowOf(QString::fromLatin1(field), value));
    }

    void click(const QModelIndex &index, Qt::KeyboardModifiers modifiers = {}) const
    {
        list->scrollTo(index);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, modifiers, list->visualRect(index).center());
    }

    QStringList words(FacetRow::Kind kind) const
    {
        QStringList words;
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->row(row).kind == kind)
                words.append(model->row(row).word);
        }
        return words;
    }

    ScopeFloor &floor;
    Facets facets;
    FacetsPanel panel;
    FacetListModel *model;
    FacetListView *list;
    TimeHistogram *histogram;
};

} // namespace

void FacetsPanelTest::listsGroupsInTheirOrder()
{
    ScopeFloor floor;
    floor.addUsual();
    Panel panel(floor);
    QAbstractItemModelTester tester(panel.model);
    QVERIFY(panel.count());
    QCOMPARE(panel.words(FacetRow::Kind::Heading),
             QStringList({QStringLiteral("Status"), QStringLiteral("Outcome"), QStringLiteral("Source"),
                          QStringLiteral("Channel"), QStringLiteral("Duration")}));
    QCOMPARE(panel.words(FacetRow::Kind::Value).mid(0, 5),
             QStringList({QStringLiteral("In progress"), QStringLiteral("Completed"), QStringLiteral("Failed"),
                          QStringLiteral("Booked"), QStringLiteral("Spam")}));
    QVERIFY(panel.words(FacetRow::Kind::Value).contains(QStringLiteral("1–2 min")));
}

void FacetsPanelTest::speaksItsRows()
{
    ScopeFloor floor;
    floor.addUsual();
    Panel panel(floor);
    QVERIFY(panel.count());
    const auto spoken = [&](const char *field, const QString &value) {
        return panel.index(field, value).data(Qt::AccessibleTextRole).toString();
    };
    QCOMPARE(spoken("status", QStringLiteral("completed")), QStringLiteral("Status, Completed, 4"));
    QVERIFY(floor.scope.setFilter(QStringLiteral("-status:completed")));
    QCOMPARE(spoken("status", QStringLiteral("completed")), QStringLiteral("Status, Completed, 4, left out"));
}

void FacetsPanelTest::includesOnClickAndTakesBack()
{
    ScopeFloor floor;
    floor.addUsual();
    Panel panel(floor);
    QVERIFY(panel.count());
    panel.click(panel.index("outcome", QStringLiteral("booked")));
    QCOMPARE(floor.scope.filter(), QStringLiteral("outcome:booked"));
    QVERIFY(panel.model->row(panel.index("outcome", QStringLiteral("booked")).row()).isIncluded);
    QVERIFY(panel.count());
    panel.click(panel.index("outcome", QStringLiteral("spam")));
    QCOMPARE(floor.scope.filter(), QStringLiteral("outcome:spam"));
    panel.click(panel.index("outcome", QStringLiteral("spam")));
    QCOMPARE(floor.scope.filter(), QString());
}

void FacetsPanelTest::addsWithCtrl()
{
    ScopeFloor floor;
    floor.addUsual();
    Panel panel(floor);
    QVERIFY(panel.count());
    panel.click(panel.index("outcome", QStringLiteral("booked")));
    panel.click(panel.index("outcome", QString()), Qt::ControlModifier);
    QVERIFY(panel.count());
    const FieldTerms terms = fieldTerms(floor.scope.filter(), QStringLiteral("outcome"));
    QCOMPARE(terms, (FieldTerms{{QStringLiteral("booked"), QString()}, {}}));
    QCOMPARE(panel.facets.groups()[0].values.first().count, 3); // completed ones among both
    panel.click(panel.index("outcome", QStringLiteral("booked")), Qt::ControlModifier);
    QCOMPARE(floor.scope.filter(), QStringLiteral("outcome:none"));
}

void FacetsPanelTest::excludesWithAlt()
{
    ScopeFloor floor;
    floor.addUsual();
    Panel panel(floor);
    QVERIFY(panel.count());
    panel.click(panel.index("source", QStringLiteral("Web chat")), Qt::AltModifier);
    QCOMPARE(floor.scope.filter(), QStringLiteral("-source:\"Web chat\""));
    QVERIFY(panel.model->row(panel.index("source", QStringLiteral("Web chat")).row()).isExcluded);
    panel.click(panel.index("source", QStringLiteral("Web chat")), Qt::AltModifier);
    QCOMPARE(floor.scope.filter(), QString());
}

void FacetsPanelTest::worksByKeyboard()
{
    ScopeFloor floor;
    floor.addUsual();
    Panel panel(floor);
    QVERIFY(panel.count());
    panel.list->setFocus();
    panel.list->setCurrentIndex(panel.index("outcome", QStringLiteral("booked")));
    QTest::keyClick(panel.list, Qt::Key_Space);
    QCOMPARE(floor.scope.filter(), QStringLiteral("outcome:booked"));
    QTest::keyClick(panel.list, Qt::Key_Down);
    QTest::keyClick(panel.list, Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(fieldTerms(floor.scope.filter(), QStringLiteral("outcome")).includes(QStringLiteral("spam")));
    QTest::keyClick(panel.list, Qt::Key_Space, Qt::AltModifier);
    QVERIFY(fieldTerms(floor.scope.filter(), QStringLiteral("outcome")).excludes(QStringLiteral("spam")));
}

void FacetsPanelTest::foldsGroups()
{
    ScopeFloor floor;
    floor.addUsual();
    Panel panel(floor);
    QVERIFY(panel.count());
    panel.click(panel.model->index(panel.model->rowOf(QStringLiteral("outcome"), std::nullopt)));
    QCOMPARE(panel.model->rowOf(QStringLiteral("outcome"), QStringLiteral("booked")), -1);
    QCOMPARE(panel.panel.folded(), QStringList{QStringLiteral("outcome")});
    panel.list->setCurrentIndex(panel.index("status", QStringLiteral("failed")));
    QTest::keyClick(panel.list, Qt::Key_Left);
    QCOMPARE(panel.model->row(panel.list->currentIndex().row()).kind, FacetRow::Kind::Heading);
    QTest::keyClick(panel.list, Qt::Key_Right);
    QVERIFY(panel.model->rowOf(QStringLiteral("status"), QStringLiteral("failed")) > 0);
}

void FacetsPanelTest::unfoldsManyValues()
{
    ScopeFloor floor;
    for (int i = 0; i < 20; ++i) {
        const qint64 id = floor.add(60 + i, Status::Completed, QString());
        floor.store.run(QStringLiteral("UPDATE conversation SET \"agent\" = ? WHERE \"id\" = ?"),
                        {QStringLiteral("Agent %1").arg(i, 2, 10, QLatin1Char('0')), id});
    }
    Panel panel(floor);
    QAbstractItemModelTester tester(panel.model);
    QVERIFY(panel.count());
    QCOMPARE(panel.words(FacetRow::Kind::More), QStringList{QStringLiteral("12 more…")});
    QVERIFY(panel.model->rowOf(QStringLiteral("agent"), QStringLiteral("Agent 08")) < 0);
    const int more = panel.model->rowOf(QStringLiteral("agent"), QStringLiteral("Agent 07")) + 1;
    panel.click(panel.model->index(more));
    QVERIFY(panel.model->rowOf(QStringLiteral("agent"), QStringLiteral("Agent 19")) > 0);
    QVERIFY(floor.scope.setFilter(QStringLiteral("agent:\"agent 15\"")));
    QCOMPARE(panel.words(FacetRow::Kind::More), QStringList{QStringLiteral("Fewer")});
    panel.model->toggleAll(QStringLiteral("agent"));
    QVERIFY(panel.model->rowOf(QStringLiteral("agent"), QStringLiteral("Agent 15")) > 0); // what is chosen stays
}

void FacetsPanelTest::movesNoRowWhenOnlyCountsChange()
{
    ScopeFloor floor;
    floor.addUsual();
    Panel panel(floor);
    QAbstractItemModelTester tester(panel.model);
    QVERIFY(panel.count());
    const QStringList before = panel.words(FacetRow::Kind::Value);
    QVERIFY(before.indexOf(QStringLiteral("Front desk")) < before.indexOf(QStringLiteral("Web chat")));
    QSignalSpy removed(panel.model, &QAbstractItemModel::rowsRemoved);
    for (int i = 0; i < 9; ++i)
        floor.add(60, Status::Completed, QStringLiteral("booked"), 30, QStringLiteral("web"));
    QTRY_COMPARE(panel.model->row(panel.index("source", QStringLiteral("Web chat")).row()).count, 10);
    QCOMPARE(panel.words(FacetRow::Kind::Value), before);
    QVERIFY(removed.isEmpty());
}

void FacetsPanelTest::keepsTheCurrentRow()
{
    ScopeFloor floor;
    floor.addUsual();
    Panel panel(floor);
    QVERIFY(panel.count());
    panel.list->setCurrentIndex(panel.index("source", QStringLiteral("Web chat")));
    floor.add(60, Status::Ringing, QString());
    QTRY_VERIFY(panel.index("status", QStringLiteral("ringing")).isValid());
    QCOMPARE(panel.list->currentIndex(), panel.index("source", QStringLiteral("Web chat")));
}

void FacetsPanelTest::brushesByDragging()
{
    ScopeFloor floor;
    floor.addUsual();
    Panel panel(floor);
    QVERIFY(panel.count());
    QCOMPARE(panel.histogram->barCount(), 24);
    const QPoint from = panel.histogram->barPlace(6).center();
    const QPoint to = panel.histogram->barPlace(9).center();
    QTest::mousePress(panel.histogram, Qt::LeftButton, {}, from);
    QTest::mouseMove(panel.histogram, to);
    QTest::mouseRelease(panel.histogram, Qt::LeftButton, {}, to);
    QCOMPARE(floor.scope.filter(), QStringLiteral("started:2026-05-14T06:00..2026-05-14T09:59"));
    QCOMPARE(panel.histogram->chosen(), std::optional(std::pair(6, 9)));
    QVERIFY(panel.count());
    QCOMPARE(panel.histogram->barCount(), 24); // the whole stays
    QTest::keyClick(panel.histogram, Qt::Key_Escape);
    QVERIFY(floor.scope.filter().isEmpty());
    QVERIFY(!panel.histogram->chosen());
}

void FacetsPanelTest::brushesByKeyboard()
{
    ScopeFloor floor;
    floor.addUsual();
    Panel panel(floor);
    QVERIFY(panel.count());
    panel.histogram->setFocus();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(panel.histogram, Qt::Key_Right);
    QVERIFY(floor.scope.filter().isEmpty());
    QTest::keyClick(panel.histogram, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(panel.histogram, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(floor.scope.filter(), QStringLiteral("started:2026-05-14T02:00..2026-05-14T04:59"));
    QTest::keyClick(panel.histogram, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(floor.scope.filter(), QStringLiteral("started:2026-05-14T02:00..2026-05-14T03:59"));
}

void FacetsPanelTest::saysWhatItsBarsAre()
{
    ScopeFloor floor;
    floor.addUsual();
    Panel panel(floor);
    QVERIFY(panel.count());
    QCOMPARE(panel.histogram->heading(), QStringLiteral("Today by hour"));
    QCOMPARE(panel.histogram->accessibleDescription(), QStringLiteral("Most at 06:00 – 07:00: 2"));
    floor.scope.setRange({TimeRange::Kind::Last7Days, {}, {}});
    QVERIFY(panel.count());
    QCOMPARE(panel.histogram->heading(), QStringLiteral("Last 7 days by day"));
    QCOMPARE(panel.histogram->barCount(), 7);
}

void FacetsPanelTest::countsOnlyWhileItIsSeen()
{
    ScopeFloor floor;
    floor.addUsual();
    Panel panel(floor);
    QVERIFY(panel.count());
    panel.panel.hide();
    QSignalSpy changed(&panel.facets, &Facets::changed);
    QVERIFY(floor.scope.setFilter(QStringLiteral("outcome:booked")));
    panel.panel.show();
    QVERIFY(panel.count());
    QCOMPARE(changed.size(), 1);
}

void FacetsPanelTest::asksToBeClosed()
{
    ScopeFloor floor;
    Panel panel(floor);
    QSignalSpy asked(&panel.panel, &FacetsPanel::closeRequested);
    QTest::mouseClick(panel.panel.findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

void FacetsPanelTest::isDrawn()
{
    if (shotFolder().isEmpty())
        return;
    Theme theme;
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
    ScopeFloor floor;
    floor.addBusyDay();
    for (const auto &[choice, name] : {std::pair(ThemeChoice::Light, QStringLiteral("light")),
                                       std::pair(ThemeChoice::Dark, QStringLiteral("dark"))}) {
        theme.choose(choice);
        QVERIFY(floor.scope.setFilter(QString()));
        Panel panel(floor);
        QVERIFY(panel.count());
        saveShot(panel.panel, QString(u"facets-" + name));
        QVERIFY(floor.scope.setFilter(
            QStringLiteral("channel:phone -outcome:spam started:2026-05-14T09:00..2026-05-14T10:59")));
        QVERIFY(panel.count());
        panel.list->setFocus();
        panel.list->setCurrentIndex(panel.index("outcome", QStringLiteral("quoted")));
        saveShot(panel.panel, QString(u"facets-chosen-" + name));
    }
}

QTEST_MAIN(FacetsPanelTest)
#include "tst_facetspanel.moc"
