// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/answerreader.h"

#include <QNetworkReply>
#include <QUrl>

#include <algorithm>

namespace earshot {
namespace {

constexpr qint64 c_mostRead = 1'048'576;
constexpr qsizetype c_mostReason = 200;

/** Errors that come up before the first byte of a request has gone. */
bool isBeforeSending(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError
           || error == QNetworkReply::SslHandshakeFailedError || error == QNetworkReply::ProxyNotFoundError
           || error == QNetworkReply::ProxyConnectionRefusedError;
}

/** @p text cut to @p most bytes of UTF-8 without breaking a character. */
QString cutTo(const QString &text, qsizetype most)
{
    QByteArray bytes = text.toUtf8();
    if (bytes.size() <= most)
        return text;
    const auto isContinuation = [](char byte) { return (byte & 0xc0) == 0x80; };
    qsizetype end = most;
    while (end > 0 && isContinuation(bytes[end]))
        --end;
    bytes.truncate(end);
    return QString::fromUtf8(bytes);
}

/** Qt calls a status from 400 on an error, too, and would send a body again after a 307 or 308: that it cannot is no
 * fault of the answer. */
bool isWhole(const QNetworkReply &reply, int status)
{
    if (reply.error() == QNetworkReply::ContentReSendError)
        return status > 0;
    return reply.error() == QNetworkReply::NoError || status >= 400;
}

/** Without the beginning of a secret at its end, where an answer broke off. */
void dropHalfSecret(QByteArray &body, const QByteArray &secret)
{
    constexpr qsizetype c_told = 4; // fewer characters give nothing away
    for (qsizetype size = std::min(secret.size() - 1, body.size()); size >= c_told; --size) {
        if (body.endsWith(QByteArrayView(secret).first(size))) {
            body.chop(size);
            body += "****";
            return;
        }
    }
}

QString withoutSecrets(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace

QString keptAnswer(QByteArray body, const QByteArrayList &secrets, qsizetype mostKept)
{
    for (const QByteArray &secret : secrets) {
        if (!secret.isEmpty())
            body.replace(secret, "****");
    }
    for (const QByteArray &secret : secrets)
        dropHalfSecret(body, secret);
    QString text = QString::fromUtf8(body);
    text.replace(QChar(QChar::Null), QChar(QChar::ReplacementCharacter));
    return cutTo(text, mostKept);
}

AnswerReader::AnswerReader(QNetworkReply &reply, QByteArrayList secrets, qsizetype mostKept)
    : m_reply(reply)
    , m_secrets(std::move(secrets))
    , m_mostKept(mostKept)
{
    m_reply.setReadBufferSize(c_mostRead);
    QObject::connect(&m_reply, &QIODevice::readyRead, &m_reply, [this] { read(); });
}

void AnswerReader::read()
{
    m_body += m_reply.read(c_mostRead - m_body.size());
    if (m_body.size() < c_mostRead || m_cut)
        return;
    m_cut = true;
    // Queued, since it ends in finished(), after which this reader may be gone.
    QMetaObject::invokeMethod(&m_reply, &QNetworkReply::abort, Qt::QueuedConnection);
}

QString AnswerReader::failureWords() const
{
    if (m_reply.error() == QNetworkReply::OperationCanceledError)
        return QStringLiteral("nothing in time");
    if (m_reply.error() == QNetworkReply::ContentReSendError) // a request goes out only once
        return QStringLiteral("Connection closed");
    return m_reply.errorString();
}

DestinationAnswer AnswerReader::answer()
{
    if (m_reply.isOpen())
        read();
    DestinationAnswer answer;
    const QVariant status = m_reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (status.isValid())
        answer.status = status.toInt();
    answer.contentType = m_reply.rawHeader("Content-Type");
    answer.date = m_reply.rawHeader("Date");
    answer.retryAfter = m_reply.rawHeader("Retry-After");
    answer.location = withoutSecrets(m_reply.header(QNetworkRequest::LocationHeader).toUrl());
    answer.statusReason = keptAnswer(m_reply.rawHeader("X-Status-Reason"), m_secrets, c_mostReason);
    answer.text = keptAnswer(m_body, m_secrets, m_mostKept);
    answer.body = m_body;
    answer.complete = m_cut || isWhole(m_reply, answer.status.value_or(0));
    if (!answer.complete)
        answer.networkFailure = failureWords();
    answer.nothingSent = !answer.status && isBeforeSending(m_reply.error());
    return answer;
}

} // namespace earshot
