// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/filedescriptor.h"
#include "app/system/servicenotifier.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cstddef>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

/** The manager's end. */
class ManagerSocket
{
public:
    explicit ManagerSocket(const QByteArray &name)
        : m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
    {
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, name.constData(), std::size_t(name.size()));
        if (name.startsWith('@'))
            address.sun_path[0] = '\0';
        const auto size = socklen_t(offsetof(sockaddr_un, sun_path) + std::size_t(name.size()));
        m_isBound = ::bind(m_socket.get(), reinterpret_cast<const sockaddr *>(&address), size) == 0;
    }

    bool isBound() const { return m_isBound; }

    /** The next message; null if there is none. */
    QByteArray read() const
    {
        std::array<char, 4096> buffer;
        const ssize_t size = ::recv(m_socket.get(), buffer.data(), buffer.size(), 0);
        return size > 0 ? QByteArray(buffer.data(), size) : QByteArray();
    }

private:
    FileDescriptor m_socket;
    bool m_isBound = false;
};

} // namespace

class ServiceNotifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheManager_data();
    void tellsTheManager();
    void provesThatItLives();
    void readsItsEnvironmentOnce();
    void ignoresAnothersWatchdog();
    void worksWithoutAManager_data();
    void worksWithoutAManager();

private:
    QTemporaryDir m_folder;
};

void ServiceNotifierTest::tellsTheManager_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("path") << QFile::encodeName(m_folder.filePath(QStringLiteral("notify")));
    QTest::newRow("abstract") << QByteArray("@earshot-test-" + QByteArray::number(getpid()));
}

void ServiceNotifierTest::tellsTheManager()
{
    QFETCH(QByteArray, name);
    const ManagerSocket manager(name);
    QVERIFY(manager.isBound());
    ServiceNotifier notifier({name, 0us});
    QCOMPARE(manager.read(), QByteArray());
    notifier.ready();
    QCOMPARE(manager.read(), QByteArray("READY=1"));
    notifier.ready();
    QCOMPARE(manager.read(), QByteArray());
    notifier.setStatus(QStringLiteral("receiving\nMAINPID=1"));
    QCOMPARE(manager.read(), QByteArray("STATUS=receiving MAINPID=1"));
    notifier.stopping();
    QCOMPARE(manager.read(), QByteArray("STOPPING=1"));
}

void ServiceNotifierTest::provesThatItLives()
{
    const QByteArray name = QFile::encodeName(m_folder.filePath(QStringLiteral("watchdog")));
    const ManagerSocket manager(name);
    ServiceNotifier notifier({name, 20ms});
    QTest::qWait(30);
    QCOMPARE(manager.read(), QByteArray()); // the manager does not watch before it is ready
    notifier.ready();
    QCOMPARE(manager.read(), QByteArray("READY=1"));
    for (int i = 0; i < 3; ++i)
        QVERIFY(QTest::qWaitFor([&manager] { return manager.read() == "WATCHDOG=1"; }));
}

void ServiceNotifierTest::readsItsEnvironmentOnce()
{
    qputenv("NOTIFY_SOCKET", "/run/notify");
    qputenv("WATCHDOG_USEC", "120000000");
    qputenv("WATCHDOG_PID", QByteArray::number(getpid()));
    const auto environment = ServiceNotifier::Environment::take();
    QCOMPARE(environment.socket, QByteArray("/run/notify"));
    QVERIFY(environment.watchdog == 2min);
    for (const char *const variable : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})
        QVERIFY(!qEnvironmentVariableIsSet(variable));
}

void ServiceNotifierTest::ignoresAnothersWatchdog()
{
    qputenv("WATCHDOG_USEC", "120000000");
    qputenv("WATCHDOG_PID", QByteArray::number(getppid()));
    QVERIFY(ServiceNotifier::Environment::take().watchdog == 0us);
}

void ServiceNotifierTest::worksWithoutAManager_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("nobody there") << QFile::encodeName(m_folder.filePath(QStringLiteral("nobody")));
    QTest::newRow("relative") << QByteArray("notify");
    QTest::newRow("too long") << QByteArray('/' + QByteArray(200, 'x'));
}

void ServiceNotifierTest::worksWithoutAManager()
{
    QFETCH(QByteArray, name);
    if (name.endsWith("nobody"))
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("the service manager does not hear us")));
    ServiceNotifier notifier({name, 0us});
    notifier.ready();
}

QTEST_GUILESS_MAIN(ServiceNotifierTest)
#include "tst_servicenotifier.moc"
