// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"
#include "app/listenerkeeper.h"
#include "models/store/writerlock.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

using State = ListenerState::Kind;
using Cause = ListenerState::Cause;

/** A real listener, in a world whose addresses and sleep are the test's to say. */
class ListenerKeeperTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void namesWhoHasThePort();
    void waitsLongerEachTime();
    void keepsThePortThatWasPicked();
    void fallsAndComesBackWithItsAddress_data();
    void fallsAndComesBackWithItsAddress();
    void saysNothingWhileAllIsWell();
    void triesAtOnceWhereAskedTo();
    void keepsWhatListensAlready();
    void noticesWithoutBeingTold();

private:
    KeeperSettings settings()
    {
        KeeperSettings settings;
        settings.firstRetry = 10ms;
        settings.longestRetry = 40ms;
        settings.checkInterval = 1h;
        settings.addressState = [this](const QString &) { return m_address; };
        return settings;
    }

    static ListenerSettings on(quint16 port)
    {
        ListenerSettings settings;
        settings.port = port;
        return settings;
    }

    static bool isHeard(const QString &base)
    {
        QTcpSocket socket;
        socket.connectToHost(QUrl(base).host(), quint16(QUrl(base).port()));
        return socket.waitForConnected();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Application> m_application;
    AddressState m_address = AddressState::Ours;
};

void ListenerKeeperTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_address = AddressState::Ours;
    ServeSettings serve;
    serve.writer.location = StoreLocation::inFolder(m_folder->path());
    m_application = std::make_unique<Application>(serve);
    QVERIFY(m_application->takeRole());
}

void ListenerKeeperTest::cleanup()
{
    m_application.reset();
    m_folder.reset();
}

void ListenerKeeperTest::namesWhoHasThePort()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    ListenerKeeper keeper(*m_application, settings());
    keeper.listen(on(other.serverPort()));
    QCOMPARE(keeper.state().kind, State::Down);
    QCOMPARE(keeper.state().cause, Cause::PortTaken);
    QCOMPARE(keeper.state().port, other.serverPort());
    QCOMPARE(keeper.state().process, QCoreApplication::applicationPid());
    QVERIFY(!keeper.state().program.isEmpty());
    other.close();
    QTRY_COMPARE(keeper.state().kind, State::Listening);
    QCOMPARE(keeper.state().cause, Cause::Other);
    QVERIFY(isHeard(keeper.state().base));
}

void ListenerKeeperTest::waitsLongerEachTime()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    ListenerKeeper keeper(*m_application, settings());
    QList<std::chrono::milliseconds> waits;
    connect(&keeper, &ListenerKeeper::stateChanged, &keeper,
            [&waits](const ListenerState &state) { waits.append(state.retryIn); });
    keeper.listen(on(other.serverPort()));
    QTRY_VERIFY(waits.size() >= 3);
    QCOMPARE(waits.first(3), (QList<std::chrono::milliseconds>{10ms, 20ms, 40ms}));
    other.close();
    QTRY_COMPARE(keeper.state().kind, State::Listening);
    QVERIFY(keeper.state().retryIn == 0ms);
}

void ListenerKeeperTest::keepsThePortThatWasPicked()
{
    ListenerKeeper keeper(*m_application, settings());
    keeper.listen(on(0));
    QCOMPARE(keeper.state().kind, State::Listening);
    const QString base = keeper.state().base;
    m_address = AddressState::Gone;
    keeper.look();
    QCOMPARE(keeper.state().kind, State::Down);
    m_address = AddressState::Ours;
    QTRY_COMPARE(keeper.state().kind, State::Listening);
    QCOMPARE(keeper.state().base, base); // senders know it by now
}

void ListenerKeeperTest::fallsAndComesBackWithItsAddress_data()
{
    QTest::addColumn<AddressState>("address");
    QTest::addColumn<Cause>("cause");
    QTest::newRow("another network") << AddressState::Gone << Cause::AddressGone;
    QTest::newRow("no network") << AddressState::NetworkDown << Cause::NetworkDown;
}

void ListenerKeeperTest::fallsAndComesBackWithItsAddress()
{
    QFETCH(AddressState, address);
    QFETCH(Cause, cause);
    ListenerKeeper keeper(*m_application, settings());
    keeper.listen(on(0));
    const QString base = keeper.state().base;
    m_address = address;
    keeper.look();
    QCOMPARE(keeper.state().kind, State::Down);
    QCOMPARE(keeper.state().cause, cause);
    QCOMPARE(keeper.state().address, QStringLiteral("127.0.0.1"));
    QVERIFY(!isHeard(base));
    const QString lock = StoreLocation::inFolder(m_folder->path()).lockPath();
    QVERIFY(!WriterLock::holder(lock)->contains(QStringLiteral("listen"))); // other processes are not sent there
    m_address = AddressState::Ours;
    QTRY_COMPARE(keeper.state().kind, State::Listening);
    QVERIFY(isHeard(base));
    QCOMPARE(WriterLock::holder(lock)->value(QStringLiteral("listen")).toString(), base);
}

void ListenerKeeperTest::saysNothingWhileAllIsWell()
{
    KeeperSettings often = settings();
    often.checkInterval = 5ms;
    ListenerKeeper keeper(*m_application, often);
    keeper.listen(on(0));
    QSignalSpy changed(&keeper, &ListenerKeeper::stateChanged);
    QVERIFY(!changed.wait(200)); // some forty looks
}

void ListenerKeeperTest::triesAtOnceWhereAskedTo()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    KeeperSettings patient = settings();
    patient.firstRetry = 1h;
    ListenerKeeper keeper(*m_application, patient);
    keeper.listen(on(other.serverPort()));
    QCOMPARE(keeper.state().kind, State::Down);
    QVERIFY(keeper.state().retryIn == 1h);
    const quint16 port = other.serverPort();
    other.close();
    keeper.listen(on(port)); // "Try again now"
    QCOMPARE(keeper.state().kind, State::Listening);
}

void ListenerKeeperTest::keepsWhatListensAlready()
{
    const auto listening = m_application->listen(on(0));
    QVERIFY(listening);
    ListenerKeeper keeper(*m_application, settings());
    keeper.keep(on(0));
    QCOMPARE(keeper.state().kind, State::Listening);
    QCOMPARE(keeper.state().base, m_application->listeningBase());
    m_address = AddressState::Gone;
    keeper.look();
    QCOMPARE(keeper.state().kind, State::Down);
    m_address = AddressState::Ours;
    QTRY_COMPARE(keeper.state().kind, State::Listening);
}

void ListenerKeeperTest::noticesWithoutBeingTold()
{
    KeeperSettings often = settings();
    often.checkInterval = 5ms;
    ListenerKeeper keeper(*m_application, often);
    keeper.listen(on(0));
    const QString base = keeper.state().base;
    m_application->stopListening(); // as if the listener had died
    QVERIFY(!isHeard(base));
    QTRY_VERIFY(isHeard(base));
}

QTEST_GUILESS_MAIN(ListenerKeeperTest)
#include "tst_listenerkeeper.moc"
