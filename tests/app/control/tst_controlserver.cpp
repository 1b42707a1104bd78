// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/controlclient.h"
#include "app/control/controlmessage.h"
#include "app/control/controlserver.h"

#include <QLocalSocket>
#include <QPromise>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>
#include <vector>

#include <cstring>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace earshot;

namespace {

const QJsonObject c_request{{QStringLiteral("operation"), QStringLiteral("greet")}};

/** A request whose answer the test gives when it likes. */
using Pending = std::shared_ptr<QPromise<Result<QJsonObject>>>;

/** askHolder() beside the event loop that serves it. */
class Asking
{
public:
    explicit Asking(const QString &path, const QJsonObject &request = c_request)
        : m_thread(QThread::create([this, path, request] { m_answer = askHolder(path, request); }))
    {
        m_thread->start();
    }

    ~Asking() { m_thread->wait(); }

    bool isFinished() const { return m_thread->isFinished(); }

    const Result<QJsonObject> &answer() const { return *m_answer; }

private:
    std::optional<Result<QJsonObject>> m_answer;
    std::unique_ptr<QThread> m_thread;
};

/** Connects as user 65534 and reads; the number of bytes that came, or -1 where the connection failed. */
int bytesForAnotherUser(const QByteArray &path)
{
    const pid_t child = fork();
    if (child == 0) { // only what is safe between fork and exit
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, path.constData(), std::size_t(path.size()));
        const int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
        if (setuid(65534) != 0
            || connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            _exit(255);
        constexpr char request[] = "{\"operation\":\"greet\"}\n";
        [[maybe_unused]] const ssize_t sent = send(descriptor, request, sizeof request - 1, MSG_NOSIGNAL);
        char byte = 0;
        _exit(read(descriptor, &byte, 1) > 0 ? 1 : 0);
    }
    int status = 0;
    while (waitpid(child, &status, WNOHANG) == 0)
        QTest::qWait(10);
    return WIFEXITED(status) && WEXITSTATUS(status) != 255 ? WEXITSTATUS(status) : -1;
}

} // namespace

class ControlServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answersARequest();
    void tellsAnError();
    void servesTwoAtOnce();
    void socketIsForItsOwnerOnly();
    void refusesAnotherUser();
    void refusesGarbage();
    void refusesALineWithoutEnd();
    void dropsAPeerThatSaysNothing();
    void outlivesAPeerThatHangsUp();
    void clientHearsThatTheServerIsGone();
    void clientHearsThatWorkWasCancelled();
    void clientRefusesALongRequest();
    void clientHearsThatNobodyListens();
    void replacesASocketLeftBehind();
    void findsRoomForALongPath();

private:
    StoreLocation location() const { return StoreLocation::inFolder(m_folder->path()); }

    void listen();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ControlServer> m_server;
    std::vector<Pending> m_pending;
};

void ControlServerTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_pending.clear();
    m_server = std::make_unique<ControlServer>([this](const QJsonObject &) {
        m_pending.push_back(std::make_shared<QPromise<Result<QJsonObject>>>());
        m_pending.back()->start();
        return m_pending.back()->future();
    });
    listen();
}

void ControlServerTest::listen()
{
    const auto listening = m_server->listen(location());
    QVERIFY2(listening, qUtf8Printable(listening ? QString() : listening.error().detail));
}

void ControlServerTest::answersARequest()
{
    m_pending.clear();
    const Asking asking(m_server->path());
    QTRY_COMPARE(m_pending.size(), std::size_t(1));
    const QJsonObject greeting{{QStringLiteral("hello"), QStringLiteral("wörld")}};
    m_pending[0]->addResult(greeting);
    m_pending[0]->finish();
    QTRY_VERIFY(asking.isFinished());
    QVERIFY(asking.answer());
    QCOMPARE(*asking.answer(), greeting);
}

void ControlServerTest::tellsAnError()
{
    const Asking asking(m_server->path());
    QTRY_COMPARE(m_pending.size(), std::size_t(1));
    m_pending[0]->addResult(failure(ErrorCode::AlreadyExists, QStringLiteral("taken")));
    m_pending[0]->finish();
    QTRY_VERIFY(asking.isFinished());
    QCOMPARE(asking.answer().error(), (Error{ErrorCode::AlreadyExists, QStringLiteral("taken")}));
}

void ControlServerTest::servesTwoAtOnce()
{
    const Asking first(m_server->path());
    QTRY_COMPARE(m_pending.size(), std::size_t(1));
    const Asking second(m_server->path());
    QTRY_COMPARE(m_pending.size(), std::size_t(2));
    m_pending[1]->addResult(QJsonObject{{QStringLiteral("number"), 2}});
    m_pending[1]->finish();
    QTRY_VERIFY(second.isFinished());
    QVERIFY(!first.isFinished());
    m_pending[0]->addResult(QJsonObject{{QStringLiteral("number"), 1}});
    m_pending[0]->finish();
    QTRY_VERIFY(first.isFinished());
    QCOMPARE(first.answer()->value(QStringLiteral("number")).toInt(), 1);
    QCOMPARE(second.answer()->value(QStringLiteral("number")).toInt(), 2);
}

void ControlServerTest::socketIsForItsOwnerOnly()
{
    struct stat facts = {};
    QCOMPARE(stat(QFile::encodeName(m_server->path()).constData(), &facts), 0);
    QCOMPARE(int(facts.st_mode & 0077), 0);
}

