// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/expose/selftest.h"

#include "app/receive/probe.h"

#include <QCryptographicHash>
#include <QHostInfo>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>
#include <QUrl>

#include <qcoroabstractsocket.h>
#include <qcoronetworkreply.h>
#include <qcorotimer.h>

namespace earshot {
namespace {

using Finding = SelfTestFinding;
using enum SelfTestFinding::Result;

constexpr std::chrono::seconds c_patience(10);
constexpr qsizetype c_largeBytes = 1024LL * 1024;
constexpr int c_allSteps = int(SelfTestStep::SenderAddress) + 1;

bool takesOnlyHttps(const QString &platform)
{
    return platform == QLatin1StringView("eigi") || platform == QLatin1StringView("varda");
}

bool isHttps(const QUrl &url)
{
    return url.scheme() == QLatin1StringView("https");
}

quint16 portOf(const QUrl &url)
{
    constexpr int c_http = 80;
    constexpr int c_https = 443;
    return quint16(url.port(isHttps(url) ? c_https : c_http));
}

QSslConfiguration trusting(const QStringList &files)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    for (const QString &file : files)
        tls.addCaCertificates(QSslCertificate::fromPath(file));
    return tls;
}

/** What came back of a request. */
struct Answer {
    int status = 0; ///< 0: none
    QByteArray body;
    QString problem; ///< why there is none
    QString location; ///< of a redirect
};

/** One test of one way. Lives as long as its coroutine. */
class SelfTest
{
public:
    explicit SelfTest(SelfTestRequest request)
        : m_request(std::move(request))
        , m_public(m_request.publicBase)
    {
    }

    QCoro::Task<QList<Finding>> run();

private:
    QCoro::Task<Finding> look(SelfTestStep step);
    QCoro::Task<Finding> testListener();
    Finding testPublicAddress() const;
    QCoro::Task<Finding> testName() const;
    QCoro::Task<Finding> testPort() const;
    QCoro::Task<Finding> testCertificate() const;
    QCoro::Task<Finding> testAnswer();
    QCoro::Task<Finding> testRoundTrip();
    QCoro::Task<Finding> testLargeEvent();
    Finding testSenderAddress() const;

    QCoro::Task<Answer> fetch(QNetworkReply *reply) const;
    QCoro::Task<Answer> get(const QString &base, const QStringList &caFiles);
    QCoro::Task<Answer> post(const QByteArray &body);
    Finding judge(SelfTestStep step, const Answer &answer, const QByteArray &body);

    const SelfTestRequest m_request;
    const QUrl m_public;
    QNetworkAccessManager m_network;
    QJsonObject m_arrived; ///< what the listener saw of the event
};

QCoro::Task<QList<Finding>> SelfTest::run()
{
    QList<Finding> findings;
    bool isBlocked = false;
    for (int i = 0; i < c_allSteps; ++i) {
        const auto step = SelfTestStep(i);
        if (isBlocked) {
            findings.append({step, Skipped, {}});
            continue;
        }
        findings.append(co_await look(step));
        // A large event that is refused leaves the rest of the way as it is.
        isBlocked = findings.last().result == Failed && step != SelfTestStep::LargeEvent;
    }
    co_return findings;
}

QCoro::Task<Finding> SelfTest::look(SelfTestStep step)
{
    switch (step) {
    case SelfTestStep::Listener:
        co_return co_await testListener();
    case SelfTestStep::PublicAddress:
        co_return testPublicAddress();
    case SelfTestStep::Name:
        co_return co_await testName();
    case SelfTestStep::Port:
        co_return co_await testPort();
    case SelfTestStep::Certificate:
        co_return co_await testCertificate();
    case SelfTestStep::Answer:
        co_return co_await testAnswer();
    case SelfTestStep::RoundTrip:
        co_return co_await testRoundTrip();
    case SelfTestStep::LargeEvent:
        co_return co_await testLargeEvent();
    case SelfTestStep::SenderAddress:
        break;
    }
    co_return testSenderAddress();
}

QCoro::Task<Answer> SelfTest::fetch(QNetworkReply *reply) const
{
    co_await reply;
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->read(64LL * 1024);
    answer.location = reply->header(QNetworkRequest::LocationHeader).toUrl().toString(QUrl::RemoveQuery);
    if (answer.status == 0)
        answer.problem = reply->errorString();
    reply->deleteLater();
    co_return answer;
}

QNetworkRequest requestTo(const QUrl &url, const QStringList &caFiles)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // senders mostly speak HTTP/1.1
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Earshot/" EARSHOT_VERSION));
    request.setSslConfiguration(trusting(caFiles));
    request.setTransferTimeout(int(std::chrono::milliseconds(c_patience).count()));
    return request;
}

