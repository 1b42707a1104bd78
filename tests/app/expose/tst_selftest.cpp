// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/expose/selftestreport.h"
#include "app/receive/certificate.h"
#include "tests/app/expose/frontproxy.h"
#include "tests/app/receive/listenerharness.h"

#include <QFile>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

using namespace earshot;

Q_DECLARE_METATYPE(earshot::FrontProxy::Manner)
Q_DECLARE_METATYPE(earshot::SelfTestStep)
Q_DECLARE_METATYPE(earshot::SelfTestFinding::Result)

namespace {

using Manner = FrontProxy::Manner;
using Result_ = SelfTestFinding::Result;

QString localBase(const ListenerHarness &harness)
{
    return QStringLiteral("http://127.0.0.1:%1").arg(harness.port);
}

SelfTestRequest requestFor(const ListenerHarness &harness, const QString &publicBase)
{
    SelfTestRequest request;
    request.localBase = localBase(harness);
    request.publicBase = publicBase;
    request.sourceName = QStringLiteral("Front desk");
    request.platform = QStringLiteral("insighto");
    request.token = c_token;
    request.now = harness.clock.now();
    return request;
}

QList<SelfTestFinding> test(const SelfTestRequest &request)
{
    return QCoro::waitFor(runSelfTest(request));
}

SelfTestFinding findingOf(const QList<SelfTestFinding> &findings, SelfTestStep step)
{
    for (const SelfTestFinding &finding : findings) {
        if (finding.step == step)
            return finding;
    }
    return {};
}

} // namespace

/** Through a proxy of ours on loopback, to a real listener. */
class SelfTestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void comesRoundTheWholeWay();
    void storesNothing();
    void namesWhatBlocks_data();
    void namesWhatBlocks();
    void whatComesAfterIsSkipped();
    void aLimitOnLargeEventsIsSaid();
    void saysThatNothingListens();
    void saysThatNothingCanBeStored();
    void saysThatThereIsNoAddress();
    void saysThatTheTunnelIsDown();
    void saysThatAPlatformTakesOnlyHttps();
    void saysThatTheNameHasNoAddress();
    void saysThatThePortIsShut();
    void sendersThroughATunnelLookAlike();
    void aProxyThatIsNotTrustedIsNamed();
    void aTrustedProxysSenderIsTold();
    void refusesACertificateThatNobodyKnows();
    void passesWithAKnownCertificate();
    void holdsNoSecrets();

private:
    QSslConfiguration proxyTls() const;

    QTemporaryDir m_folder;
    CertificateFiles m_certificate;
};

void SelfTestTest::initTestCase()
{
    m_certificate = {m_folder.filePath(QStringLiteral("cert.pem")), m_folder.filePath(QStringLiteral("key.pem"))};
    const auto made = makeSelfSignedCertificate(m_certificate, {QStringLiteral("localhost")}, SystemClock().now());
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().detail));
}

QSslConfiguration SelfTestTest::proxyTls() const
{
    QFile key(m_certificate.key);
    [&] { QVERIFY(key.open(QIODevice::ReadOnly)); }();
    const QByteArray pem = key.readAll();
    QSslKey privateKey(pem, QSsl::Ec);
    if (privateKey.isNull())
        privateKey = QSslKey(pem, QSsl::Rsa);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromPath(m_certificate.certificate));
    tls.setPrivateKey(privateKey);
    return tls;
}

void SelfTestTest::comesRoundTheWholeWay()
{
    const ListenerHarness harness;
    const FrontProxy proxy(Manner::Pass, harness.port);
    const auto findings = test(requestFor(harness, proxy.base()));
    QVERIFY2(isReachable(findings), qPrintable(selfTestText(findings)));
    QCOMPARE(findings.size(), 9);
    QCOMPARE(findingOf(findings, SelfTestStep::RoundTrip).result, Result_::Passed);
    QCOMPARE(findingOf(findings, SelfTestStep::LargeEvent).result, Result_::Passed);
    QCOMPARE(findingOf(findings, SelfTestStep::PublicAddress).result, Result_::Warning); // not https
}

void SelfTestTest::storesNothing()
{
    const ListenerHarness harness;
    const FrontProxy proxy(Manner::Pass, harness.port);
    QVERIFY(isReachable(test(requestFor(harness, proxy.base()))));
    QVERIFY(harness.sink.deliveries().isEmpty());
}

