// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/theme.h"

#include "widgets/style/colors.h"
#include "widgets/style/earshotstyle.h"

#include <QApplication>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTest>

using namespace earshot;

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void choosesPalettes();
    void highContrastIsTheDesktopsOwn();
    void reducedMotionStopsAnimations();
    void controlsHaveTheirHeights();
    void scrollBarsHaveNoArrows();
    void aSplitterIsAHairline();

private:
    QPalette m_desktop;
    std::unique_ptr<Theme> m_theme;
};

void ThemeTest::initTestCase()
{
    m_desktop = QApplication::palette();
    m_theme = std::make_unique<Theme>();
    QVERIFY(qobject_cast<EarshotStyle *>(QApplication::style()));
}

void ThemeTest::choosesPalettes()
{
    QWidget open;
    open.show();
    m_theme->choose(ThemeChoice::Dark);
    QTRY_VERIFY(colorsOf(open.palette()).isDark());
    m_theme->choose(ThemeChoice::Light);
    QTRY_COMPARE(&colorsOf(open.palette()), &Colors::light());
    QCOMPARE(m_theme->choice(), ThemeChoice::Light);
}

void ThemeTest::highContrastIsTheDesktopsOwn()
{
    m_theme->choose(ThemeChoice::HighContrast);
    QCOMPARE(QApplication::palette().color(QPalette::Window), m_desktop.color(QPalette::Window));
    QCOMPARE(colorsOf(QApplication::palette())[ColorRole::WarningFill], m_desktop.color(QPalette::Base));
    m_theme->choose(ThemeChoice::Light);
}

void ThemeTest::reducedMotionStopsAnimations()
{
    m_theme->setReducedMotion(true);
    QCOMPARE(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
    m_theme->setReducedMotion(false);
}

void ThemeTest::controlsHaveTheirHeights()
{
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
    QPushButton button(QStringLiteral("Copy"));
    QCOMPARE(button.sizeHint().height(), 28);
    button.setProperty("smallControl", true);
    button.setText(QStringLiteral("Copy it"));
    QCOMPARE(button.sizeHint().height(), 24);
    button.setFont(QFont(QStringLiteral("Inter"), 20));
    QVERIFY(button.sizeHint().height() > 30);
}

void ThemeTest::scrollBarsHaveNoArrows()
{
    QScrollBar bar(Qt::Vertical);
    bar.setRange(0, 100);
    bar.resize(10, 200);
    QStyleOptionSlider option;
    option.initFrom(&bar);
    option.orientation = Qt::Vertical;
    option.minimum = 0;
    option.maximum = 100;
    option.pageStep = 10;
    option.sliderPosition = 100;
    const auto rect = [&](QStyle::SubControl part) {
        return bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, part, &bar);
    };
    QVERIFY(rect(QStyle::SC_ScrollBarAddLine).isEmpty());
    QCOMPARE(rect(QStyle::SC_ScrollBarSlider).bottom(), 199);
    QVERIFY(rect(QStyle::SC_ScrollBarSlider).height() >= 28);
    QCOMPARE(rect(QStyle::SC_ScrollBarGroove), bar.rect());
}

void ThemeTest::aSplitterIsAHairline()
{
    QSplitter splitter;
    QCOMPARE(splitter.handleWidth(), 1);
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
