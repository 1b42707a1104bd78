// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/probe.h"

#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

const QByteArray c_token = QByteArrayLiteral("tok-0123456789abcdef");
constexpr Timestamp c_now = Timestamp(1'700'000'000s);

} // namespace

class ProbeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isKnownForItsHookAndMoment();
    void nothingElseIs_data();
    void nothingElseIs();
    void tellsWhatArrived();
};

void ProbeTest::isKnownForItsHookAndMoment()
{
    const QByteArray probe = makeProbe(c_token, "nonce", c_now);
    QVERIFY(isProbe(probe, c_token, c_now));
    QVERIFY(isProbe(probe, c_token, c_now + 2min));
    QVERIFY(isProbe(probe, c_token, c_now - 2min)); // the other computer's clock
    QVERIFY(!probe.contains(c_token));
}

void ProbeTest::nothingElseIs_data()
{
    QTest::addColumn<QByteArray>("field");
    const QByteArray probe = makeProbe(c_token, "nonce", c_now);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one word") << QByteArray("yes");
    QTest::newRow("of another token") << makeProbe("tok-fedcba9876543210", "nonce", c_now);
    QTest::newRow("old") << makeProbe(c_token, "nonce", c_now - 121s);
    QTest::newRow("of the future") << makeProbe(c_token, "nonce", c_now + 121s);
    QTest::newRow("with another nonce") << QByteArray(probe).replace("6e6f6e6365", "6e6f6e6366");
    QTest::newRow("with more behind") << QByteArray(probe + ".x");
    QTest::newRow("cut") << QByteArray(probe.chopped(1));
    QTest::newRow("of another version") << QByteArray(probe).replace("v1", "v2");
    QTest::newRow("endless") << QByteArray(probe + QByteArray(100'000, '0'));
}

void ProbeTest::nothingElseIs()
{
    QFETCH(QByteArray, field);
    QVERIFY(!isProbe(field, c_token, c_now));
}

void ProbeTest::tellsWhatArrived()
{
    const QByteArray body = "{}";
    const QJsonObject answer = probeAnswer({.peer = QHostAddress(QStringLiteral("10.0.0.1")),
                                            .sender = QHostAddress(QStringLiteral("192.0.2.1")),
                                            .method = "POST",
                                            .host = "hooks.example",
                                            .isForwarded = true,
                                            .isProxyTrusted = true,
                                            .body = body});
    QCOMPARE(answer.value(QLatin1StringView("probe")).toString(), QStringLiteral("earshot"));
    QCOMPARE(answer.value(QLatin1StringView("bytes")).toInteger(), 2);
    QCOMPARE(answer.value(QLatin1StringView("sha256")).toString(),
             QStringLiteral("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"));
    QCOMPARE(answer.value(QLatin1StringView("sender")).toString(), QStringLiteral("192.0.2.1"));
    QCOMPARE(answer.value(QLatin1StringView("trusted")).toBool(), true);
}

QTEST_GUILESS_MAIN(ProbeTest)

#include "tst_probe.moc"