void SelfTestTest::namesWhatBlocks_data()
{
    QTest::addColumn<Manner>("manner");
    QTest::addColumn<SelfTestStep>("step");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing behind the proxy") << Manner::Refuse502 << SelfTestStep::Answer << "not behind it";
    QTest::newRow("a redirect") << Manner::Redirect << SelfTestStep::Answer << "https://elsewhere.example";
    QTest::newRow("another program") << Manner::AnswerItself << SelfTestStep::Answer << "something else";
    QTest::newRow("a changed body") << Manner::ChangeBody << SelfTestStep::RoundTrip << "changed";
    QTest::newRow("a dropped field") << Manner::DropProbe << SelfTestStep::RoundTrip << "was lost";
}

void SelfTestTest::namesWhatBlocks()
{
    QFETCH(Manner, manner);
    QFETCH(SelfTestStep, step);
    QFETCH(QString, said);
    const ListenerHarness harness;
    const FrontProxy proxy(manner, harness.port);
    const auto findings = test(requestFor(harness, proxy.base()));
    QVERIFY(!isReachable(findings));
    const SelfTestFinding finding = findingOf(findings, step);
    QCOMPARE(finding.result, Result_::Failed);
    QVERIFY2(finding.detail.contains(said), qPrintable(finding.detail));
    QVERIFY(!finding.detail.contains(QLatin1StringView("secret")));
}

void SelfTestTest::whatComesAfterIsSkipped()
{
    const ListenerHarness harness;
    const FrontProxy proxy(Manner::Refuse502, harness.port);
    const auto findings = test(requestFor(harness, proxy.base()));
    for (const SelfTestFinding &finding : findings) {
        if (finding.step > SelfTestStep::Answer)
            QCOMPARE(finding.result, Result_::Skipped);
    }
}

void SelfTestTest::aLimitOnLargeEventsIsSaid()
{
    const ListenerHarness harness;
    const FrontProxy proxy(Manner::LimitBody, harness.port);
    const auto findings = test(requestFor(harness, proxy.base()));
    QCOMPARE(findingOf(findings, SelfTestStep::RoundTrip).result, Result_::Passed);
    const SelfTestFinding large = findingOf(findings, SelfTestStep::LargeEvent);
    QCOMPARE(large.result, Result_::Failed);
    QVERIFY2(large.detail.contains(QLatin1StringView("client_max_body_size")), qPrintable(large.detail));
    QCOMPARE(findingOf(findings, SelfTestStep::SenderAddress).result, Result_::Warning); // looked at all the same
}

void SelfTestTest::saysThatNothingListens()
{
    SelfTestRequest request;
    request.publicBase = QStringLiteral("https://hooks.example");
    const auto findings = test(request);
    QCOMPARE(findings.first().step, SelfTestStep::Listener);
    QCOMPARE(findings.first().result, Result_::Failed);
}

void SelfTestTest::saysThatNothingCanBeStored()
{
    ListenerHarness harness;
    harness.sink.setTrouble(Error{ErrorCode::StoreFull, QStringLiteral("no room")});
    const FrontProxy proxy(Manner::Pass, harness.port);
    const auto findings = test(requestFor(harness, proxy.base()));
    const SelfTestFinding listener = findingOf(findings, SelfTestStep::Listener);
    QCOMPARE(listener.result, Result_::Failed);
    QVERIFY2(listener.detail.contains(QLatin1StringView("cannot store")), qPrintable(listener.detail));
    QVERIFY(!isReachable(findings));
}

void SelfTestTest::saysThatThereIsNoAddress()
{
    const ListenerHarness harness;
    const auto findings = test(requestFor(harness, {}));
    QCOMPARE(findingOf(findings, SelfTestStep::PublicAddress).result, Result_::Failed);
}

void SelfTestTest::saysThatTheTunnelIsDown()
{
    const ListenerHarness harness;
    SelfTestRequest request = requestFor(harness, QStringLiteral("https://hooks.example"));
    request.tunnelProblem = QStringLiteral("ssh ended: the server refuses the key");
    const SelfTestFinding finding = findingOf(test(request), SelfTestStep::PublicAddress);
    QCOMPARE(finding.result, Result_::Failed);
    QVERIFY(finding.detail.contains(QLatin1StringView("refuses the key")));
}

void SelfTestTest::saysThatAPlatformTakesOnlyHttps()
{
    const ListenerHarness harness;
    for (const QString &platform : {QStringLiteral("eigi"), QStringLiteral("varda")}) {
        SelfTestRequest request = requestFor(harness, QStringLiteral("http://hooks.example"));
        request.platform = platform;
        const SelfTestFinding finding = findingOf(test(request), SelfTestStep::PublicAddress);
        QCOMPARE(finding.result, Result_::Failed);
        QVERIFY(finding.detail.contains(QLatin1StringView("https://")));
    }
}

