// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/colors.h"

#include "widgets/style/theme.h"

#include <QTest>

#include <cmath>

using namespace earshot;

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(double(color.redF())) + 0.7152 * linear(double(color.greenF()))
           + 0.0722 * linear(double(color.blueF()));
}

/** As WCAG 2 counts it. */
double contrast(const QColor &a, const QColor &b)
{
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

/** Distance in OKLab, times a hundred. */
double distance(const QColor &a, const QColor &b)
{
    const auto lab = [](const QColor &color) {
        const double red = linear(double(color.redF()));
        const double green = linear(double(color.greenF()));
        const double blue = linear(double(color.blueF()));
        const double l = std::cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        const double m = std::cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        const double s = std::cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return std::array{0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
    };
    const auto first = lab(a);
    const auto second = lab(b);
    return 100 * std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

using R = ColorRole;

struct Pair {
    R text;
    R ground;
};

constexpr std::array c_textPairs = {
    Pair{R::Text, R::Surface},
    Pair{R::Text, R::Window},
    Pair{R::Text, R::Raised},
    Pair{R::Text, R::Selection},
    Pair{R::Text, R::Hover},
    Pair{R::TextSecond, R::Surface},
    Pair{R::TextSecond, R::Window},
    Pair{R::TextSecond, R::Raised},
    Pair{R::TextSecond, R::Selection},
    Pair{R::Muted, R::Surface},
    Pair{R::Muted, R::Window},
    Pair{R::Muted, R::Raised},
    Pair{R::Muted, R::Selection},
    Pair{R::Muted, R::Hover},
    Pair{R::Accent, R::Surface},
    Pair{R::Accent, R::Window},
    Pair{R::Accent, R::Selection},
    Pair{R::OnAccent, R::Accent},
    Pair{R::FindHitText, R::FindHit},
    Pair{R::GoodText, R::GoodFill},
    Pair{R::WarningText, R::WarningFill},
    Pair{R::ErrorText, R::ErrorFill},
    Pair{R::ErrorText, R::Surface},
    Pair{R::ErrorText, R::Window},
    Pair{R::InfoText, R::InfoFill},
    Pair{R::Text, R::InfoFill},
    Pair{R::Text, R::WarningFill},
    Pair{R::Text, R::ErrorFill},
    Pair{R::Text, R::GoodFill},
    Pair{R::Accent, R::InfoFill},
    Pair{R::Accent, R::WarningFill},
    Pair{R::Accent, R::ErrorFill},
    Pair{R::Accent, R::GoodFill},
    Pair{R::Text, R::BubbleContact},
    Pair{R::Text, R::BubbleAssistant},
    Pair{R::Text, R::BubbleAgent},
    Pair{R::PayloadKey, R::Surface},
    Pair{R::PayloadText, R::Surface},
    Pair{R::PayloadNumber, R::Surface},
    Pair{R::PayloadKeyword, R::Surface},
    Pair{R::PayloadKey, R::Selection},
    Pair{R::PayloadText, R::Selection},
    Pair{R::PayloadNumber, R::Selection},
    Pair{R::PayloadKeyword, R::Selection},
};

constexpr std::array c_outcomes = {R::OutcomeBooked,   R::OutcomeQuoted, R::OutcomeFollowUp,    R::OutcomeNotInterested,
                                   R::OutcomeNoAnswer, R::OutcomeSpam,   R::OutcomeWrongNumber, R::OutcomeOther};

} // namespace

class ColorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable();
    void iconsAndEdgesAreSeen();
    void outcomesStayApart();
    void aHeatMapGrowsEvenly();
    void aPaletteLeadsToItsColors();
    void aChangedRoleDoesNotHideTheTheme();
    void aForeignPaletteKeepsItsOwnColors();
};

void ColorsTest::textIsReadable()
{
    for (const Colors *colors : {&Colors::light(), &Colors::dark()}) {
        for (const Pair &pair : c_textPairs) {
            const double found = contrast((*colors)[pair.text], (*colors)[pair.ground]);
            QVERIFY2(found >= 4.5,
                     qPrintable(QStringLiteral("%1 on %2, %3: %4")
                                    .arg(int(pair.text))
                                    .arg(int(pair.ground))
                                    .arg(colors->isDark() ? QStringLiteral("dark") : QStringLiteral("light"))
                                    .arg(found)));
        }
    }
}

void ColorsTest::iconsAndEdgesAreSeen()
{
    QList<R> roles = {R::FieldEdge, R::Accent, R::Muted};
    for (const R outcome : c_outcomes)
        roles += outcome;
    for (const Colors *colors : {&Colors::light(), &Colors::dark()}) {
        for (const R role : std::as_const(roles)) {
            for (const R ground : {R::Surface, R::Window})
                QVERIFY2(contrast((*colors)[role], (*colors)[ground]) >= 3.0, qPrintable(QString::number(int(role))));
        }
    }
}

void ColorsTest::outcomesStayApart()
{
    for (const Colors *colors : {&Colors::light(), &Colors::dark()}) {
        for (std::size_t i = 0; i < c_outcomes.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY2(distance((*colors)[c_outcomes[i]], (*colors)[c_outcomes[j]]) >= 12,
                         qPrintable(QStringLiteral("%1 and %2").arg(i).arg(j)));
        }
    }
}

void ColorsTest::aHeatMapGrowsEvenly()
{
    for (const Colors *colors : {&Colors::light(), &Colors::dark()}) {
        for (int step = 1; step < Colors::c_heatSteps; ++step) {
            const double less = luminance(heatColor(*colors, step - 1));
            const double more = luminance(heatColor(*colors, step));
            QVERIFY(colors->isDark() ? more > less : more < less);
        }
        QCOMPARE(heatColor(*colors, -1), heatColor(*colors, 0));
        QCOMPARE(heatColor(*colors, 99), heatColor(*colors, 5));
    }
}

void ColorsTest::aPaletteLeadsToItsColors()
{
    QVERIFY(!colorsOf(Theme::lightPalette()).isDark());
    QVERIFY(colorsOf(Theme::darkPalette()).isDark());
    QCOMPARE(colorsOf(Theme::darkPalette())[R::Accent], QColor(0x7f, 0xa8, 0xff));
    QCOMPARE(untaggedBrush(Theme::lightPalette()).style(), Qt::BDiagPattern);
}

void ColorsTest::aChangedRoleDoesNotHideTheTheme()
{
    QPalette palette = Theme::darkPalette();
    palette.setColor(QPalette::Window, Qt::red);
    palette.setColor(QPalette::Base, Qt::red);
    palette.setColor(QPalette::WindowText, Qt::white);
    QCOMPARE(&colorsOf(palette), &Colors::dark());
}

void ColorsTest::aForeignPaletteKeepsItsOwnColors()
{
    QPalette palette(Qt::yellow, Qt::black);
    palette.setColor(QPalette::Base, Qt::black);
    palette.setColor(QPalette::Text, Qt::white);
    palette.setColor(QPalette::WindowText, Qt::white);
    palette.setColor(QPalette::Highlight, Qt::cyan);
    const Colors &colors = colorsOf(palette);
    QVERIFY(colors.isDark());
    QCOMPARE(colors[R::Surface], QColor(Qt::black));
    QCOMPARE(colors[R::Muted], QColor(Qt::white));
    QCOMPARE(colors[R::Selection], QColor(Qt::cyan));
    QCOMPARE(colors[R::WarningFill], QColor(Qt::black)); // no tints
    QCOMPARE(&colorsOf(palette), &colors);
}

QTEST_MAIN(ColorsTest)
#include "tst_colors.moc"
