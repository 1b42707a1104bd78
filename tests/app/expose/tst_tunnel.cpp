// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/expose/tunnel.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr TunnelPatience c_hasty{.base = 10ms, .cap = 40ms, .address = 10'000ms, .stable = 60'000ms, .grace = 2000ms};
const QString c_base = QStringLiteral("http://127.0.0.1:8765");

bool isAlive(qint64 pid)
{
    return ::kill(pid_t(pid), 0) == 0;
}

} // namespace

class TunnelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isOffWithoutSettings();
    void tellsTheAddressThatTheProgramNames();
    void startsItAgainWhenItEnds();
    void waitsLongerEachTime();
    void saysThatTheProgramIsMissing();
    void saysThatNoAddressAppeared();
    void endsTheProgramWhenThereIsNoTunnelAnyMore();
    void endsTheProgramThatWillNotEnd();
    void theSameAgainChangesNothing();
    void anotherListenerIsAnotherTunnel();

private:
    /** A tunnel program of a few lines of shell; `{port}` and the like stand for what they do elsewhere. */
    TunnelSettings program(const QByteArray &script);
    QByteArray contents(const QString &name) const;

    QTemporaryDir m_folder;
    int m_programs = 0;
};

void TunnelTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
}

TunnelSettings TunnelTest::program(const QByteArray &script)
{
    const QString path = m_folder.filePath(QStringLiteral("program %1").arg(++m_programs));
    QFile file(path);
    [&] { QVERIFY(file.open(QIODevice::WriteOnly) && file.write(script) == script.size()); }();
    TunnelSettings settings;
    settings.kind = TunnelSettings::Kind::Command;
    settings.command = QStringLiteral("sh \"%1\" {port} \"%2\"").arg(path, m_folder.path());
    return settings;
}

