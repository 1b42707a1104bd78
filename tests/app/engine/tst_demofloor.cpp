// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/demofloor.h"
#include "app/engine/engine.h"
#include "app/engine/storeclient.h"
#include "models/store/migrations.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace earshot;

class DemoFloorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void playsIntoTheStore();
    void makesNoSourceTwice();
    void saysThatItCannotBePlayed();

private:
    qint64 number(const QString &sql) const
    {
        const auto database = openToRead(m_location.path);
        const auto value = database ? database->value(sql) : std::unexpected(database.error());
        return value ? value->toLongLong() : -1;
    }

    /** Has the folder's store received for. */
    void receive()
    {
        EngineSettings settings;
        settings.serve.writer.location = m_location;
        settings.serve.listener.port = 0;
        m_engine = std::make_unique<Engine>(settings);
        m_engine->start();
        QTRY_COMPARE(m_engine->state().kind, ListenerState::Kind::Listening);
        m_reader = std::make_unique<StoreReader>(m_location);
        m_sources = std::make_unique<SourceList>(*m_reader);
        m_client = std::make_unique<StoreClient>(*m_reader, m_clock);
    }

    void leave()
    {
        m_client.reset();
        m_sources.reset();
        m_reader.reset();
        m_engine.reset();
    }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    StoreLocation m_location;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<StoreReader> m_reader;
    std::unique_ptr<SourceList> m_sources;
    std::unique_ptr<StoreClient> m_client;
};

void DemoFloorTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_location = StoreLocation::inFolder(m_folder->path());
}

void DemoFloorTest::cleanup()
{
    leave();
}

void DemoFloorTest::playsIntoTheStore()
{
    receive();
    DemoFloor floor(*m_client, *m_sources, m_clock);
    const QSignalSpy failed(&floor, &DemoFloor::failed);
    floor.play(m_engine->state().base);
    QTRY_VERIFY_WITH_TIMEOUT(number(QStringLiteral("SELECT count(*) FROM conversation")) > 50, 60'000);
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM source")), 3);
    QCOMPARE(failed.size(), 0);
    const auto states = QStringLiteral("SELECT count(*) FROM finding WHERE \"state\" = '%1'");
    QVERIFY(number(states.arg(deliveryStateText(DeliveryState::Decoded))) > 0);
    // Days ago, the way that a floor was busy then.
    const qint64 weekAgo = toMicroseconds(m_clock.now() - std::chrono::days(7));
    QVERIFY(number(QStringLiteral("SELECT min(\"time\") FROM conversation")) < weekAgo);
}

void DemoFloorTest::makesNoSourceTwice()
{
    receive();
    {
        DemoFloor floor(*m_client, *m_sources, m_clock);
        floor.play(m_engine->state().base);
        QTRY_VERIFY_WITH_TIMEOUT(number(QStringLiteral("SELECT count(*) FROM delivery")) > 3, 60'000);
    }
    leave();
    receive();
    const qint64 before = number(QStringLiteral("SELECT count(*) FROM delivery"));
    DemoFloor again(*m_client, *m_sources, m_clock);
    again.play(m_engine->state().base);
    QTRY_VERIFY_WITH_TIMEOUT(number(QStringLiteral("SELECT count(*) FROM delivery")) > before, 60'000);
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM source")), 3);
}

void DemoFloorTest::saysThatItCannotBePlayed()
{
    QVERIFY(openToWrite(m_location.path));
    receive();
    // Another source has the name, so that one of the floor's own cannot be made.
    NewSource taken;
    taken.name = QStringLiteral("Front desk");
    taken.platform = QStringLiteral("custom");
    const QFuture<Result<AddedSource>> added = m_client->addSource(taken);
    QTRY_VERIFY(added.isFinished());
    QVERIFY(added.result());
    QTRY_COMPARE(m_sources->entries().size(), 1);
    DemoFloor floor(*m_client, *m_sources, m_clock);
    const QSignalSpy failed(&floor, &DemoFloor::failed);
    floor.play(m_engine->state().base);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.first().first().toString().contains(QStringLiteral("Front desk")));
}

QTEST_GUILESS_MAIN(DemoFloorTest)
#include "tst_demofloor.moc"
