// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/system/logindmock.h"

#include <QDBusArgument>
#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusMessage>
#include <QTest>

namespace earshot {
namespace {

constexpr int c_patience = 60'000; // milliseconds
const QString c_name = QStringLiteral("logind-mock");
const QString c_service = QStringLiteral("org.freedesktop.login1");
const QString c_path = QStringLiteral("/org/freedesktop/login1");
const QString c_manager = QStringLiteral("org.freedesktop.login1.Manager");

void end(QProcess &process)
{
    process.terminate();
    if (!process.waitForFinished(c_patience))
        process.kill();
}

/** As Debian's own dbusmock is installed for the system's Python. */
QString python()
{
    return QStringLiteral("/usr/bin/python3");
}

} // namespace

LogindMock::LogindMock()
{
    const QString socket = QStringLiteral("unix:path=") + m_folder.filePath(QStringLiteral("bus"));
    m_bus.start(QStringLiteral("dbus-daemon"),
                {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                 QStringLiteral("--address=") + socket});
    if (!m_bus.waitForReadyRead(c_patience))
        return;
    m_address = QString::fromUtf8(m_bus.readLine().trimmed());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DBUS_SYSTEM_BUS_ADDRESS"), m_address);
    m_mock.setProcessEnvironment(environment);
    m_mock.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_mock.start(python(), {QStringLiteral("-m"), QStringLiteral("dbusmock"), QStringLiteral("--system"),
                            QStringLiteral("--template"), QStringLiteral("logind")});
    const QDBusConnection bus = QDBusConnection::connectToBus(m_address, c_name);
    m_isStarted =
        bus.isConnected()
        && QTest::qWaitFor([&bus] { return bus.interface()->isServiceRegistered(c_service).value(); }, c_patience);
}

LogindMock::~LogindMock()
{
    QDBusConnection::disconnectFromBus(c_name);
    end(m_mock);
    end(m_bus);
}

void LogindMock::prepareForSleep(bool isAboutToSleep) const
{
    QDBusMessage call = QDBusMessage::createMethodCall(c_service, c_path, QStringLiteral("org.freedesktop.DBus.Mock"),
                                                       QStringLiteral("EmitSignal"));
    call << c_manager << QStringLiteral("PrepareForSleep") << QStringLiteral("b") << QVariantList{isAboutToSleep};
    const QDBusMessage answer = QDBusConnection(c_name).call(call);
    if (answer.type() == QDBusMessage::ErrorMessage)
        qWarning("the mock refuses: %s", qUtf8Printable(answer.errorMessage()));
}

int LogindMock::delayLocks() const
{
    const QDBusMessage answer = QDBusConnection(c_name).call(
        QDBusMessage::createMethodCall(c_service, c_path, c_manager, QStringLiteral("ListInhibitors")));
    if (answer.arguments().isEmpty())
        return 0;
    const auto list = answer.arguments().first().value<QDBusArgument>();
    int count = 0;
    list.beginArray();
    while (!list.atEnd()) {
        QString what;
        QString who;
        QString why;
        QString mode;
        uint user = 0;
        uint process = 0;
        list.beginStructure();
        list >> what >> who >> why >> mode >> user >> process;
        list.endStructure();
        count += what == QLatin1StringView("sleep") && who == QLatin1StringView("Earshot")
                 && mode == QLatin1StringView("delay");
    }
    list.endArray();
    return count;
}

} // namespace earshot
