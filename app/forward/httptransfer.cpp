// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/httptransfer.h"

#include <QSslSocket>

#include <utility>

namespace earshot {
namespace {

constexpr qint64 c_readAhead = 262'144; // more waits in the system, and then at the sender

bool isSecure(const QUrl &url)
{
    return url.scheme() == QLatin1StringView("https");
}

} // namespace

HttpTransfer::HttpTransfer(const QUrl &url, const QByteArray &request, ExchangeSettings settings, QObject *parent)
    : QObject(parent)
    , m_url(url)
    , m_request(request)
{
    for (QTimer *timer : {&m_silence, &m_longest}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &HttpTransfer::tooLate);
    }
    m_silence.setInterval(settings.silence);
    m_longest.setInterval(settings.exchange);
}

HttpTransfer::~HttpTransfer() = default;

void HttpTransfer::start(const QSslConfiguration &tls)
{
    m_socket = std::make_unique<QSslSocket>();
    m_socket->setReadBufferSize(c_readAhead);
    listen();
    if (isSecure(m_url)) {
        m_socket->setSslConfiguration(tls);
        connect(m_socket.get(), &QSslSocket::encrypted, this, &HttpTransfer::write);
        m_socket->connectToHostEncrypted(m_url.host(), quint16(m_url.port(443)));
    } else {
        connect(m_socket.get(), &QAbstractSocket::connected, this, &HttpTransfer::write);
        m_socket->connectToHost(m_url.host(), quint16(m_url.port(80)));
    }
}

void HttpTransfer::start(HttpConnection connection)
{
    m_socket = std::move(connection);
    listen();
    write();
}

void HttpTransfer::listen()
{
    m_silence.start();
    m_longest.start();
    const auto moved = [this] { m_silence.start(); };
    connect(m_socket.get(), &QIODevice::bytesWritten, this, moved);
    connect(m_socket.get(), &QSslSocket::encryptedBytesWritten, this, moved);
    connect(m_socket.get(), &QIODevice::readyRead, this, &HttpTransfer::read);
    connect(m_socket.get(), &QAbstractSocket::errorOccurred, this, &HttpTransfer::noteEnd);
    connect(m_socket.get(), &QAbstractSocket::disconnected, this, &HttpTransfer::noteEnd);
}

void HttpTransfer::write()
{
    if (m_socket->bytesAvailable() > 0) { // that could pass for the answer to any request
        m_socketWords = QStringLiteral("speaks before it is asked");
        return finish();
    }
    m_isWritten = true;
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (m_socket->write(m_request) != m_request.size())
        noteEnd();
}

void HttpTransfer::read()
{
    if (m_isFinished || !m_isWritten)
        return;
    m_silence.start();
    const QByteArray came = m_socket->readAll();
    m_hasCome = m_hasCome || !came.isEmpty();
    m_answer.add(came);
    if (m_answer.isOver())
        finish();
}

void HttpTransfer::noteEnd()
{
    if (m_isFinished)
        return;
    m_socketWords = m_socket->errorString();
    read(); // what came last
    if (m_isFinished)
        return;
    // Only a proper end ends an answer of no known length.
    const QAbstractSocket::SocketError error = m_socket->error();
    if (error == QAbstractSocket::RemoteHostClosedError || error == QAbstractSocket::UnknownSocketError)
        m_answer.end();
    finish();
}

void HttpTransfer::tooLate()
{
    m_isTooLate = true;
    finish();
}

void HttpTransfer::stop()
{
    if (m_isFinished)
        return;
    m_wasStopped = true;
    finish();
}

void HttpTransfer::finish()
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    m_silence.stop();
    m_longest.stop();
    if (m_socket) {
        m_socket->disconnect(this);
        const bool isUsable = m_answer.keepsConnection() && m_socket->bytesToWrite() == 0
                              && m_socket->state() == QAbstractSocket::ConnectedState;
        if (!isUsable) {
            m_socket->abort();
            m_socket.release()->deleteLater(); // it may be telling us this very end
        }
    }
    if (const auto then = std::exchange(m_then, {}))
        then();
}

void HttpTransfer::whenFinished(std::function<void()> then)
{
    if (m_isFinished)
        then();
    else
        m_then = std::move(then);
}

QString HttpTransfer::failure() const
{
    if (m_answer.state() == HttpAnswerParser::State::Whole || m_answer.state() == HttpAnswerParser::State::Cut)
        return {};
    if (m_isTooLate)
        return QStringLiteral("nothing in time");
    if (m_answer.state() == HttpAnswerParser::State::Broken)
        return m_answer.problem();
    return m_socketWords.isEmpty() ? QStringLiteral("stopped") : m_socketWords;
}

HttpConnection HttpTransfer::takeConnection()
{
    return m_isFinished ? std::move(m_socket) : nullptr;
}

} // namespace earshot