void ControlServerTest::refusesAnotherUser()
{
    if (geteuid() != 0)
        QSKIP("only root can become another user");
    // As on a file system without modes: only what the kernel says of the peer is left.
    QCOMPARE(chmod(QFile::encodeName(m_folder->path()).constData(), 0755), 0);
    const QByteArray path = QFile::encodeName(m_server->path());
    QCOMPARE(chmod(path.constData(), 0666), 0);
    QTest::ignoreMessage(QtWarningMsg, "A connection to the control socket was refused: another user");
    QCOMPARE(bytesForAnotherUser(path), 0);
    QVERIFY(m_pending.empty());
}

void ControlServerTest::refusesGarbage()
{
    QLocalSocket socket;
    socket.connectToServer(m_server->path());
    QVERIFY(socket.waitForConnected());
    socket.write("GET / HTTP/1.1\r\n\r\n");
    QTRY_VERIFY(socket.canReadLine());
    const auto message = fromControlLine(socket.readLine());
    QVERIFY(message);
    QCOMPARE(fromControlAnswer(*message).error().code, ErrorCode::JsonSyntax);
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    QVERIFY(m_pending.empty());
}

void ControlServerTest::refusesALineWithoutEnd()
{
    QLocalSocket socket;
    socket.connectToServer(m_server->path());
    QVERIFY(socket.waitForConnected());
    socket.write(QByteArray(c_longestControlLine + 4096, 'x'));
    QTRY_VERIFY(socket.canReadLine());
    const auto message = fromControlLine(socket.readLine());
    QVERIFY(message);
    QCOMPARE(fromControlAnswer(*message).error().code, ErrorCode::TooLarge);
    QVERIFY(m_pending.empty());
}

void ControlServerTest::dropsAPeerThatSaysNothing()
{
    m_server->setRequestTimeout(std::chrono::milliseconds(50));
    QLocalSocket socket;
    socket.connectToServer(m_server->path());
    QVERIFY(socket.waitForConnected());
    socket.write("{\"operation\":");
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    QVERIFY(m_pending.empty());
}

void ControlServerTest::outlivesAPeerThatHangsUp()
{
    {
        QLocalSocket socket;
        socket.connectToServer(m_server->path());
        QVERIFY(socket.waitForConnected());
        socket.write(toControlLine(c_request));
        QTRY_COMPARE(m_pending.size(), std::size_t(1));
    }
    QSignalSpy performed(m_server.get(), &ControlServer::performed);
    m_pending[0]->addResult(QJsonObject());
    m_pending[0]->finish();
    QTRY_COMPARE(performed.size(), 1); // what it asked for is done all the same
    answersARequest();
}

void ControlServerTest::clientHearsThatTheServerIsGone()
{
    const Asking asking(m_server->path());
    QTRY_COMPARE(m_pending.size(), std::size_t(1));
    m_server.reset();
    QTRY_VERIFY(asking.isFinished());
    QCOMPARE(asking.answer().error().code, ErrorCode::Cancelled);
}

void ControlServerTest::clientHearsThatWorkWasCancelled()
{
    const Asking asking(m_server->path());
    QTRY_COMPARE(m_pending.size(), std::size_t(1));
    m_pending.clear(); // a promise that is never kept
    QTRY_VERIFY(asking.isFinished());
    QCOMPARE(asking.answer().error().code, ErrorCode::Cancelled);
}

void ControlServerTest::clientRefusesALongRequest()
{
    const QJsonObject request{{QStringLiteral("text"), QString(c_longestControlLine, QLatin1Char('x'))}};
    const Asking asking(m_server->path(), request);
    QTRY_VERIFY(asking.isFinished());
    QCOMPARE(asking.answer().error().code, ErrorCode::TooLarge);
}

void ControlServerTest::clientHearsThatNobodyListens()
{
    const auto answer = askHolder(m_folder->filePath(QStringLiteral("nobody.sock")), c_request);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::NetworkFailed);
}

void ControlServerTest::replacesASocketLeftBehind()
{
    m_server = nullptr;
    const QByteArray path = QFile::encodeName(location().socketPath());
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), std::size_t(path.size()));
    const int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
    QCOMPARE(bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    close(descriptor); // the file stays, as after kill -9
    QVERIFY(QFile::exists(location().socketPath()));

    m_server = std::make_unique<ControlServer>([](const QJsonObject &) {
        QPromise<Result<QJsonObject>> promise;
        promise.start();
        promise.addResult(QJsonObject());
        promise.finish();
        return promise.future();
    });
    listen();
    const Asking asking(m_server->path());
    QTRY_VERIFY(asking.isFinished());
    QVERIFY(asking.answer());
}

void ControlServerTest::findsRoomForALongPath()
{
    const QString deep = m_folder->filePath(QString(120, QLatin1Char('d')));
    QVERIFY(QDir().mkpath(deep));
    ControlServer server([](const QJsonObject &) { return QFuture<Result<QJsonObject>>(); });
    QVERIFY(server.listen(StoreLocation::inFolder(deep)));
    QVERIFY(server.path().startsWith(QStringLiteral("/tmp/")));
    struct stat facts = {};
    QCOMPARE(stat(QFile::encodeName(QFileInfo(server.path()).path()).constData(), &facts), 0);
    QCOMPARE(int(facts.st_mode & 0777), 0700);
}

QTEST_GUILESS_MAIN(ControlServerTest)
#include "tst_controlserver.moc"
