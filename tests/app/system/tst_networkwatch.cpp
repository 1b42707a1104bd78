// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/system/addresses.h"
#include "app/system/networkwatch.h"

#include <QSignalSpy>
#include <QTest>

#include <cstring>

#include <net/if.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

bool s_hasOwnNetwork = false; ///< an empty one, in which this process may do as it likes

/** Brings the loopback interface up or down. */
bool setLoopback(bool isUp)
{
    const FileDescriptor socket(::socket(AF_INET, SOCK_DGRAM, 0));
    ifreq request = {};
    std::strcpy(request.ifr_name, "lo");
    if (ioctl(socket.get(), SIOCGIFFLAGS, &request) != 0)
        return false;
    request.ifr_flags = short(isUp ? request.ifr_flags | IFF_UP : request.ifr_flags & ~IFF_UP);
    return ioctl(socket.get(), SIOCSIFFLAGS, &request) == 0;
}

/** Gives the loopback interface that address instead of its own. */
bool setLoopbackAddress(const char *text)
{
    const FileDescriptor socket(::socket(AF_INET, SOCK_DGRAM, 0));
    ifreq request = {};
    std::strcpy(request.ifr_name, "lo");
    auto *address = reinterpret_cast<sockaddr_in *>(&request.ifr_addr);
    address->sin_family = AF_INET;
    address->sin_addr.s_addr = htonl(QHostAddress(QLatin1StringView(text)).toIPv4Address());
    return ioctl(socket.get(), SIOCSIFADDR, &request) == 0;
}

} // namespace

class NetworkWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfABurstOnce();
    void staysQuietOnceItsSocketHasEnded();
    void hearsTheKernel();
    void knowsWhichAddressesAreOurs();
};

void NetworkWatchTest::tellsOfABurstOnce()
{
    int ends[2] = {-1, -1};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, ends), 0);
    const FileDescriptor kernel(ends[0]);
    NetworkWatch watch(50ms);
    watch.start(FileDescriptor(ends[1]));
    QSignalSpy changed(&watch, &NetworkWatch::changed);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(::send(kernel.get(), "x", 1, 0), ssize_t(1));
    QVERIFY(changed.wait());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(::send(kernel.get(), "x", 1, 0), ssize_t(1));
    QVERIFY(changed.wait());
    QCOMPARE(changed.size(), 2);
}

void NetworkWatchTest::staysQuietOnceItsSocketHasEnded()
{
    int ends[2] = {-1, -1};
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
    NetworkWatch watch(0ms);
    watch.start(FileDescriptor(ends[1]));
    QSignalSpy changed(&watch, &NetworkWatch::changed);
    QCOMPARE(::send(ends[0], "x", 1, 0), ssize_t(1));
    ::close(ends[0]);
    QVERIFY(changed.wait());
    QVERIFY(!changed.wait(50));
    QCOMPARE(changed.size(), 1);
}

void NetworkWatchTest::hearsTheKernel()
{
    if (!s_hasOwnNetwork)
        QSKIP("This computer lets nobody have a network of his own.");
    NetworkWatch watch(0ms);
    QVERIFY(watch.start());
    QSignalSpy changed(&watch, &NetworkWatch::changed);
    QVERIFY(setLoopback(true));
    QVERIFY(changed.wait());
    changed.clear();
    QVERIFY(setLoopback(false));
    QVERIFY(changed.wait());
}

void NetworkWatchTest::knowsWhichAddressesAreOurs()
{
    QCOMPARE(addressState(QStringLiteral("127.0.0.1")), AddressState::Ours);
    QCOMPARE(addressState(QStringLiteral("127.9.9.9")), AddressState::Ours);
    QCOMPARE(addressState(QStringLiteral("::1")), AddressState::Ours);
    QCOMPARE(addressState(QStringLiteral("0.0.0.0")), AddressState::Ours);
    QCOMPARE(addressState(QStringLiteral("::")), AddressState::Ours);
    if (!s_hasOwnNetwork)
        QSKIP("This computer lets nobody have a network of his own.");
    const QString address = QStringLiteral("192.0.2.7");
    QCOMPARE(addressState(address), AddressState::NetworkDown);
    QVERIFY(setLoopback(true));
    QVERIFY(setLoopbackAddress("192.0.2.7"));
    QCOMPARE(addressState(address), AddressState::Ours);
    QVERIFY(setLoopbackAddress("127.0.0.1"));
    QCOMPARE(addressState(address), AddressState::NetworkDown);
}

int main(int argc, char *argv[])
{
    // While there is one thread only: the kernel demands that of a new user namespace.
    s_hasOwnNetwork = ::unshare(CLONE_NEWNET) == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0;
    QCoreApplication application(argc, argv);
    NetworkWatchTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_networkwatch.moc"
