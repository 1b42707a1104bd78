// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/filedescriptor.h"
#include "models/store/secrets.h"
#include "tests/system/earshotprocess.h"
#include "tests/system/httpsender.h"
#include "tests/system/senderload.h"

#include <QDir>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>
#include <QUrl>

#include <array>
#include <csignal>
#include <cstring>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

using namespace earshot;

namespace {

constexpr int c_patience = 60'000; // milliseconds; sanitizers on a busy machine are slow

/** What a unit's file says, one value a key; good enough for ours, which have no continued lines. */
class Unit
{
public:
    explicit Unit(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read.", qUtf8Printable(path));
        for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
            const qsizetype equals = line.indexOf(QLatin1Char('='));
            if (equals > 0 && !line.startsWith(QLatin1Char('#')))
                m_values.insert(line.left(equals), line.sliced(equals + 1));
        }
    }

    QString value(const QString &key) const { return m_values.value(key); }

private:
    QHash<QString, QString> m_values;
};

/** The service manager's end of NOTIFY_SOCKET. */
class Manager
{
public:
    explicit Manager(const QString &path)
        : m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
    {
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, QFile::encodeName(path).constData(), sizeof address.sun_path - 1);
        if (::bind(m_socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            qFatal("The manager's socket cannot be made.");
    }

    /** Waits until it has been told @p message. */
    bool hears(const QByteArray &message)
    {
        return QTest::qWaitFor(
            [this, &message] {
                readAll();
                return m_heard.contains(message);
            },
            c_patience);
    }

private:
    void readAll()
    {
        std::array<char, 4096> buffer;
        ssize_t size = 0;
        while ((size = ::recv(m_socket.get(), buffer.data(), buffer.size(), 0)) > 0)
            m_heard.append(QByteArray(buffer.data(), size));
    }

    FileDescriptor m_socket;
    QList<QByteArray> m_heard;
};

} // namespace

/** The units as systemd would run them: their own command lines, environment and mask, without systemd. */
class UnitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsCommandLineReceives_data();
    void itsCommandLineReceives();
    void itsReloadReadsSecretsAnew_data();
    void itsReloadReadsSecretsAnew();
    void aTakenPortEndsItSoThatItIsStartedAgain();

private:
    /** ExecStart in words, with its specifiers and variables filled in. */
    static QStringList commandOf(const Unit &unit, const QString &stateFolder, const QString &listen);
};

