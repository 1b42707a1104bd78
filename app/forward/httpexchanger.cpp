// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/httpexchanger.h"

#include "app/forward/answerreader.h"
#include "app/forward/tlstrust.h"

#include <QElapsedTimer>
#include <QSslSocket>
#include <QUrl>

#include <algorithm>
#include <cerrno>
#include <coroutine>

#include <sys/socket.h>

namespace earshot {
namespace {

// Servers let idle connections go after five seconds and more; a request over one that goes would have no answer.
constexpr std::chrono::milliseconds c_idle = std::chrono::seconds(3);
constexpr std::size_t c_mostIdle = 32;
constexpr qsizetype c_mostReason = 200;

/** Goes on within the transfer's own end, so that nothing is left under way when an exchanger goes. */
struct TransferEnd {
    HttpTransfer &transfer;

    bool await_ready() const { return transfer.isFinished(); }

    void await_suspend(std::coroutine_handle<> waiting) const
    {
        transfer.whenFinished([waiting] { waiting.resume(); });
    }

    void await_resume() const { }
};

/** Asks the system, since the event loop may not have told yet. What came unasked under TLS may be TLS's own. */
bool isStillOpen(const QSslSocket &socket)
{
    if (socket.state() != QAbstractSocket::ConnectedState || socket.bytesAvailable() > 0)
        return false;
    char next = 0;
    const auto size = recv(int(socket.socketDescriptor()), &next, 1, MSG_PEEK | MSG_DONTWAIT);
    return size > 0 ? socket.isEncrypted() : size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
}

DestinationAnswer unreadableCaFile(const QString &caFile)
{
    DestinationAnswer answer;
    answer.nothingSent = true;
    answer.networkFailure = QStringLiteral("no certificate can be read from %1").arg(caFile);
    return answer;
}

/** The host and port as a request and a key for connections name them. */
QByteArray authorityOf(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    const int usual = url.scheme() == QLatin1StringView("https") ? 443 : 80;
    return url.port(usual) == usual ? host : QByteArray(host + ':' + QByteArray::number(url.port()));
}

void addField(QByteArray &head, const QByteArray &name, const QByteArray &value)
{
    QByteArray line = name + ": " + value;
    for (const char bad : {'\r', '\n', '\0'}) // which would begin another field
        line.replace(bad, ' ');
    head += line + "\r\n";
}

bool isGiven(const CrmRequest &request, QByteArrayView name)
{
    return std::ranges::any_of(
        request.headers, [name](const auto &field) { return field.first.compare(name, Qt::CaseInsensitive) == 0; });
}

QByteArray requestBytes(const QUrl &url, const CrmRequest &request)
{
    const QString path = url.path(QUrl::FullyEncoded);
    QString target = path.isEmpty() ? QStringLiteral("/") : path;
    if (url.hasQuery())
        target += QLatin1Char('?') + url.query(QUrl::FullyEncoded);
    QByteArray bytes = request.method + ' ' + target.toLatin1() + " HTTP/1.1\r\n";
    addField(bytes, "Host", authorityOf(url));
    if (!isGiven(request, "User-Agent"))
        addField(bytes, "User-Agent", "Earshot/" EARSHOT_VERSION);
    if (!isGiven(request, "Accept"))
        addField(bytes, "Accept", request.accept);
    addField(bytes, "Accept-Encoding", "identity"); // an answer must not grow while it is read
    for (const auto &[name, value] : request.headers)
        addField(bytes, name, value);
    if (!request.body.isEmpty() && !isGiven(request, "Content-Type"))
        addField(bytes, "Content-Type", request.contentType);
    if (!request.body.isEmpty() || request.method != "GET")
        addField(bytes, "Content-Length", QByteArray::number(request.body.size()));
    return bytes + "\r\n" + request.body;
}

QString locationIn(const HttpAnswerParser &parser, const QUrl &asked, const QByteArrayList &hidden)
{
    const QByteArray field = parser.field("location");
    if (field.isEmpty())
        return {};
    const QUrl there = asked.resolved(QUrl::fromEncoded(field));
    const QString plain = there.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    return keptAnswer(plain.toUtf8(), hidden);
}

DestinationAnswer answerOf(const HttpTransfer &transfer, const QUrl &asked, const QByteArrayList &hidden)
{
    const HttpAnswerParser &parser = transfer.answer();
    DestinationAnswer answer;
    if (parser.status() > 0)
        answer.status = parser.status();
    answer.contentType = keptAnswer(parser.field("content-type"), hidden, c_mostReason).toUtf8();
    answer.date = parser.field("date").left(c_mostReason);
    answer.retryAfter = parser.field("retry-after").left(c_mostReason);
    answer.location = locationIn(parser, asked, hidden);
    answer.statusReason = keptAnswer(parser.field("x-status-reason"), hidden, c_mostReason);
    answer.text = keptAnswer(parser.body(), hidden);
    answer.body = parser.body();
    answer.networkFailure = transfer.failure();
    answer.complete = answer.networkFailure.isNull();
    answer.nothingSent = transfer.nothingSent();
    answer.stopped = transfer.wasStopped();
    return answer;
}

} // namespace

QUrl urlOf(const Destination &destination, const CrmRequest &request)
{
    QString base = request.url.isEmpty() ? destination.url : request.url;
    if (!request.path.isEmpty() && base.endsWith(QLatin1Char('/')))
        base.chop(1);
    QUrl url(base + request.path, QUrl::StrictMode);
    if (!request.query.isEmpty())
        url.setQuery(request.query);
    return url;
}

QByteArrayList secretsOf(const Secrets::Destination &secrets, const CrmRequest &request)
{
    return QByteArrayList{secrets.bearer, secrets.signingKey} + request.secrets;
}

HttpExchanger::HttpExchanger(ExchangeSettings settings)
    : m_settings(settings)
{
    m_tidy.setInterval(c_idle);
    QObject::connect(&m_tidy, &QTimer::timeout, &m_tidy, [this] { dropOld(); });
}

HttpExchanger::~HttpExchanger()
{
    stop();
}

HttpConnection HttpExchanger::idleConnection(const QString &whom)
{
    dropOld();
    const auto known = std::ranges::find(m_idle, whom, &Idle::whom);
    if (known == m_idle.end())
        return nullptr;
    HttpConnection connection = std::move(known->connection);
    m_idle.erase(known);
    return connection;
}

void HttpExchanger::keep(const QString &whom, HttpConnection connection)
{
    if (!connection)
        return;
    if (m_idle.size() >= c_mostIdle)
        m_idle.erase(m_idle.begin());
    m_idle.push_back({whom, std::move(connection), QDeadlineTimer(c_idle)});
    if (!m_tidy.isActive())
        m_tidy.start();
}

void HttpExchanger::dropOld()
{
    std::erase_if(m_idle, [](const Idle &idle) { return idle.until.hasExpired() || !isStillOpen(*idle.connection); });
    if (m_idle.empty())
        m_tidy.stop();
}

QCoro::Task<DestinationAnswer> HttpExchanger::exchange(Destination destination, Secrets::Destination secrets,
                                                       CrmRequest request)
{
    const auto tls = tlsTrusting(destination.caFile);
    if (!tls)
        co_return unreadableCaFile(destination.caFile);
    const QUrl url = urlOf(destination, request);
    const QString whom =
        url.scheme() + QLatin1Char(' ') + QString::fromLatin1(authorityOf(url)) + QLatin1Char(' ') + destination.caFile;
    const QByteArray bytes = requestBytes(url, request);

    QElapsedTimer timer;
    timer.start();
    HttpConnection idle = idleConnection(whom);
    while (true) {
        const bool isReused = idle != nullptr;
        auto *transfer = new HttpTransfer(url, bytes, m_settings);
        m_transfers.insert(transfer);
        if (isReused)
            transfer->start(std::move(idle));
        else
            transfer->start(*tls);
        co_await TransferEnd{*transfer};

        m_transfers.erase(transfer);
        transfer->deleteLater();
        if (isReused && request.method == "GET" && transfer->endedWithoutAWord())
            continue; // the connection had gone; one that only asks may be repeated
        DestinationAnswer answer = answerOf(*transfer, url, secretsOf(secrets, request));
        answer.latency = std::chrono::microseconds(timer.nsecsElapsed() / 1000);
        if (request.isAnswerSecret && answer.status == 200)
            answer.text = QStringLiteral("****");
        keep(whom, transfer->takeConnection());
        co_return answer;
    }
}

void HttpExchanger::stop()
{
    const std::set<HttpTransfer *> underWay = m_transfers;
    for (HttpTransfer *transfer : underWay)
        transfer->stop();
}

} // namespace earshot