QCoro::Task<Answer> SelfTest::get(const QString &base, const QStringList &caFiles)
{
    const QUrl url(base + QLatin1StringView("/health"));
    QNetworkReply *reply = m_network.get(requestTo(url, caFiles));
    co_return co_await fetch(reply);
}

bool isHealth(const Answer &answer)
{
    const QJsonObject health = QJsonDocument::fromJson(answer.body).object();
    return health.contains(QLatin1StringView("status")) && health.contains(QLatin1StringView("uptime_s"));
}

/** What /health says with 503 while nothing can be stored. */
bool isStoring(const Answer &answer)
{
    return answer.status == 200;
}

Finding notStoring(SelfTestStep step)
{
    return {step, Failed,
            QStringLiteral("Earshot listens but cannot store what comes, and tells senders to come back. Look at its "
                           "window or log: the disk may be full")};
}

QCoro::Task<Finding> SelfTest::testListener()
{
    if (m_request.localBase.isEmpty())
        co_return Finding{SelfTestStep::Listener, Failed,
                          QStringLiteral("Earshot is not receiving. Open its window or run earshot serve")};
    QStringList trusted;
    if (!m_request.ownCertificate.isEmpty())
        trusted.append(m_request.ownCertificate);
    const Answer answer = co_await get(m_request.localBase, trusted);
    if (isHealth(answer) && !isStoring(answer))
        co_return notStoring(SelfTestStep::Listener);
    if (isHealth(answer))
        co_return Finding{SelfTestStep::Listener, Passed, m_request.localBase};
    const QString seen = answer.problem.isEmpty() ? QStringLiteral("it answers %1").arg(answer.status) : answer.problem;
    co_return Finding{SelfTestStep::Listener, Failed,
                      QStringLiteral("nothing of Earshot answers at %1: %2").arg(m_request.localBase, seen)};
}

Finding SelfTest::testPublicAddress() const
{
    if (!m_request.tunnelProblem.isEmpty())
        return {SelfTestStep::PublicAddress, Failed,
                QStringLiteral("the tunnel is down: %1").arg(m_request.tunnelProblem)};
    if (m_request.publicBase.isEmpty())
        return {SelfTestStep::PublicAddress, Failed,
                QStringLiteral("none is known. Set a tunnel, or the address of your proxy with earshot source "
                               "public-url")};
    if (takesOnlyHttps(m_request.platform) && !isHttps(m_public))
        return {SelfTestStep::PublicAddress, Failed,
                QStringLiteral("%1 takes only addresses that begin with https://, and this is %2")
                    .arg(m_request.platform, m_request.publicBase)};
    if (!isHttps(m_public))
        return {
            SelfTestStep::PublicAddress, Warning,
            QStringLiteral("%1 is not encrypted: anyone on the way can read what is sent").arg(m_request.publicBase)};
    return {SelfTestStep::PublicAddress, Passed, m_request.publicBase};
}

QCoro::Task<Finding> SelfTest::testName() const
{
    const QString host = m_public.host();
    if (!QHostAddress(host).isNull())
        co_return Finding{SelfTestStep::Name, Passed, QStringLiteral("an address, not a name")};
    // The receiver goes with this frame, and an answer that comes after it goes nowhere.
    auto found = std::make_shared<std::optional<QHostInfo>>();
    QObject receiver;
    QTimer timer;
    timer.setSingleShot(true);
    QHostInfo::lookupHost(host, &receiver, [found, &timer](const QHostInfo &info) {
        *found = info;
        timer.start(0);
    });
    timer.start(c_patience);
    co_await timer;
    if (!*found)
        co_return Finding{SelfTestStep::Name, Failed, QStringLiteral("looking up %1 takes too long").arg(host)};
    if ((*found)->error() != QHostInfo::NoError || (*found)->addresses().isEmpty())
        co_return Finding{SelfTestStep::Name, Failed,
                          QStringLiteral("%1 has no address: %2").arg(host, (*found)->errorString())};
    co_return Finding{SelfTestStep::Name, Passed,
                      QStringLiteral("%1 is %2").arg(host, (*found)->addresses().first().toString())};
}