QStringList UnitsTest::commandOf(const Unit &unit, const QString &stateFolder, const QString &listen)
{
    QString line = unit.value(QStringLiteral("ExecStart"));
    line.replace(QStringLiteral("%S"), stateFolder);
    line.replace(QStringLiteral("${EARSHOT_LISTEN}"), listen);
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

void UnitsTest::itsCommandLineReceives_data()
{
    QTest::addColumn<QString>("unit");
    QTest::newRow("system") << QStringLiteral("earshot.service");
    QTest::newRow("user") << QStringLiteral("user/earshot.service");
}

void UnitsTest::itsCommandLineReceives()
{
    QFETCH(QString, unit);
    const Unit service(QStringLiteral(EARSHOT_TEST_DATA "/") + unit);
    QCOMPARE(service.value(QStringLiteral("Type")), QStringLiteral("notify"));
    QCOMPARE(service.value(QStringLiteral("Environment")), QStringLiteral("EARSHOT_LISTEN=127.0.0.1:8765"));
    QTemporaryDir state;
    const QString folder = state.filePath(QStringLiteral("earshot"));
    const bool isUsers = !service.value(QStringLiteral("ExecStart")).contains(QStringLiteral("--data"));
    QStringList command = commandOf(service, state.path(), QStringLiteral("127.0.0.1:0"));
    QCOMPARE(command.takeFirst(), QStringLiteral("/usr/bin/earshot"));
    QVERIFY2(!command.join(QLatin1Char(' ')).contains(QRegularExpression(QStringLiteral("[%$]"))),
             qPrintable(command.join(QLatin1Char(' '))));

    Manager manager(state.filePath(QStringLiteral("notify")));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("NOTIFY_SOCKET"), state.filePath(QStringLiteral("notify")));
    environment.insert(QStringLiteral("WATCHDOG_USEC"), QStringLiteral("200000"));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), state.path()); // where a user's own store lies
    QProcess process;
    process.setProcessEnvironment(environment);
    const auto mask = mode_t(service.value(QStringLiteral("UMask")).toUInt(nullptr, 8));
    QCOMPARE(mask, mode_t(0077));
    process.setChildProcessModifier([mask] { ::umask(mask); });
    process.start(qEnvironmentVariable("EARSHOT_BINARY"), command);
    QVERIFY(manager.hears("READY=1"));
    QVERIFY(manager.hears("WATCHDOG=1"));
    QVERIFY(process.canReadLine() || process.waitForReadyRead(c_patience));
    const QUrl base(QJsonDocument::fromJson(process.readLine()).object().value(QStringLiteral("listen")).toString());
    QVERIFY(manager.hears("STATUS=receiving on " + base.toEncoded()));

    QVERIFY2(QFile::exists(folder + QStringLiteral("/earshot.sqlite")), isUsers ? "user's store" : "state folder");
    const CommandResult added =
        EarshotProcess::runPlain({QStringLiteral("source"), QStringLiteral("add"), QStringLiteral("--data"), folder,
                                  QStringLiteral("--name"), QStringLiteral("Front desk"), QStringLiteral("--platform"),
                                  QStringLiteral("varda"), QStringLiteral("--json")});
    QVERIFY2(added.exitCode == 0, added.words().constData());
    const QByteArray token =
        added.json().value(QStringLiteral("url")).toString().section(QLatin1Char('/'), -1).toLatin1();
    QCOMPARE(HttpSender(quint16(base.port())).send(jsonPost(token, endedCall(1))), 200);

    process.terminate();
    QVERIFY(manager.hears("STOPPING=1"));
    QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished(c_patience)); // perhaps it has ended
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void UnitsTest::itsReloadReadsSecretsAnew_data()
{
    itsCommandLineReceives_data();
}

void UnitsTest::itsReloadReadsSecretsAnew()
{
    QFETCH(QString, unit);
    const Unit service(QStringLiteral(EARSHOT_TEST_DATA "/") + unit);
    EarshotProcess earshot;
    const QByteArray token = earshot.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    earshot.leaveTerminal();
    QVERIFY(earshot.serve());
    const QString secretsPath = earshot.location().secretsPath();
    auto secrets = Secrets::load(secretsPath);
    QVERIFY(secrets);
    secrets->setHookToken(secrets->sourceOfToken(token), "written-by-an-editor");
    QVERIFY(secrets->save(secretsPath));
    QCOMPARE(HttpSender(earshot.port()).send(jsonPost("written-by-an-editor", endedCall(1))), 404);

    QString line = service.value(QStringLiteral("ExecReload"));
    line.replace(QStringLiteral("$MAINPID"), QString::number(earshot.processId()));
    QStringList command = line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QVERIFY2(!command.isEmpty() && command.first().startsWith(QLatin1Char('/')), qPrintable(line));
    const QString program = command.takeFirst();
    QCOMPARE(QProcess::execute(program, command), 0);
    QTRY_COMPARE_WITH_TIMEOUT(HttpSender(earshot.port()).send(jsonPost("written-by-an-editor", endedCall(1))), 200,
                              c_patience);
    QCOMPARE(earshot.stop(SIGTERM), 0);
}

void UnitsTest::aTakenPortEndsItSoThatItIsStartedAgain()
{
    const Unit service(QStringLiteral(EARSHOT_TEST_DATA "/earshot.service"));
    QCOMPARE(service.value(QStringLiteral("Restart")), QStringLiteral("on-failure"));
    QCOMPARE(service.value(QStringLiteral("StartLimitIntervalSec")), QStringLiteral("0")); // without end
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    QTemporaryDir state;
    const QStringList command =
        commandOf(service, state.path(), QStringLiteral("127.0.0.1:%1").arg(other.serverPort()));
    const CommandResult result = EarshotProcess::runPlain(command.sliced(1));
    QCOMPARE(result.exitCode, 1);
}

QTEST_GUILESS_MAIN(UnitsTest)
#include "tst_units.moc"
