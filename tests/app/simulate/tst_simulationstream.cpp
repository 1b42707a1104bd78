// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulate/simulationstream.h"
#include "app/simulate/vardastory.h"
#include "tests/app/simulate/storytools.h"

#include <QtTest>

using namespace earshot;

class SimulationStreamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesExactlyTheCount_data();
    void makesExactlyTheCount();
    void theSameSettingsMakeTheSameBytes();
    void anotherSeedMakesOtherBytes();
    void withoutACountThereIsAlwaysMore();
    void onlyTheAskedPlatformsTakePart();
    void vardaIsSignedWhereThereIsASecret();
    void eachHookHasItsOwnSecret();
    void aBadSignatureIsNotMadeGood();
    void malformedBodiesAreSignedAsTheyAreSent();
};

static SimulationSettings allPlatforms(std::optional<qint64> count)
{
    SimulationSettings settings;
    settings.platforms = simulatedPlatforms();
    settings.ratePerSecond = 100;
    settings.count = count;
    settings.seed = c_testSeed;
    return settings;
}

static QList<SimulatedRequest> made(const SimulationSettings &settings, qint64 atMost = 100'000)
{
    SimulationStream stream(settings, testStart());
    QList<SimulatedRequest> requests;
    while (requests.size() < atMost) {
        const std::optional<SimulatedRequest> next = stream.next();
        if (!next)
            break;
        requests.append(*next);
    }
    return requests;
}

static QSet<Fault> allFaults()
{
    return {Fault::Duplicates, Fault::Reorder, Fault::Late, Fault::BadSignature, Fault::Malformed};
}

void SimulationStreamTest::makesExactlyTheCount_data()
{
    QTest::addColumn<qint64>("count");
    QTest::addColumn<bool>("faulty");
    for (const qint64 count : {0, 1, 2, 7, 50, 1000}) {
        QTest::addRow("%lld, plain", count) << count << false;
        QTest::addRow("%lld, faulty", count) << count << true;
    }
}

void SimulationStreamTest::makesExactlyTheCount()
{
    QFETCH(qint64, count);
    QFETCH(bool, faulty);
    SimulationSettings settings = allPlatforms(count);
    if (faulty)
        settings.faults = allFaults();
    SimulationStream stream(settings, testStart());
    for (qint64 i = 0; i < count; ++i)
        QVERIFY(stream.next());
    QVERIFY(!stream.next());
    QVERIFY(!stream.next());
}

void SimulationStreamTest::theSameSettingsMakeTheSameBytes()
{
    SimulationSettings settings = allPlatforms(500);
    settings.faults = allFaults();
    settings.vardaSecrets = {"whatever"};
    QVERIFY(made(settings) == made(settings));
}

void SimulationStreamTest::anotherSeedMakesOtherBytes()
{
    SimulationSettings settings = allPlatforms(50);
    const QList<SimulatedRequest> before = made(settings);
    ++settings.seed;
    QVERIFY(made(settings) != before);
}

void SimulationStreamTest::withoutACountThereIsAlwaysMore()
{
    QCOMPARE(made(allPlatforms(std::nullopt), 3000).size(), 3000);
}

void SimulationStreamTest::onlyTheAskedPlatformsTakePart()
{
    SimulationSettings settings = allPlatforms(200);
    settings.platforms = {QStringLiteral("eigi")};
    for (const SimulatedRequest &request : made(settings))
        QCOMPARE(request.platform, QStringLiteral("eigi"));
}

void SimulationStreamTest::vardaIsSignedWhereThereIsASecret()
{
    SimulationSettings settings = allPlatforms(300);
    for (const SimulatedRequest &request : made(settings))
        QVERIFY(header(request, "X-Varda-Signature").isNull());

    settings.vardaSecrets = {"whatever"};
    for (const SimulatedRequest &request : made(settings))
        QCOMPARE(header(request, "X-Varda-Signature").isNull(), request.platform != QLatin1StringView("varda"));
}

static bool isSignedWith(const SimulatedRequest &request, const QByteArray &secret);

void SimulationStreamTest::eachHookHasItsOwnSecret()
{
    SimulationSettings settings = allPlatforms(300);
    settings.vardaSecrets = {"first", "", "third"};
    QSet<quint64> hooks;
    for (const SimulatedRequest &request : made(settings)) {
        if (request.platform != QLatin1StringView("varda"))
            continue;
        const quint64 hook = request.story % 3;
        hooks.insert(hook);
        const QByteArray secret = settings.vardaSecrets.at(qsizetype(hook));
        QVERIFY(secret.isEmpty() ? header(request, "X-Varda-Signature").isNull() : isSignedWith(request, secret));
    }
    QCOMPARE(hooks.size(), 3);
}

static bool isSignedWith(const SimulatedRequest &request, const QByteArray &secret)
{
    const QByteArray signature = header(request, "X-Varda-Signature");
    const qint64 seconds = signature.mid(2, signature.indexOf(',') - 2).toLongLong();
    SimulatedRequest again = request;
    again.headers.removeLast();
    signVardaRequest(again, secret, fromMicroseconds(seconds * 1'000'000));
    return again == request;
}

void SimulationStreamTest::aBadSignatureIsNotMadeGood()
{
    SimulationSettings settings = allPlatforms(2000);
    settings.faults = {Fault::BadSignature};
    settings.vardaSecrets = {"whatever"};
    int good = 0;
    int bad = 0;
    for (const SimulatedRequest &request : made(settings)) {
        if (request.platform != QLatin1StringView("varda"))
            continue;
        isSignedWith(request, settings.vardaSecrets.first()) ? ++good : ++bad;
    }
    QVERIFY(bad > 20);
    QVERIFY(good > 5 * bad);
}

void SimulationStreamTest::malformedBodiesAreSignedAsTheyAreSent()
{
    SimulationSettings settings = allPlatforms(1000);
    settings.faults = {Fault::Malformed};
    settings.vardaSecrets = {"whatever"};
    for (const SimulatedRequest &request : made(settings))
        QVERIFY(request.platform != QLatin1StringView("varda") || isSignedWith(request, settings.vardaSecrets.first()));
}

QTEST_GUILESS_MAIN(SimulationStreamTest)
#include "tst_simulationstream.moc"
