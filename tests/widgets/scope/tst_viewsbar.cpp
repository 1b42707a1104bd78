// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/scope/scopefloor.h"
#include "widgets/scope/viewsbar.h"
#include "widgets/scope/viewtabs.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace earshot;

class ViewsBarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithWhatEarshotBrings();
    void bringsFiltersThatAreUnderstood_data();
    void bringsFiltersThatAreUnderstood();
    void writesAViewIntoTheScope();
    void followsTheScopeUntilItIsSaved();
    void keepsWhatIsNotSavedWithItsTab();
    void discardsChanges();
    void savesUnderAnotherName();
    void renamesInPlace();
    void keepsTheNameOnEscape();
    void closesAndTakesBack();
    void keepsTheLastView();
    void goesByKeys();
    void keepsFilterAndRangeWhenTheKindChanges();
    void asksForTheOrderOfAView();
    void countsRowsAndWhatIsNew();
    void survivesSettings();
    void refusesBrokenSettings_data();
    void refusesBrokenSettings();
    void isDrawn();
};

namespace {

class Bar
{
public:
    Bar()
        : bar(floor.scope, floor.reader, floor.clock, floor.settings)
        , tabs(bar.findChild<ViewTabs *>())
    {
        bar.resize(900, bar.sizeHint().height());
        bar.show();
        QApplication::setActiveWindow(&bar);
        QTest::qWait(0);
    }

    QStringList names() const
    {
        QStringList names;
        for (int i = 0; i < tabs->count(); ++i)
            names.append(tabs->tabText(i));
        return names;
    }

    void clickTab(int tab) const { QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center()); }

    QLineEdit *nameField() const
    {
        auto *field = tabs->findChild<QLineEdit *>();
        return field->isVisible() ? field : nullptr;
    }

    ScopeFloor floor;
    ViewsBar bar;
    ViewTabs *tabs;
};

} // namespace

void ViewsBarTest::startsWithWhatEarshotBrings()
{
    Bar bar;
    QCOMPARE(bar.names(), QStringList({QStringLiteral("All"), QStringLiteral("Running"), QStringLiteral("Booked"),
                                       QStringLiteral("Missed"), QStringLiteral("Follow up")}));
    QCOMPARE(bar.bar.currentPlace(), 0);
    bar.bar.setKind(RecordKind::Deliveries);
    QCOMPARE(bar.names(), QStringList({QStringLiteral("All deliveries"), QStringLiteral("Duplicates"),
                                       QStringLiteral("Not understood"), QStringLiteral("Malformed"),
                                       QStringLiteral("Quarantine")}));
}

void ViewsBarTest::bringsFiltersThatAreUnderstood_data()
{
    QTest::addColumn<int>("place");
    const QList<SavedView> views = shippedViews();
    for (int i = 0; i < views.size(); ++i)
        QTest::newRow(qUtf8Printable(views[i].key)) << i;
}

void ViewsBarTest::bringsFiltersThatAreUnderstood()
{
    QFETCH(const int, place);
    const SavedView view = shippedViews()[place];
    QVERIFY(Filter::parse(view.filter, filterSchema(view.kind)));
    QVERIFY(!viewName(view).isEmpty());
}

void ViewsBarTest::writesAViewIntoTheScope()
{
    Bar bar;
    QSignalSpy changed(&bar.bar, &ViewsBar::currentChanged);
    bar.clickTab(2);
    QCOMPARE(bar.floor.scope.filter(), QStringLiteral("outcome:booked"));
    QCOMPARE(bar.bar.current().key, QStringLiteral("booked"));
    QVERIFY(!bar.bar.isCurrentChanged());
    QCOMPARE(changed.size(), 1);
    bar.clickTab(0);
    QVERIFY(bar.floor.scope.filter().isEmpty());
}

void ViewsBarTest::followsTheScopeUntilItIsSaved()
{
    Bar bar;
    QSignalSpy changed(&bar.bar, &ViewsBar::viewsChanged);
    QVERIFY(!bar.bar.saveAction()->isEnabled());
    QVERIFY(bar.floor.scope.setFilter(QStringLiteral("refund")));
    QVERIFY(bar.bar.isCurrentChanged());
    QVERIFY(bar.tabs->accessibleTabName(0).contains(QStringLiteral("changed, not saved")));
    QVERIFY(changed.isEmpty());
    bar.bar.saveAction()->trigger();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(bar.bar.views()[0].filter, QStringLiteral("refund"));
    QVERIFY(!bar.bar.isCurrentChanged());
    bar.floor.scope.setRange({TimeRange::Kind::Yesterday, {}, {}});
    QVERIFY(bar.bar.isCurrentChanged());
}

void ViewsBarTest::keepsWhatIsNotSavedWithItsTab()
{
    Bar bar;
    QVERIFY(bar.floor.scope.setFilter(QStringLiteral("refund")));
    bar.clickTab(2);
    bar.clickTab(0);
    QCOMPARE(bar.floor.scope.filter(), QStringLiteral("refund"));
    QVERIFY(bar.bar.isCurrentChanged());
}

