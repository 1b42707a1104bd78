// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/windowsettings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace earshot;

class WindowSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithDefaults();
    void comesBackAsItWasSaved();
    void takesTheDefaultForWhatIsOutOfBounds_data();
    void takesTheDefaultForWhatIsOutOfBounds();
    void followsTheSystemsZoneUnlessOneIsSet();

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
};

void WindowSettingsTest::beginsWithDefaults()
{
    const QSettings empty(path("empty.ini"), QSettings::IniFormat);
    QCOMPARE(WindowSettings::load(empty), WindowSettings());
}

void WindowSettingsTest::comesBackAsItWasSaved()
{
    WindowSettings settings;
    settings.language = QStringLiteral("de");
    settings.theme = ThemeChoice::HighContrast;
    settings.density = metrics::Density::Roomy;
    settings.textScalePercent = 150;
    settings.listenAddress = QStringLiteral("::1");
    settings.listenPort = 65535;
    settings.zone = QStringLiteral("Europe/Berlin");
    settings.timeDisplay = TimeDisplay::Relative;
    settings.letterKeys = false;
    settings.onClose = CloseAction::Tray;
    settings.warnsOnQuit = false;
    {
        QSettings file(path("saved.ini"), QSettings::IniFormat);
        settings.save(file);
    }
    const QSettings file(path("saved.ini"), QSettings::IniFormat);
    QCOMPARE(WindowSettings::load(file), settings);
}

void WindowSettingsTest::takesTheDefaultForWhatIsOutOfBounds_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::newRow("theme") << QStringLiteral("window/theme") << QVariant(QStringLiteral("pink"));
    QTest::newRow("density") << QStringLiteral("window/density") << QVariant(7);
    QTest::newRow("tiny text") << QStringLiteral("window/text_scale_percent") << QVariant(74);
    QTest::newRow("huge text") << QStringLiteral("window/text_scale_percent") << QVariant(201);
    QTest::newRow("no number") << QStringLiteral("window/text_scale_percent") << QVariant(QStringLiteral("big"));
    QTest::newRow("no address") << QStringLiteral("listen/address") << QVariant(QStringLiteral("localhost:1"));
    QTest::newRow("port 0") << QStringLiteral("listen/port") << QVariant(0);
    QTest::newRow("port too large") << QStringLiteral("listen/port") << QVariant(65536);
    QTest::newRow("no zone") << QStringLiteral("window/zone") << QVariant(QStringLiteral("Mars/Olympus"));
    QTest::newRow("time display") << QStringLiteral("window/time_display") << QVariant(QStringLiteral("stardate"));
    QTest::newRow("closing") << QStringLiteral("window/on_close") << QVariant(QStringLiteral("explode"));
    QTest::newRow("language") << QStringLiteral("window/language") << QVariant(QStringLiteral("!"));
}

void WindowSettingsTest::takesTheDefaultForWhatIsOutOfBounds()
{
    QFETCH(const QString, key);
    QFETCH(const QVariant, value);
    QSettings file(path("bad.ini"), QSettings::IniFormat);
    file.clear();
    file.setValue(key, value);
    QCOMPARE(WindowSettings::load(file), WindowSettings());
}

void WindowSettingsTest::followsTheSystemsZoneUnlessOneIsSet()
{
    WindowSettings settings;
    QCOMPARE(settings.timeZone(), QTimeZone::systemTimeZone());
    settings.zone = QStringLiteral("Pacific/Chatham");
    QCOMPARE(settings.timeZone().id(), QByteArray("Pacific/Chatham"));
}

QTEST_MAIN(WindowSettingsTest)

#include "tst_windowsettings.moc"
