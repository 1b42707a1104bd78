// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/conversation/shots.h"
#include "widgets/mainwindow/trayicon.h"

#include <QSignalSpy>
#include <QTest>

using namespace earshot;

namespace {

ListenerState listening()
{
    return {ListenerState::Kind::Listening, QStringLiteral("http://127.0.0.1:8765"), {}};
}

ListenerState portTaken()
{
    ListenerState state{ListenerState::Kind::Down, {}, QStringLiteral("in use")};
    state.cause = ListenerState::Cause::PortTaken;
    state.port = 8765;
    return state;
}

} // namespace

class TrayIconTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysHowItIs();
    void offersWhatIsNeededWithoutAWindow();
    void hasAPictureForEachState();
    void paintsTheCountWithinThePicture_data();
    void paintsTheCountWithinThePicture();
    void looksRight_data();
    void looksRight();
};

void TrayIconTest::saysHowItIs()
{
    TrayIcon tray;
    QCOMPARE(tray.toolTip(), QStringLiteral("Earshot\nStarting"));
    tray.setListener(listening());
    QCOMPARE(tray.toolTip(), QStringLiteral("Earshot\nListening on 127.0.0.1:8765"));
    tray.setRunning(3);
    tray.setLastEvent(QStringLiteral("Last delivery: 14:05, Front desk"));
    QStringList lines = tray.toolTip().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 4);
    QVERIFY2(lines.at(2).startsWith(QLatin1Char('3')), qPrintable(lines.at(2)));
    QCOMPARE(lines.at(3), QStringLiteral("Last delivery: 14:05, Front desk"));
    tray.setRunning(0);
    tray.setListener(portTaken());
    lines = tray.toolTip().split(QLatin1Char('\n'));
    QCOMPARE(lines.at(1), QStringLiteral("Not receiving: port 8765 is taken"));
    QCOMPARE(lines.size(), 3);
    tray.setListener({ListenerState::Kind::Elsewhere, QStringLiteral("http://127.0.0.1:8765"), {}});
    QVERIFY(tray.toolTip().contains(QStringLiteral("Another Earshot receives on 127.0.0.1:8765")));
}

void TrayIconTest::offersWhatIsNeededWithoutAWindow()
{
    TrayIcon tray;
    const QSignalSpy opened(&tray, &TrayIcon::openRequested);
    const QSignalSpy copied(&tray, &TrayIcon::copyAddressRequested);
    const QSignalSpy quit(&tray, &TrayIcon::quitRequested);
    QStringList words;
    for (QAction *const action : tray.menu().actions()) {
        if (!action->isSeparator())
            words.append(action->text());
        action->trigger();
    }
    QCOMPARE(words, (QStringList{QStringLiteral("&Open Earshot"), QStringLiteral("&Copy an address"),
                                 QStringLiteral("&Quit")}));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(copied.size(), 1);
    QCOMPARE(quit.size(), 1);
}

void TrayIconTest::hasAPictureForEachState()
{
    for (const int size : {16, 22, 32}) {
        const QList<QImage> pictures{trayPicture(true, 0, size).toImage(), trayPicture(true, 3, size).toImage(),
                                     trayPicture(true, 12, size).toImage(), trayPicture(false, 0, size).toImage()};
        for (qsizetype i = 0; i < pictures.size(); ++i) {
            QCOMPARE(pictures.at(i).size(), QSize(size, size));
            for (qsizetype other = 0; other < i; ++other)
                QVERIFY(pictures.at(i) != pictures.at(other));
        }
        QCOMPARE(trayPicture(false, 3, size).toImage(), pictures.last()); // what runs is not known any more
    }
}

void TrayIconTest::paintsTheCountWithinThePicture_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("one digit") << 4;
    QTest::newRow("more than fit") << 250;
}

/** The upper half stays what it was: the picture is still known by it. */
void TrayIconTest::paintsTheCountWithinThePicture()
{
    QFETCH(int, count);
    const QImage plain = trayPicture(true, 0, 48).toImage();
    const QImage counted = trayPicture(true, count, 48).toImage();
    const QRect top(0, 0, 48, 16);
    QCOMPARE(counted.copy(top), plain.copy(top));
}

void TrayIconTest::looksRight_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TrayIconTest::looksRight()
{
    QFETCH(bool, dark);
    applyLook(dark);
    TrayIcon tray;
    tray.menu().popup({});
    QVERIFY(tray.menu().isVisible());
    if (areShotsWanted()) {
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        saveShot(tray.menu(), QStringLiteral("tray-menu-") + name);
        QImage sheet(420, 90, QImage::Format_ARGB32);
        sheet.fill(dark ? QColor(0x2b, 0x2b, 0x2b) : QColor(0xee, 0xee, 0xee));
        QPainter painter(&sheet);
        int x = 6;
        for (const auto &[receives, running] : {std::pair(true, 0), {true, 3}, {true, 12}, {false, 0}}) {
            for (const int size : {16, 22, 48}) {
                painter.drawPixmap(x, 20, trayPicture(receives, running, size));
                x += size + 6;
            }
        }
        painter.end();
        sheet.save(qEnvironmentVariable("EARSHOT_SHOTS") + QStringLiteral("/tray-") + name + QStringLiteral(".png"));
    }
    tray.menu().close();
}

QTEST_MAIN(TrayIconTest)
#include "tst_trayicon.moc"
