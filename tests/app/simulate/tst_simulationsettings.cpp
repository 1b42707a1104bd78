// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/simulationsettings.h"

#include <QtTest>

#include <limits>

using namespace earshot;

class SimulationSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allIsEveryPlatform();
    void platformsAreListedOnce();
    void anUnknownPlatformIsNamedWithTheKnownOnes();
    void goodSettingsPass();
    void badSettingsAreRefused_data();
    void badSettingsAreRefused();
    void anErrorHoldsNoToken();
};

static SimulationSettings goodSettings()
{
    SimulationSettings settings;
    settings.platforms = {QStringLiteral("varda")};
    settings.hooks = {{QStringLiteral("varda"), {QUrl(QStringLiteral("http://127.0.0.1:8765/hook/abcdefghijklmnop"))}}};
    return settings;
}

void SimulationSettingsTest::allIsEveryPlatform()
{
    const auto platforms = platformsFromText(QStringLiteral("all"));
    QVERIFY(platforms);
    QCOMPARE(*platforms, (QStringList{QStringLiteral("insighto"), QStringLiteral("eigi"), QStringLiteral("varda")}));
}

void SimulationSettingsTest::platformsAreListedOnce()
{
    const auto platforms = platformsFromText(QStringLiteral("varda, eigi,varda"));
    QVERIFY(platforms);
    QCOMPARE(*platforms, (QStringList{QStringLiteral("varda"), QStringLiteral("eigi")}));
}

void SimulationSettingsTest::anUnknownPlatformIsNamedWithTheKnownOnes()
{
    for (const char *text : {"twilio", "varda,twilio", "", "custom"}) {
        const auto platforms = platformsFromText(QLatin1StringView(text));
        QVERIFY2(!platforms, text);
        QCOMPARE(platforms.error().code, ErrorCode::BadArgument);
        QVERIFY(platforms.error().detail.contains(QStringLiteral("insighto, eigi, varda")));
    }
}

void SimulationSettingsTest::goodSettingsPass()
{
    QVERIFY(checkSettings(goodSettings()));
    SimulationSettings none = goodSettings();
    none.count = 0;
    QVERIFY(checkSettings(none));
}

void SimulationSettingsTest::badSettingsAreRefused_data()
{
    QTest::addColumn<SimulationSettings>("settings");
    const auto add = [](const char *name, const auto &spoil) {
        SimulationSettings settings = goodSettings();
        spoil(settings);
        QTest::newRow(name) << settings;
    };
    add("no rate", [](auto &settings) { settings.ratePerSecond = 0; });
    add("negative rate", [](auto &settings) { settings.ratePerSecond = -5; });
    add("no number", [](auto &settings) { settings.ratePerSecond = std::numeric_limits<double>::quiet_NaN(); });
    add("endless rate", [](auto &settings) { settings.ratePerSecond = std::numeric_limits<double>::infinity(); });
    add("negative count", [](auto &settings) { settings.count = -1; });
    add("no platform", [](auto &settings) { settings.platforms.clear(); });
    add("unknown platform", [](auto &settings) { settings.platforms = {QStringLiteral("retell")}; });
    add("no hook", [](auto &settings) { settings.hooks.clear(); });
    add("not HTTP",
        [](auto &settings) { settings.hooks = {{QStringLiteral("varda"), {QUrl(QStringLiteral("file:///hook"))}}}; });
    add("no host",
        [](auto &settings) { settings.hooks = {{QStringLiteral("varda"), {QUrl(QStringLiteral("http:///hook"))}}}; });
}

void SimulationSettingsTest::badSettingsAreRefused()
{
    QFETCH(SimulationSettings, settings);
    const auto checked = checkSettings(settings);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::BadArgument);
    QVERIFY(!checked.error().detail.isEmpty());
}

void SimulationSettingsTest::anErrorHoldsNoToken()
{
    SimulationSettings settings = goodSettings();
    settings.hooks = {{QStringLiteral("varda"), {QUrl(QStringLiteral("ftp://127.0.0.1/hook/abcdefghijklmnop"))}}};
    const auto checked = checkSettings(settings);
    QVERIFY(!checked);
    QVERIFY(!checked.error().detail.contains(QStringLiteral("abcdefghijklmnop")));
}

QTEST_GUILESS_MAIN(SimulationSettingsTest)
#include "tst_simulationsettings.moc"
