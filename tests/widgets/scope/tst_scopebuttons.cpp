// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/scope/scopefloor.h"
#include "widgets/scope/dayspopup.h"
#include "widgets/scope/timerangebutton.h"
#include "widgets/scope/zonebutton.h"
#include "widgets/scope/zonedialog.h"

#include <QDateEdit>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace earshot;

class ScopeButtonsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesARange();
    void asksForDays();
    void putsDaysInOrder();
    void saysThatTheFilterNamesTheTime();
    void namesRanges();
    void choosesAZone();
    void remembersZones();
    void findsAZoneByItsCity();
    void choosesNoZoneWhereNoneIsFound();
    void shrinksToItsIcon();
    void isDrawn();
};

namespace {

QAction *actionOf(const QToolButton &button, const QString &text)
{
    const QList<QAction *> actions = button.menu()->actions();
    for (QAction *action : actions) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

} // namespace

void ScopeButtonsTest::choosesARange()
{
    ScopeFloor floor;
    TimeRangeButton button(floor.scope, floor.settings);
    QCOMPARE(button.text(), QStringLiteral("Today"));
    QVERIFY(actionOf(button, QStringLiteral("Today"))->isChecked());
    actionOf(button, QStringLiteral("Last 7 days"))->trigger();
    QCOMPARE(floor.scope.query().range().kind, TimeRange::Kind::Last7Days);
    QCOMPARE(button.text(), QStringLiteral("Last 7 days"));
    QCOMPARE(button.accessibleName(), QStringLiteral("Time range: Last 7 days"));
    QVERIFY(!actionOf(button, QStringLiteral("Today"))->isChecked());
}

void ScopeButtonsTest::asksForDays()
{
    ScopeFloor floor;
    floor.scope.setRange({TimeRange::Kind::LastMonth, {}, {}});
    TimeRangeButton button(floor.scope, floor.settings);
    button.show();
    actionOf(button, QStringLiteral("Days…"))->trigger();
    auto *popup = button.findChild<DaysPopup *>();
    QVERIFY(popup->isVisible());
    const auto days = popup->findChildren<QDateEdit *>();
    QCOMPARE(days[0]->date(), QDate(2026, 4, 1));
    QCOMPARE(days[1]->date(), QDate(2026, 4, 30));
    days[0]->setDate(QDate(2026, 4, 4));
    days[1]->setDate(QDate(2026, 4, 8));
    QTest::mouseClick(popup->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(!popup->isVisible());
    QCOMPARE(floor.scope.query().range(), (TimeRange{TimeRange::Kind::Days, QDate(2026, 4, 4), QDate(2026, 4, 8)}));
}

void ScopeButtonsTest::putsDaysInOrder()
{
    ScopeFloor floor;
    TimeRangeButton button(floor.scope, floor.settings);
    button.show();
    auto *popup = button.findChild<DaysPopup *>();
    QSignalSpy chosen(popup, &DaysPopup::chosen);
    popup->open(button, QDate(2026, 5, 8), QDate(2026, 5, 4), QLocale::c());
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(chosen.value(0), (QVariantList{QDate(2026, 5, 4), QDate(2026, 5, 8)}));
}

void ScopeButtonsTest::saysThatTheFilterNamesTheTime()
{
    ScopeFloor floor;
    TimeRangeButton button(floor.scope, floor.settings);
    QVERIFY(floor.scope.setFilter(QStringLiteral("started:2026-05-04")));
    QCOMPARE(button.text(), QStringLiteral("by filter"));
    QCOMPARE(button.toolTip(), QStringLiteral("The filter names its time. Without it: Today"));
    QVERIFY(floor.scope.setFilter(QString()));
    QCOMPARE(button.text(), QStringLiteral("Today"));
}

void ScopeButtonsTest::namesRanges()
{
    const QLocale german(QLocale::German);
    const QDate day(2026, 5, 4);
    QCOMPARE(timeRangeWord({TimeRange::Kind::Days, day, day}, german), QStringLiteral("04.05.26"));
    QCOMPARE(timeRangeWord({TimeRange::Kind::Days, day, day.addDays(4)}, german),
             QStringLiteral("04.05.26 – 08.05.26"));
    QCOMPARE(timeRangeWord({TimeRange::Kind::Everything, {}, {}}, german), QStringLiteral("Everything"));
}

void ScopeButtonsTest::choosesAZone()
{
    ScopeFloor floor;
    ZoneButton button(floor.scope, floor.settings);
    QCOMPARE(button.text(), QStringLiteral("UTC"));
    button.setZone(QTimeZone("America/Argentina/Buenos_Aires"));
    QCOMPARE(button.text(), QStringLiteral("Buenos Aires"));
    QCOMPARE(floor.scope.query().zone(), QTimeZone("America/Argentina/Buenos_Aires"));
    QCOMPARE(floor.settings.format().zone, QTimeZone("America/Argentina/Buenos_Aires"));
    QVERIFY(button.toolTip().contains(QStringLiteral("America/Argentina/Buenos_Aires")));
    Q_EMIT button.menu()->aboutToShow();
    actionOf(button, QStringLiteral("UTC"))->trigger();
    QCOMPARE(floor.scope.query().zone(), QTimeZone::utc());
}

void ScopeButtonsTest::remembersZones()
{
    ScopeFloor floor;
    ZoneButton button(floor.scope, floor.settings);
    QSignalSpy changed(&button, &ZoneButton::recentZonesChanged);
    button.setRecentZones({QStringLiteral("Nowhere/Land"), QStringLiteral("Europe/Berlin")});
    QCOMPARE(button.recentZones(), QStringList{QStringLiteral("Europe/Berlin")});
    button.setZone(QTimeZone("Asia/Tokyo"));
    button.setZone(QTimeZone::utc());
    QCOMPARE(button.recentZones(), QStringList({QStringLiteral("Asia/Tokyo"), QStringLiteral("Europe/Berlin")}));
    QCOMPARE(changed.size(), 1);
    for (const char *id : {"Asia/Seoul", "Asia/Dubai", "Asia/Tehran", "Asia/Kolkata", "Europe/Paris"})
        button.setZone(QTimeZone(id));
    QCOMPARE(button.recentZones().size(), 5);
    QCOMPARE(button.recentZones().first(), QStringLiteral("Europe/Paris"));
}

void ScopeButtonsTest::findsAZoneByItsCity()
{
    ScopeFloor floor;
    ZoneButton button(floor.scope, floor.settings);
    actionOf(button, QStringLiteral("Other zone…"))->trigger();
    auto *dialog = button.findChild<ZoneDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), QStringLiteral("new york"));
    QCOMPARE(dialog->findChild<QListView *>()->model()->rowCount(), 1);
    QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(floor.scope.query().zone(), QTimeZone("America/New_York"));
}