void SelfTestTest::saysThatTheNameHasNoAddress()
{
    const ListenerHarness harness;
    const SelfTestFinding finding =
        findingOf(test(requestFor(harness, QStringLiteral("https://no-such-name.invalid"))), SelfTestStep::Name);
    QCOMPARE(finding.result, Result_::Failed);
    QVERIFY(finding.detail.contains(QLatin1StringView("no-such-name.invalid")));
}

void SelfTestTest::saysThatThePortIsShut()
{
    const ListenerHarness harness;
    quint16 shut = 0;
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        shut = server.serverPort();
    }
    const auto findings = test(requestFor(harness, QStringLiteral("http://127.0.0.1:%1").arg(shut)));
    const SelfTestFinding finding = findingOf(findings, SelfTestStep::Port);
    QCOMPARE(finding.result, Result_::Failed);
    QVERIFY(finding.detail.contains(QString::number(shut)));
}

void SelfTestTest::sendersThroughATunnelLookAlike()
{
    const ListenerHarness harness;
    const FrontProxy proxy(Manner::Pass, harness.port);
    const SelfTestFinding finding = findingOf(test(requestFor(harness, proxy.base())), SelfTestStep::SenderAddress);
    QCOMPARE(finding.result, Result_::Warning);
    QVERIFY(finding.detail.contains(QLatin1StringView("this computer")));
}

void SelfTestTest::aProxyThatIsNotTrustedIsNamed()
{
    const ListenerHarness harness;
    const FrontProxy proxy(Manner::NameSender, harness.port);
    const SelfTestFinding finding = findingOf(test(requestFor(harness, proxy.base())), SelfTestStep::SenderAddress);
    QCOMPARE(finding.result, Result_::Warning);
    QVERIFY(finding.detail.contains(QLatin1StringView("--trusted-proxy 127.0.0.1")));
}

void SelfTestTest::aTrustedProxysSenderIsTold()
{
    ListenerSettings settings;
    settings.trustedProxies = {QStringLiteral("127.0.0.1")};
    const ListenerHarness harness(settings);
    const FrontProxy proxy(Manner::NameSender, harness.port);
    const SelfTestFinding finding = findingOf(test(requestFor(harness, proxy.base())), SelfTestStep::SenderAddress);
    QCOMPARE(finding.result, Result_::Passed);
    QVERIFY(finding.detail.contains(QLatin1StringView("198.51.100.7")));
}

void SelfTestTest::refusesACertificateThatNobodyKnows()
{
    const ListenerHarness harness;
    const FrontProxy proxy(Manner::Pass, harness.port, proxyTls());
    const SelfTestFinding finding = findingOf(test(requestFor(harness, proxy.base())), SelfTestStep::Certificate);
    QCOMPARE(finding.result, Result_::Failed);
    QVERIFY2(finding.detail.contains(QLatin1StringView("refuse")), qPrintable(finding.detail));
}

void SelfTestTest::passesWithAKnownCertificate()
{
    const ListenerHarness harness;
    const FrontProxy proxy(Manner::Pass, harness.port, proxyTls());
    SelfTestRequest request = requestFor(harness, proxy.base());
    request.platform = QStringLiteral("varda");
    request.caFiles = {m_certificate.certificate};
    const auto findings = test(request);
    QVERIFY2(isReachable(findings), qPrintable(selfTestText(findings)));
    QCOMPARE(findingOf(findings, SelfTestStep::Certificate).result, Result_::Passed);
    QCOMPARE(findingOf(findings, SelfTestStep::PublicAddress).result, Result_::Passed);
}

void SelfTestTest::holdsNoSecrets()
{
    const ListenerHarness harness;
    for (const Manner manner : {Manner::Pass, Manner::Refuse502, Manner::Redirect, Manner::DropProbe}) {
        const FrontProxy proxy(manner, harness.port);
        const auto findings = test(requestFor(harness, proxy.base()));
        const QByteArray json = QJsonDocument(selfTestJson(proxy.base(), findings)).toJson();
        QVERIFY(!json.contains(c_token));
        QVERIFY(!selfTestText(findings).contains(QString::fromLatin1(c_token)));
    }
}

QTEST_GUILESS_MAIN(SelfTestTest)

#include "tst_selftest.moc"
