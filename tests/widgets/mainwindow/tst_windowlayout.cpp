// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/windowlayout.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace earshot;

class WindowLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEachPerspective();
    void keepsThoseOfANarrowWindowApart();
    void keepsThemUntilTheNextStart();
    void forgets();
    void takesNoHarmFromBrokenSettings();

private:
    struct Window : QMainWindow {
        QDockWidget *dock = new QDockWidget;

        Window()
        {
            dock->setObjectName(QStringLiteral("detail"));
            addDockWidget(Qt::RightDockWidgetArea, dock);
            resize(700, 500);
            show();
        }
    };
};

void WindowLayoutTest::keepsEachPerspective()
{
    Window window;
    WindowLayout layout(window);
    QVERIFY(!layout.arrange(Perspective::Live)); // nothing was kept
    layout.keep(Perspective::Live);
    window.addDockWidget(Qt::LeftDockWidgetArea, window.dock);
    window.dock->hide();
    layout.keep(Perspective::Reports);
    QVERIFY(layout.arrange(Perspective::Live));
    QVERIFY(!window.dock->isHidden());
    QCOMPARE(window.dockWidgetArea(window.dock), Qt::RightDockWidgetArea);
    QVERIFY(layout.arrange(Perspective::Reports));
    QVERIFY(window.dock->isHidden());
    QCOMPARE(window.dockWidgetArea(window.dock), Qt::LeftDockWidgetArea);
    QVERIFY(!layout.arrange(Perspective::Inspect));
}

void WindowLayoutTest::keepsThoseOfANarrowWindowApart()
{
    Window window;
    WindowLayout layout(window);
    layout.keep(Perspective::Live);
    layout.setNarrow(true);
    QVERIFY(!layout.arrange(Perspective::Live)); // nothing was kept
    window.dock->hide();
    layout.keep(Perspective::Live);
    layout.setNarrow(false);
    QVERIFY(layout.arrange(Perspective::Live));
    QVERIFY(!window.dock->isHidden());
}

void WindowLayoutTest::keepsThemUntilTheNextStart()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("window.ini"));
    {
        Window window;
        WindowLayout layout(window);
        window.dock->hide();
        layout.keep(Perspective::Inspect);
        window.resize(640, 480);
        QSettings settings(path, QSettings::IniFormat);
        layout.save(settings);
    }
    Window window;
    WindowLayout layout(window);
    const QSettings settings(path, QSettings::IniFormat);
    layout.load(settings);
    QCOMPARE(window.size(), QSize(640, 480));
    QVERIFY(!window.dock->isHidden());
    QVERIFY(layout.arrange(Perspective::Inspect));
    QVERIFY(window.dock->isHidden());
    QVERIFY(!layout.arrange(Perspective::Live));
}

void WindowLayoutTest::forgets()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    Window window;
    WindowLayout layout(window);
    layout.keep(Perspective::Live);
    layout.save(settings);
    layout.forget(Perspective::Live);
    QVERIFY(!layout.arrange(Perspective::Live));
    layout.save(settings); // there too
    WindowLayout again(window);
    again.load(settings);
    QVERIFY(!again.arrange(Perspective::Live));
}

void WindowLayoutTest::takesNoHarmFromBrokenSettings()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("window/geometry"), QByteArray("nonsense"));
    settings.setValue(QStringLiteral("window/live/state"), QByteArray("nonsense"));
    Window window;
    const QSize size = window.size();
    WindowLayout layout(window);
    layout.load(settings);
    QCOMPARE(window.size(), size);
    QVERIFY(!layout.arrange(Perspective::Live));
}

QTEST_MAIN(WindowLayoutTest)
#include "tst_windowlayout.moc"
