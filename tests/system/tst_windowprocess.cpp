// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/writerlock.h"
#include "tests/system/earshotprocess.h"
#include "tests/system/httpsender.h"
#include "tests/system/senderload.h"

#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTest>
#include <QUrl>

#include <csignal>
#include <sys/stat.h>

using namespace earshot;

namespace {

constexpr int c_patience = 60'000; // milliseconds; sanitizers on a busy machine are slow

/** `earshot` with a window that nobody sees. */
class WindowProcess
{
public:
    explicit WindowProcess(const QString &folder)
        : m_location(StoreLocation::inFolder(folder))
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        m_process.setProcessEnvironment(environment);
        m_process.start(qEnvironmentVariable("EARSHOT_BINARY"),
                        {QStringLiteral("--data"), folder, QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    }

    ~WindowProcess()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        signal(SIGCONT);
        m_process.kill();
        m_process.waitForFinished(c_patience);
    }

    bool waitUntilItReceives()
    {
        return QTest::qWaitFor(
            [this] {
                const auto facts = WriterLock::holder(m_location.lockPath());
                m_base = facts ? facts->value(QStringLiteral("listen")).toString() : QString();
                return !m_base.isEmpty();
            },
            c_patience);
    }

    quint16 port() const { return quint16(QUrl(m_base).port()); }

    void signal(int number) { ::kill(pid_t(m_process.processId()), number); }

    /** Its exit code; -1 if it does not end by itself. */
    int end()
    {
        const bool ended = QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, c_patience);
        return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

    bool isRunning() const { return m_process.state() == QProcess::Running; }

    QByteArray said() { return m_said += m_process.readAllStandardError(); }

private:
    StoreLocation m_location;
    QProcess m_process;
    QString m_base;
    QByteArray m_said;
};

} // namespace

/** The window's process from outside: one a store, and how it ends. */
class WindowProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSignalEndsItWithoutAQuestion();
    void aSecondOneRaisesTheFirst();
    void aSecondOneOpensWhereTheFirstHangs();
    void whatAKilledOneLeftIsNoHindrance();
    void eachStoreHasItsOwn();
    void itsSocketIsForItsOwnerAndTakesNoNonsense();
    void aPathThatIsTooLongForASocketWorks();
};

void WindowProcessTest::aSignalEndsItWithoutAQuestion()
{
    const EarshotProcess store;
    const QByteArray token = store.addSource(QStringLiteral("Front desk"), QStringLiteral("varda"));
    WindowProcess window(store.folder());
    QVERIFY(window.waitUntilItReceives());
    QCOMPARE(HttpSender(window.port()).send(jsonPost(token, endedCall(1))), 200);
    window.signal(SIGTERM);
    QCOMPARE(window.end(), 0);
    QVERIFY(!QFile::exists(store.location().path + QStringLiteral(".window")));
    QCOMPARE(store.exported(QStringLiteral("deliveries")).size(), 1);
}

void WindowProcessTest::aSecondOneRaisesTheFirst()
{
    const EarshotProcess store;
    WindowProcess first(store.folder());
    QVERIFY(first.waitUntilItReceives());
    WindowProcess second(store.folder());
    QCOMPARE(second.end(), 0);
    QVERIFY2(second.said().contains("open already; it is in front now"), second.said().constData());
    QVERIFY(first.isRunning());
    QVERIFY(first.waitUntilItReceives());
}

void WindowProcessTest::aSecondOneOpensWhereTheFirstHangs()
{
    const EarshotProcess store;
    WindowProcess first(store.folder());
    QVERIFY(first.waitUntilItReceives());
    first.signal(SIGSTOP);
    WindowProcess second(store.folder());
    QTRY_VERIFY_WITH_TIMEOUT(second.said().contains("does not answer"), c_patience);
    QVERIFY(second.isRunning());
    second.signal(SIGTERM);
    QCOMPARE(second.end(), 0);
    first.signal(SIGCONT);
    WindowProcess third(store.folder()); // the first one can be reached again
    QCOMPARE(third.end(), 0);
    QVERIFY(third.said().contains("in front now"));
}

void WindowProcessTest::whatAKilledOneLeftIsNoHindrance()
{
    const EarshotProcess store;
    {
        WindowProcess first(store.folder());
        QVERIFY(first.waitUntilItReceives());
        first.signal(SIGKILL);
        QCOMPARE(first.end(), -1);
    }
    QVERIFY(QFile::exists(store.location().path + QStringLiteral(".window")));
    WindowProcess second(store.folder());
    QVERIFY(second.waitUntilItReceives());
    WindowProcess third(store.folder());
    QCOMPARE(third.end(), 0);
}

void WindowProcessTest::eachStoreHasItsOwn()
{
    const EarshotProcess one;
    const EarshotProcess other;
    WindowProcess first(one.folder());
    WindowProcess second(other.folder());
    QVERIFY(first.waitUntilItReceives());
    QVERIFY(second.waitUntilItReceives());
}

void WindowProcessTest::itsSocketIsForItsOwnerAndTakesNoNonsense()
{
    const EarshotProcess store;
    WindowProcess window(store.folder());
    QVERIFY(window.waitUntilItReceives());
    const QString path = store.location().path + QStringLiteral(".window");
    for (const QString &file : {path, QString(path + QStringLiteral(".lock"))}) {
        struct stat facts = {};
        QCOMPARE(::stat(QFile::encodeName(file).constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 0077U, 0U);
    }
    for (const QByteArray &nonsense : {QByteArray("lower\n"), QByteArray(4096, 'x'), QByteArray("raised\n")}) {
        QLocalSocket socket;
        socket.connectToServer(path);
        QVERIFY(socket.waitForConnected(c_patience));
        socket.write(nonsense);
        QVERIFY(socket.waitForDisconnected(c_patience) || socket.state() == QLocalSocket::UnconnectedState);
        QCOMPARE(socket.readAll(), QByteArray());
    }
    WindowProcess second(store.folder());
    QCOMPARE(second.end(), 0);
}

void WindowProcessTest::aPathThatIsTooLongForASocketWorks()
{
    const QTemporaryDir folder;
    const QString deep =
        folder.filePath(QString(60, QLatin1Char('d')) + QLatin1Char('/') + QString(60, QLatin1Char('e')));
    QVERIFY(QDir().mkpath(deep));
    WindowProcess first(deep);
    QVERIFY(first.waitUntilItReceives());
    WindowProcess second(deep);
    QCOMPARE(second.end(), 0);
    QVERIFY(second.said().contains("in front now"));
    first.signal(SIGTERM);
    QCOMPARE(first.end(), 0);
}

QTEST_GUILESS_MAIN(WindowProcessTest)
#include "tst_windowprocess.moc"