QCoro::Task<Finding> SelfTest::testPort() const
{
    const quint16 port = portOf(m_public);
    QTcpSocket socket;
    socket.connectToHost(m_public.host(), port);
    const bool isConnected = co_await qCoro(socket).waitForConnected(c_patience);
    if (isConnected)
        co_return Finding{SelfTestStep::Port, Passed, QStringLiteral("port %1 takes connections").arg(port)};
    const bool isTimeout =
        socket.error() == QAbstractSocket::SocketTimeoutError || socket.state() != QAbstractSocket::UnconnectedState;
    const QString why = isTimeout ? QStringLiteral("no answer; a firewall may drop it") : socket.errorString();
    co_return Finding{SelfTestStep::Port, Failed,
                      QStringLiteral("port %1 of %2 cannot be reached: %3").arg(port).arg(m_public.host(), why)};
}

QString certificateProblem(const QSslSocket &socket)
{
    const QList<QSslError> errors = socket.sslHandshakeErrors();
    return errors.isEmpty() ? socket.errorString() : errors.first().errorString();
}

QCoro::Task<Finding> SelfTest::testCertificate() const
{
    if (!isHttps(m_public))
        co_return Finding{SelfTestStep::Certificate, Skipped, QStringLiteral("no TLS")};
    QSslSocket socket;
    socket.setSslConfiguration(trusting(m_request.caFiles));
    QTimer done;
    done.setSingleShot(true);
    const auto finish = [&done] { done.start(0); };
    QObject::connect(&socket, &QSslSocket::encrypted, &done, finish);
    QObject::connect(&socket, &QAbstractSocket::errorOccurred, &done, finish);
    done.start(c_patience);
    socket.connectToHostEncrypted(m_public.host(), portOf(m_public));
    co_await done;
    if (!socket.isEncrypted())
        co_return Finding{SelfTestStep::Certificate, Failed,
                          QStringLiteral("senders will refuse it: %1").arg(certificateProblem(socket))};
    const QString until = socket.peerCertificate().expiryDate().toUTC().toString(Qt::ISODate);
    co_return Finding{SelfTestStep::Certificate, Passed, QStringLiteral("valid until %1").arg(until)};
}

/** What a proxy's own answer tells. */
QString proxyHint(int status)
{
    switch (status) {
    case 404:
        return QStringLiteral("the proxy knows no such path: let it pass /hook/ and /health on as they are");
    case 413:
        return QStringLiteral("the proxy's limit on bodies is too low (nginx: client_max_body_size)");
    case 502:
    case 503:
    case 504:
        return QStringLiteral(
            "the proxy or tunnel is there, but Earshot is not behind it: look at the address and port "
            "it passes on to");
    case 401:
    case 403:
        return QStringLiteral("the proxy asks for a sign-in or refuses the address; senders cannot pass it");
    default:
        return QStringLiteral("something else than Earshot answers there");
    }
}

QString redirectHint(const Answer &answer)
{
    return QStringLiteral("it answers %1 and points to %2; senders do not follow. Use that address")
        .arg(answer.status)
        .arg(answer.location);
}

bool isRedirect(int status)
{
    return status >= 300 && status < 400;
}

QCoro::Task<Finding> SelfTest::testAnswer()
{
    const Answer answer = co_await get(m_request.publicBase, m_request.caFiles);
    if (isHealth(answer) && !isStoring(answer))
        co_return notStoring(SelfTestStep::Answer);
    if (isHealth(answer))
        co_return Finding{SelfTestStep::Answer, Passed, {}};
    if (answer.status == 0)
        co_return Finding{SelfTestStep::Answer, Failed, answer.problem};
    if (isRedirect(answer.status))
        co_return Finding{SelfTestStep::Answer, Failed, redirectHint(answer)};
    co_return Finding{SelfTestStep::Answer, Failed,
                      QStringLiteral("answered %1: %2").arg(answer.status).arg(proxyHint(answer.status))};
}

