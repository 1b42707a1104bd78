// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"
#include "app/control/carryout.h"
#include "app/engine/engine.h"
#include "models/store/backup.h"
#include "models/store/secrets.h"
#include "models/store/writerlock.h"
#include "tests/models/store/damage.h"
#include "tests/models/store/livestore.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

using State = ListenerState::Kind;

class EngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listens();
    void letsGoOfTheStoreWhenItGoes();
    void triesATakenPortAgain();
    void listensElsewhereWhenAsked();
    void tellsOfTheTunnelWhereverItRuns();
    void takesTheRoleOver();
    void isNotMovedByABriefHolder();
    void saysThatTheStoreCannotBeOpened();
    void beginsANewStoreWhenItsOwnProvesDamaged();

private:
    StoreLocation location() const { return StoreLocation::inFolder(m_folder->path()); }

    EngineSettings settings(quint16 port = 0) const
    {
        EngineSettings settings;
        settings.serve.writer.location = location();
        settings.serve.listener.port = port;
        settings.lookInterval = 20ms;
        settings.keeper.firstRetry = 20ms;
        settings.keeper.longestRetry = 20ms;
        return settings;
    }

    static bool answers(const QString &base)
    {
        const QUrl url(base);
        QTcpSocket socket;
        socket.connectToHost(url.host(), quint16(url.port()));
        return socket.waitForConnected();
    }

    /** The status of the answer to a delivery; 0 where none comes. */
    static int post(const QString &base, const QByteArray &token)
    {
        const QUrl url(base);
        QTcpSocket socket;
        socket.connectToHost(url.host(), quint16(url.port()));
        socket.write("POST /hook/" + token + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}");
        return socket.waitForReadyRead() ? socket.readLine().split(' ').value(1).toInt() : 0;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void EngineTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void EngineTest::listens()
{
    Engine engine(settings());
    const QSignalSpy changed(&engine, &Engine::stateChanged);
    QCOMPARE(engine.state().kind, State::Starting);
    engine.start();
    QTRY_COMPARE(engine.state().kind, State::Listening);
    QCOMPARE(changed.size(), 1);
    QVERIFY2(engine.state().base.startsWith(QStringLiteral("http://127.0.0.1:")), qPrintable(engine.state().base));
    QVERIFY(answers(engine.state().base));
    const auto facts = WriterLock::holder(location().lockPath());
    QVERIFY(facts);
    QCOMPARE(facts->value(QStringLiteral("listen")).toString(), engine.state().base);
    QVERIFY(facts->value(QStringLiteral("window")).toBool()); // so that others know who ends when
}

void EngineTest::letsGoOfTheStoreWhenItGoes()
{
    {
        Engine engine(settings());
        engine.start();
        QTRY_COMPARE(engine.state().kind, State::Listening);
    }
    QVERIFY(WriterLock::acquire(location().lockPath()));
}

void EngineTest::triesATakenPortAgain()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const quint16 port = other.serverPort();
    Engine engine(settings(port));
    engine.start();
    QTRY_COMPARE(engine.state().kind, State::Down);
    QVERIFY(!engine.state().reason.isEmpty());
    QVERIFY(engine.state().base.isNull());
    QVERIFY(WriterLock::holder(location().lockPath())); // it projects and forwards nevertheless
    other.close();
    QTRY_COMPARE(engine.state().kind, State::Listening);
    QCOMPARE(QUrl(engine.state().base).port(), int(port));
    QVERIFY(engine.state().reason.isEmpty());
}

void EngineTest::listensElsewhereWhenAsked()
{
    Engine engine(settings());
    engine.start();
    QTRY_COMPARE(engine.state().kind, State::Listening);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    engine.listen(settings(other.serverPort()).serve.listener);
    QTRY_COMPARE(engine.state().kind, State::Down);
    engine.listen(settings().serve.listener);
    QTRY_COMPARE(engine.state().kind, State::Listening);
    QVERIFY(answers(engine.state().base));
}

