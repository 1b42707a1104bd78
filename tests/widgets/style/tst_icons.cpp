// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/icons.h"

#include "widgets/style/theme.h"

#include <QDir>
#include <QGuiApplication>
#include <QPainter>
#include <QTest>

using namespace earshot;

namespace {

QImage painted(Icon icon, int size, qreal ratio, const QColor &color)
{
    QImage image(int(size * ratio), int(size * ratio), QImage::Format_ARGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintIcon(painter, icon, QRectF(0, 0, size, size), color);
    return image;
}

/** How many pixels are more than half covered, and whether all of them are of @p color. */
int coveredPixels(const QImage &image, const QColor &color, bool *allOfColor)
{
    int covered = 0;
    *allOfColor = true;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() < 128)
                continue;
            ++covered;
            const int off = std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green())
                            + std::abs(pixel.blue() - color.blue());
            *allOfColor = *allOfColor && off <= 9;
        }
    }
    return covered;
}

} // namespace

class IconsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIconHasADrawing();
    void noTwoStatesLookAlike();
    void drawsNothingWhereThereIsNoRoom();
    void followsThePalette();
    void takesTheColorOfAButton();
    void poster();
};

void IconsTest::everyIconHasADrawing()
{
    const QColor color(0x25, 0x57, 0xc7);
    for (int i = 0; i < int(Icon::Count_); ++i) {
        for (const qreal ratio : {1.0, 2.0}) {
            bool allOfColor = false;
            const int covered = coveredPixels(painted(Icon(i), 16, ratio, color), color, &allOfColor);
            QVERIFY2(covered >= 4 * ratio, qPrintable(QString::number(i)));
            QVERIFY2(allOfColor, qPrintable(QString::number(i)));
        }
    }
    QCOMPARE(QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}).size(), int(Icon::Count_));
}

void IconsTest::noTwoStatesLookAlike()
{
    QList<QImage> seen;
    for (int i = int(Icon::StatusInProgress); i <= int(Icon::OutcomeNone); ++i) {
        const QImage image = painted(Icon(i), 16, 2, Qt::black);
        QVERIFY2(!seen.contains(image), qPrintable(QString::number(i)));
        seen += image;
    }
}

void IconsTest::drawsNothingWhereThereIsNoRoom()
{
    bool allOfColor = false;
    QCOMPARE(coveredPixels(painted(Icon::Live, 3, 1, Qt::black), Qt::black, &allOfColor), 0);
}

void IconsTest::followsThePalette()
{
    const QIcon icon = themedIcon(Icon::Stop);
    bool allOfColor = false;
    for (const QPalette &palette : {Theme::lightPalette(), Theme::darkPalette()}) {
        QGuiApplication::setPalette(palette);
        const QColor text = palette.color(QPalette::Text);
        QVERIFY(coveredPixels(icon.pixmap(QSize(16, 16)).toImage(), text, &allOfColor) > 0);
        QVERIFY(allOfColor);
        const QColor disabled = palette.color(QPalette::Disabled, QPalette::ButtonText);
        coveredPixels(icon.pixmap(QSize(16, 16), QIcon::Disabled).toImage(), disabled, &allOfColor);
        QVERIFY(allOfColor);
    }
}

void IconsTest::takesTheColorOfAButton()
{
    QImage image(16, 16, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintIcon(painter, themedIcon(Icon::Stop), QRectF(0, 0, 16, 16), Qt::red);
    painter.end();
    bool allOfColor = false;
    QVERIFY(coveredPixels(image, Qt::red, &allOfColor) > 0);
    QVERIFY(allOfColor);
}

void IconsTest::poster()
{
    const QString folder = qEnvironmentVariable("EARSHOT_SHOTS");
    if (folder.isEmpty())
        QSKIP("only for looking at: EARSHOT_SHOTS names a folder");
    constexpr int c_columns = 16;
    constexpr int c_cell = 34;
    constexpr qreal c_ratio = 3;
    QImage image(int(c_columns * c_cell * c_ratio), int((int(Icon::Count_) / c_columns + 1) * c_cell * c_ratio),
                 QImage::Format_RGB32);
    image.setDevicePixelRatio(c_ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (int i = 0; i < int(Icon::Count_); ++i)
        paintIcon(painter, Icon(i), QRectF(i % c_columns * c_cell + 8, i / c_columns * c_cell + 8, 16, 16), Qt::black);
    painter.end();
    QVERIFY(image.save(QDir(folder).filePath(QStringLiteral("icons.png"))));
}

QTEST_MAIN(IconsTest)
#include "tst_icons.moc"