void ViewsBarTest::discardsChanges()
{
    Bar bar;
    bar.clickTab(2);
    QVERIFY(bar.floor.scope.setFilter(QStringLiteral("refund")));
    bar.bar.discardAction()->trigger();
    QCOMPARE(bar.floor.scope.filter(), QStringLiteral("outcome:booked"));
    QVERIFY(!bar.bar.discardAction()->isEnabled());
}

void ViewsBarTest::savesUnderAnotherName()
{
    Bar bar;
    QVERIFY(bar.floor.scope.setFilter(QStringLiteral("refund")));
    QTest::mouseClick(bar.bar.findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(bar.nameField());
    QTest::keyClicks(bar.nameField(), QStringLiteral("Refunds"));
    QTest::keyClick(bar.nameField(), Qt::Key_Return);
    QVERIFY(!bar.nameField());
    QCOMPARE(bar.names().mid(0, 3),
             QStringList({QStringLiteral("All"), QStringLiteral("Refunds"), QStringLiteral("Running")}));
    QCOMPARE(bar.bar.currentPlace(), 1);
    QCOMPARE(bar.bar.views()[1].filter, QStringLiteral("refund"));
    QVERIFY(bar.bar.views()[0].filter.isEmpty());
    QCOMPARE(bar.floor.scope.filter(), QStringLiteral("refund"));
    bar.clickTab(0);
    QVERIFY(bar.floor.scope.filter().isEmpty());
}

void ViewsBarTest::renamesInPlace()
{
    Bar bar;
    bar.clickTab(2);
    bar.bar.renameAction()->trigger();
    QVERIFY(bar.nameField());
    QTest::keyClicks(bar.nameField(), QStringLiteral("Sold & done"));
    QTest::keyClick(bar.nameField(), Qt::Key_Return);
    QCOMPARE(bar.bar.views()[2].name, QStringLiteral("Sold & done"));
    QVERIFY(!bar.bar.isCurrentChanged());
    QCOMPARE(bar.bar.numberActions()[2]->text(), QStringLiteral("Sold && done"));
}

void ViewsBarTest::keepsTheNameOnEscape()
{
    Bar bar;
    QTest::mouseDClick(bar.tabs, Qt::LeftButton, {}, bar.tabs->tabRect(2).center());
    QVERIFY(bar.nameField());
    QTest::keyClicks(bar.nameField(), QStringLiteral("Sold"));
    QTest::keyClick(bar.nameField(), Qt::Key_Escape);
    QVERIFY(!bar.nameField());
    QCOMPARE(bar.names()[2], QStringLiteral("Booked"));
}

void ViewsBarTest::closesAndTakesBack()
{
    Bar bar;
    bar.clickTab(2);
    QSignalSpy closed(&bar.bar, &ViewsBar::viewClosed);
    bar.bar.closeAction()->trigger();
    QCOMPARE(closed.size(), 1);
    QCOMPARE(bar.bar.viewCount(), 4);
    QCOMPARE(bar.bar.current().key, QStringLiteral("missed"));
    bar.bar.restoreView(closed[0][0].value<SavedView>(), closed[0][1].toInt());
    QCOMPARE(bar.names()[2], QStringLiteral("Booked"));
    QCOMPARE(bar.bar.currentPlace(), 2);
    QCOMPARE(bar.floor.scope.filter(), QStringLiteral("outcome:booked"));
}

void ViewsBarTest::keepsTheLastView()
{
    Bar bar;
    SavedView only = shippedViews()[0];
    bar.bar.setViews({only});
    QCOMPARE(bar.bar.viewCount(), 1);
    QVERIFY(!bar.bar.closeAction()->isEnabled());
    bar.bar.setKind(RecordKind::Deliveries);
    QCOMPARE(bar.bar.viewCount(), 5);
}

void ViewsBarTest::goesByKeys()
{
    Bar bar;
    QTest::keyClick(&bar.bar, Qt::Key_3, Qt::AltModifier);
    QCOMPARE(bar.bar.currentPlace(), 2);
    QTest::keyClick(&bar.bar, Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(bar.bar.currentPlace(), 3);
    QTest::keyClick(&bar.bar, Qt::Key_PageUp, Qt::ControlModifier);
    QTest::keyClick(&bar.bar, Qt::Key_PageUp, Qt::ControlModifier);
    QTest::keyClick(&bar.bar, Qt::Key_PageUp, Qt::ControlModifier);
    QTest::keyClick(&bar.bar, Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(bar.bar.currentPlace(), 4);
    QTest::keyClick(&bar.bar, Qt::Key_9, Qt::AltModifier);
    QCOMPARE(bar.bar.currentPlace(), 4);
    QTest::keyClick(&bar.bar, Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(bar.bar.viewCount(), 4);
}

void ViewsBarTest::keepsFilterAndRangeWhenTheKindChanges()
{
    Bar bar;
    QVERIFY(bar.floor.scope.setFilter(QStringLiteral("source:\"Web chat\"")));
    bar.bar.setKind(RecordKind::Deliveries);
    QCOMPARE(bar.floor.scope.filter(), QStringLiteral("source:\"Web chat\""));
    QVERIFY(bar.bar.isCurrentChanged());
    bar.bar.setKind(RecordKind::Conversations);
    QCOMPARE(bar.floor.scope.filter(), QStringLiteral("source:\"Web chat\""));
    QCOMPARE(bar.bar.currentPlace(), 0);
}

void ViewsBarTest::asksForTheOrderOfAView()
{
    Bar bar;
    QSignalSpy asked(&bar.bar, &ViewsBar::sortRequested);
    bar.bar.setSort(5, Qt::AscendingOrder);
    QVERIFY(asked.isEmpty());
    QVERIFY(bar.bar.isCurrentChanged());
    bar.clickTab(2);
    QCOMPARE(asked.last()[0].toInt(), -1);
    bar.clickTab(0);
    QCOMPARE(asked.last()[0].toInt(), 5);
    QCOMPARE(asked.last()[1].value<Qt::SortOrder>(), Qt::AscendingOrder);
}

void ViewsBarTest::countsRowsAndWhatIsNew()
{
    Bar bar;
    bar.floor.addUsual();
    bar.clickTab(4); // counts at once, whatever the reader has heard of by now
    QTRY_VERIFY(bar.tabs->accessibleTabName(2).startsWith(QStringLiteral("Booked, 3 rows")));
    QTRY_VERIFY(bar.tabs->accessibleTabName(0).startsWith(QStringLiteral("All, 6 rows")));
    QTRY_VERIFY((bar.floor.add(60, Status::Completed, QStringLiteral("booked")),
                 bar.tabs->accessibleTabName(2).contains(QStringLiteral(" new"))));
    bar.clickTab(2);
    QVERIFY(!bar.tabs->accessibleTabName(2).contains(QStringLiteral(" new")));
}

void ViewsBarTest::survivesSettings()
{
    SavedView view;
    view.name = QStringLiteral("Refunds");
    view.kind = RecordKind::Deliveries;
    view.filter = QStringLiteral("refund");
    view.range = {TimeRange::Kind::Days, QDate(2026, 5, 4), QDate(2026, 5, 8)};
    view.sortColumn = 3;
    view.sortOrder = Qt::AscendingOrder;
    QCOMPARE(savedViewFrom(toVariantMap(view)), std::optional(view));
    for (const SavedView &shipped : shippedViews())
        QCOMPARE(savedViewFrom(toVariantMap(shipped)), std::optional(shipped));
}

void ViewsBarTest::refusesBrokenSettings_data()
{
    QTest::addColumn<QString>("lost");
    QTest::addColumn<QString>("value");
    QTest::newRow("no name") << QStringLiteral("name") << QString();
    QTest::newRow("no kind") << QStringLiteral("kind") << QStringLiteral("calls");
    QTest::newRow("no range") << QStringLiteral("range") << QStringLiteral("tomorrow");
}

void ViewsBarTest::refusesBrokenSettings()
{
    QFETCH(const QString, lost);
    QFETCH(const QString, value);
    SavedView view;
    view.name = QStringLiteral("Refunds");
    QVariantMap map = toVariantMap(view);
    QVERIFY(savedViewFrom(map));
    map.insert(lost, value);
    QVERIFY(!savedViewFrom(map));
}

void ViewsBarTest::isDrawn()
{
    if (shotFolder().isEmpty())
        return;
    Theme theme;
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
    for (const auto &[choice, name] : {std::pair(ThemeChoice::Light, QStringLiteral("light")),
                                       std::pair(ThemeChoice::Dark, QStringLiteral("dark"))}) {
        theme.choose(choice);
        Bar bar;
        bar.floor.addBusyDay();
        bar.bar.addCornerWidget(new QLabel(QStringLiteral("Following")));
        bar.clickTab(4);
        QTRY_VERIFY(bar.tabs->accessibleTabName(2).contains(QStringLiteral("rows")));
        bar.clickTab(0);
        QVERIFY(bar.floor.scope.setFilter(QStringLiteral("channel:phone")));
        QTRY_VERIFY((bar.floor.add(60, Status::Completed, QStringLiteral("booked")),
                     bar.tabs->accessibleTabName(2).contains(QStringLiteral(" new"))));
        saveShot(bar.bar, QString(u"views-" + name));
        bar.bar.renameAction()->trigger();
        saveShot(bar.bar, QString(u"views-rename-" + name));
    }
}

QTEST_MAIN(ViewsBarTest)
#include "tst_viewsbar.moc"