void ScopeButtonsTest::choosesNoZoneWhereNoneIsFound()
{
    ZoneDialog dialog(QTimeZone::utc(), Timestamp());
    QSignalSpy chosen(&dialog, &ZoneDialog::chosen);
    dialog.show();
    dialog.findChild<QLineEdit *>()->setText(QStringLiteral("Atlantis"));
    QVERIFY(!dialog.primaryButton()->isEnabled());
    dialog.reject();
    QVERIFY(chosen.isEmpty());
}

void ScopeButtonsTest::shrinksToItsIcon()
{
    ScopeFloor floor;
    TimeRangeButton button(floor.scope, floor.settings);
    const int wide = button.sizeHint().width();
    button.setIconOnly(true);
    QVERIFY(button.sizeHint().width() < wide);
    QVERIFY(button.toolTip().contains(QStringLiteral("Today")));
    QVERIFY(button.accessibleName().contains(QStringLiteral("Today")));
}

void ScopeButtonsTest::isDrawn()
{
    if (shotFolder().isEmpty())
        return;
    Theme theme;
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
    ScopeFloor floor;
    for (const auto &[choice, name] : {std::pair(ThemeChoice::Light, QStringLiteral("light")),
                                       std::pair(ThemeChoice::Dark, QStringLiteral("dark"))}) {
        theme.choose(choice);
        QWidget strip;
        auto *row = new QHBoxLayout(&strip);
        auto *range = new TimeRangeButton(floor.scope, floor.settings);
        auto *zone = new ZoneButton(floor.scope, floor.settings);
        auto *narrow = new ZoneButton(floor.scope, floor.settings);
        narrow->setIconOnly(true);
        zone->setRecentZones({QStringLiteral("Asia/Tokyo")});
        zone->setZone(QTimeZone("Europe/Berlin"));
        for (QWidget *widget : std::initializer_list<QWidget *>{range, zone, narrow})
            row->addWidget(widget);
        strip.show();
        saveShot(strip, QString(u"buttons-" + name));
        zone->menu()->popup({});
        saveShot(*zone->menu(), QString(u"zone-menu-" + name));
        zone->menu()->close();
        auto *days = range->findChild<DaysPopup *>();
        days->open(*range, QDate(2026, 5, 4), QDate(2026, 5, 8), QLocale(QLocale::German));
        saveShot(*days, QString(u"days-" + name));
        days->hide();
        ZoneDialog dialog(QTimeZone("Europe/Berlin"), floor.clock.now());
        dialog.show();
        saveShot(dialog, QString(u"zone-dialog-" + name));
    }
}

QTEST_MAIN(ScopeButtonsTest)
#include "tst_scopebuttons.moc"
