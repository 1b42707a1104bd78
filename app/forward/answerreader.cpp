// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/answerreader.h"

#include <QNetworkReply>
#include <QUrl>

namespace earshot {
namespace {

constexpr qint64 c_mostRead = 1'048'576;

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
    answer.retryAfter = m_reply.rawHeader("Retry-After");
    answer.location = withoutSecrets(m_reply.header(QNetworkRequest::LocationHeader).toUrl());
    answer.text = keptAnswer(m_body, m_secrets, m_mostKept);
    // Qt calls a status from 400 on an error, too; those answers are whole.
    answer.complete = m_cut || m_reply.error() == QNetworkReply::NoError || answer.status.value_or(0) >= 400;
    if (!answer.complete)
        answer.networkFailure = failureWords();
    return answer;
}

} // namespace earshot