QByteArray TunnelTest::contents(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TunnelTest::isOffWithoutSettings()
{
    Tunnel tunnel(c_hasty);
    tunnel.carry({}, c_base);
    QCOMPARE(tunnel.state(), TunnelState());
}

void TunnelTest::tellsTheAddressThatTheProgramNames()
{
    Tunnel tunnel(c_hasty);
    QSignalSpy told(&tunnel, &Tunnel::stateChanged);
    tunnel.carry(program("echo \"open at https://a.example.com for $1\"; exec sleep 600"), c_base);
    QCOMPARE(tunnel.state().kind, TunnelState::Kind::Starting);
    QTRY_COMPARE(tunnel.state(), (TunnelState{TunnelState::Kind::Up, QStringLiteral("https://a.example.com"), {}}));
    QCOMPARE(told.size(), 2);
}

void TunnelTest::startsItAgainWhenItEnds()
{
    Tunnel tunnel(c_hasty);
    tunnel.carry(program("echo x >> \"$2/starts\"; echo https://a.example.com; "
                         "[ $(wc -l < \"$2/starts\") -lt 3 ] && echo broken pipe && exit 1; exec sleep 600"),
                 c_base);
    QTRY_COMPARE(contents(QStringLiteral("starts")), "x\nx\nx\n");
    QTRY_COMPARE(tunnel.state().kind, TunnelState::Kind::Up);
}

void TunnelTest::waitsLongerEachTime()
{
    Tunnel tunnel(c_hasty);
    QList<TunnelState> told;
    std::optional<std::chrono::milliseconds> firstWait;
    connect(&tunnel, &Tunnel::stateChanged, this, [&](const TunnelState &state) {
        told.append(state);
        if (state.kind == TunnelState::Kind::Down && !firstWait)
            firstWait = tunnel.restartWait();
    });
    tunnel.carry(program("echo x >> \"$2/retries\"; echo the account has expired; exit 3"), c_base);
    QTRY_COMPARE(tunnel.restartWait(), c_hasty.cap);
    QCOMPARE(firstWait.value_or(c_hasty.cap), c_hasty.base);
    QTRY_VERIFY(contents(QStringLiteral("retries")).size() >= 8); // goes on trying
    QVERIFY(std::ranges::any_of(told, [](const TunnelState &state) {
        return state.kind == TunnelState::Kind::Down && state.reason.contains(QLatin1StringView("has expired"));
    }));
}

void TunnelTest::saysThatTheProgramIsMissing()
{
    TunnelSettings settings;
    settings.kind = TunnelSettings::Kind::Command;
    settings.command = QStringLiteral("no-such-program-anywhere {port}");
    Tunnel tunnel(c_hasty);
    QSignalSpy told(&tunnel, &Tunnel::stateChanged);
    tunnel.carry(settings, c_base);
    QTRY_VERIFY(!told.isEmpty() && told.last().first().value<TunnelState>().kind == TunnelState::Kind::Down);
    const QString reason = told.last().first().value<TunnelState>().reason;
    QVERIFY2(reason.contains(settings.command.section(u' ', 0, 0)), qPrintable(reason));
}

void TunnelTest::saysThatNoAddressAppeared()
{
    TunnelPatience patience = c_hasty;
    patience.address = 300ms;
    patience.base = patience.cap = 60'000ms;
    Tunnel tunnel(patience);
    tunnel.carry(program("echo $$ > \"$2/mute\"; echo waiting for the moon; exec sleep 600"), c_base);
    QTRY_COMPARE(tunnel.state().kind, TunnelState::Kind::Down);
    QVERIFY2(tunnel.state().reason.contains(QLatin1StringView("no public address")), qPrintable(tunnel.state().reason));
    const qint64 pid = contents(QStringLiteral("mute")).trimmed().toLongLong();
    QVERIFY(pid > 0);
    QTRY_VERIFY(!isAlive(pid));
}

void TunnelTest::endsTheProgramWhenThereIsNoTunnelAnyMore()
{
    Tunnel tunnel(c_hasty);
    tunnel.carry(program("echo $$ > \"$2/ended\"; echo https://a.example.com; exec sleep 600"), c_base);
    QTRY_COMPARE(tunnel.state().kind, TunnelState::Kind::Up);
    const qint64 pid = contents(QStringLiteral("ended")).trimmed().toLongLong();
    QVERIFY(isAlive(pid));
    tunnel.carry({}, c_base);
    QCOMPARE(tunnel.state(), TunnelState());
    QVERIFY(!isAlive(pid));
}

void TunnelTest::endsTheProgramThatWillNotEnd()
{
    TunnelPatience patience = c_hasty;
    patience.grace = 100ms;
    qint64 pid = 0;
    {
        Tunnel tunnel(patience);
        tunnel.carry(program("trap '' TERM; echo $$ > \"$2/stubborn\"; echo https://a.example.com; "
                             "while :; do sleep 1; done"),
                     c_base);
        QTRY_COMPARE(tunnel.state().kind, TunnelState::Kind::Up);
        pid = contents(QStringLiteral("stubborn")).trimmed().toLongLong();
    }
    QVERIFY(!isAlive(pid));
}

void TunnelTest::theSameAgainChangesNothing()
{
    Tunnel tunnel(c_hasty);
    const TunnelSettings settings = program("echo x >> \"$2/once\"; echo https://a.example.com; exec sleep 600");
    tunnel.carry(settings, c_base);
    QTRY_COMPARE(tunnel.state().kind, TunnelState::Kind::Up);
    QSignalSpy told(&tunnel, &Tunnel::stateChanged);
    tunnel.carry(settings, c_base);
    QCOMPARE(told.size(), 0);
    QCOMPARE(contents(QStringLiteral("once")), "x\n");
}

void TunnelTest::anotherListenerIsAnotherTunnel()
{
    Tunnel tunnel(c_hasty);
    const TunnelSettings settings = program("echo https://port-$1.example.com; exec sleep 600");
    tunnel.carry(settings, c_base);
    QTRY_COMPARE(tunnel.state().publicBase, QStringLiteral("https://port-8765.example.com"));
    tunnel.carry(settings, QStringLiteral("http://127.0.0.1:9999"));
    QTRY_COMPARE(tunnel.state().publicBase, QStringLiteral("https://port-9999.example.com"));
    tunnel.carry(settings, {}); // nothing listens: nothing to lead to
    QCOMPARE(tunnel.state(), TunnelState());
}

QTEST_GUILESS_MAIN(TunnelTest)

#include "tst_tunnel.moc"