QByteArray eventOf(qsizetype bytes)
{
    QByteArray body = R"({"event":"earshot.probe","filler":")";
    body.append(bytes - body.size() - 2, 'x');
    return body + R"("})";
}

QCoro::Task<Answer> SelfTest::post(const QByteArray &body)
{
    QByteArray nonce(16, Qt::Uninitialized);
    for (char &byte : nonce)
        byte = char(QRandomGenerator::system()->bounded(256));
    const QUrl url(m_request.publicBase + QLatin1StringView("/hook/") + QString::fromLatin1(m_request.token));
    QNetworkRequest request = requestTo(url, m_request.caFiles);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setRawHeader(c_probeHeader.toByteArray(), makeProbe(m_request.token, nonce, m_request.now));
    QNetworkReply *reply = m_network.post(request, body);
    co_return co_await fetch(reply);
}

Finding SelfTest::judge(SelfTestStep step, const Answer &answer, const QByteArray &body)
{
    if (answer.status == 0)
        return {step, Failed, answer.problem};
    if (isRedirect(answer.status))
        return {step, Failed, redirectHint(answer)};
    const QJsonObject arrived = QJsonDocument::fromJson(answer.body).object();
    const bool isOurs = arrived.value(QLatin1StringView("probe")).toString() == QLatin1StringView("earshot");
    if (!isOurs && answer.status == 200)
        return {
            step, Failed,
            QStringLiteral("answered 200, but not as a test: the field %1 was lost on the way, or the clocks of this "
                           "computer and the listener's differ")
                .arg(QString::fromLatin1(c_probeHeader))};
    if (!isOurs)
        return {step, Failed,
                QStringLiteral("the hook answered %1: %2").arg(answer.status).arg(proxyHint(answer.status))};
    const QByteArray digest = QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
    if (arrived.value(QLatin1StringView("sha256")).toString() != QString::fromLatin1(digest))
        return {step, Failed,
                QStringLiteral("the body was changed on the way (%1 bytes sent, %2 arrived); signatures will not match")
                    .arg(body.size())
                    .arg(arrived.value(QLatin1StringView("bytes")).toInteger())};
    m_arrived = arrived;
    return {step, Passed, QStringLiteral("%L1 bytes, unchanged").arg(body.size())};
}

QCoro::Task<Finding> SelfTest::testRoundTrip()
{
    constexpr qsizetype c_usualBytes = 1024;
    const QByteArray body = eventOf(c_usualBytes);
    const Answer answer = co_await post(body);
    co_return judge(SelfTestStep::RoundTrip, answer, body);
}

QCoro::Task<Finding> SelfTest::testLargeEvent()
{
    const QByteArray body = eventOf(c_largeBytes);
    const QJsonObject before = m_arrived;
    const Answer answer = co_await post(body);
    Finding finding = judge(SelfTestStep::LargeEvent, answer, body);
    if (finding.result == Failed)
        m_arrived = before;
    co_return finding;
}

Finding SelfTest::testSenderAddress() const
{
    const bool isForwarded = m_arrived.value(QLatin1StringView("forwarded")).toBool();
    const bool isTrusted = m_arrived.value(QLatin1StringView("trusted")).toBool();
    const QString peer = m_arrived.value(QLatin1StringView("peer")).toString();
    if (isForwarded && !isTrusted)
        return {SelfTestStep::SenderAddress, Warning,
                QStringLiteral("all senders look like %1, since that proxy is not trusted. If it is yours: earshot "
                               "listener set --trusted-proxy %1")
                    .arg(peer)};
    if (!isForwarded && QHostAddress(peer).isLoopback())
        return {SelfTestStep::SenderAddress, Warning,
                QStringLiteral("all senders look like this computer (%1): the tunnel does not say who they are, so "
                               "networks cannot be told apart")
                    .arg(peer)};
    return {SelfTestStep::SenderAddress, Passed,
            QStringLiteral("this test came from %1").arg(m_arrived.value(QLatin1StringView("sender")).toString())};
}

} // namespace

QCoro::Task<QList<SelfTestFinding>> runSelfTest(SelfTestRequest request)
{
    SelfTest test(std::move(request));
    co_return co_await test.run();
}

bool isReachable(const QList<SelfTestFinding> &findings)
{
    return std::ranges::none_of(findings, [](const SelfTestFinding &finding) { return finding.result == Failed; });
}

} // namespace earshot