void EngineTest::tellsOfTheTunnelWhereverItRuns()
{
    Engine engine(settings());
    QSignalSpy changed(&engine, &Engine::tunnelChanged);
    engine.start();
    QTRY_COMPARE(engine.state().kind, State::Listening);
    const QString program = QStringLiteral("sh -c \"echo https://a.example; exec sleep 600\"");
    const auto set =
        carryOut({{QStringLiteral("operation"), QStringLiteral("setting set")},
                  {QStringLiteral("key"), QStringLiteral("tunnel")},
                  {QStringLiteral("value"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("command")},
                                                        {QStringLiteral("command"), program}}}},
                 location());
    QVERIFY2(set, qPrintable(set ? QString() : set.error().detail));
    const TunnelState up{TunnelState::Kind::Up, QStringLiteral("https://a.example"), {}};
    QTRY_VERIFY(!changed.isEmpty() && changed.last().first().value<TunnelState>() == up);

    Engine beside(settings()); // which only shows
    QSignalSpy heard(&beside, &Engine::tunnelChanged);
    beside.start();
    QTRY_COMPARE(beside.state().kind, State::Elsewhere);
    QTRY_VERIFY(!heard.isEmpty() && heard.last().first().value<TunnelState>() == up);
}

void EngineTest::takesTheRoleOver()
{
    ServeSettings first;
    first.writer.location = location();
    first.listener.port = 0;
    auto holder = std::make_unique<Application>(first);
    QVERIFY(holder->start());
    const QString base = holder->listeningBase();

    Engine engine(settings());
    engine.start();
    QTRY_COMPARE(engine.state(), (ListenerState{State::Elsewhere, base, {}}));
    holder.reset();
    QTRY_COMPARE(engine.state().kind, State::Listening);
    QVERIFY(answers(engine.state().base));
}

void EngineTest::isNotMovedByABriefHolder()
{
    auto lock = std::make_unique<Result<WriterLock>>(WriterLock::acquire(location().lockPath()));
    QVERIFY(*lock);
    QVERIFY((*lock)->publish({{QStringLiteral("pid"), 1}})); // a command at work
    Engine engine(settings());
    const QSignalSpy changed(&engine, &Engine::stateChanged);
    const QSignalSpy failed(&engine, &Engine::storeFailed);
    engine.start();
    QTest::qWait(100); // a few looks: none of them may take the role
    QCOMPARE(changed.size(), 0);
    lock.reset();
    QTRY_COMPARE(engine.state().kind, State::Listening);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(failed.size(), 0);
}

void EngineTest::saysThatTheStoreCannotBeOpened()
{
    QFile file(location().path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray text(4096, 'x');
    QCOMPARE(file.write(text), text.size());
    file.close();
    Engine engine(settings());
    const QSignalSpy failed(&engine, &Engine::storeFailed);
    engine.start();
    QTRY_VERIFY(!failed.isEmpty());
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::StoreNotADatabase);
    QCOMPARE(engine.state().kind, State::Down);
    QVERIFY(file.remove());
    QTRY_COMPARE(engine.state().kind, State::Listening);
}

/** The last page of the index of arrivals, which an opening does not look at. */
void EngineTest::beginsANewStoreWhenItsOwnProvesDamaged()
{
    const QByteArray token = "token-of-the-front-desk";
    {
        LiveStore model;
        for (int i = 0; i < 600; ++i)
            QVERIFY(model.send(QStringLiteral("c%1").arg(i), {}, std::chrono::seconds(i)) > 0);
        model.settle();
        QVERIFY(backUp({.storePath = model.location().path, .filePath = location().path}));
    }
    Secrets secrets;
    secrets.setHookToken(QStringLiteral("desk"), token);
    QVERIFY(secrets.save(location().secretsPath()));
    const QList<qint64> leaves = pagesOf(location().path, QStringLiteral("delivery_received"), QStringLiteral("leaf"));
    QVERIFY(leaves.size() > 1);
    Engine engine(settings());
    engine.start();
    QTRY_COMPARE(engine.state().kind, State::Listening);
    overwrite(location().path, {leaves.last()});
    QCOMPARE(post(engine.state().base, token), 503);
    QTRY_VERIFY(!engine.state().storePutAside.isEmpty());
    QTRY_COMPARE(engine.state().kind, State::Listening);
    QVERIFY(!engine.state().storeTrouble);
    QVERIFY(QFile::exists(engine.state().storePutAside));
    QCOMPARE(post(engine.state().base, token), 200);
}

QTEST_GUILESS_MAIN(EngineTest)
#include "tst_engine.moc"
