// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/httpanswerparser.h"

#include <QSslConfiguration>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

class QSslSocket;

namespace earshot {

struct ExchangeSettings {
    std::chrono::milliseconds silence = std::chrono::seconds(30); ///< no byte moves for so long: given up
    std::chrono::milliseconds exchange = std::chrono::minutes(5); ///< longest from start to end, however it drips
};

/** A connection that was used and may be used again. */
using HttpConnection = std::unique_ptr<QSslSocket>;

/** One request over a connection and the answer to it. The request goes out once at most: what may be sent again is for
 * others to decide, who look first. (Qt's own client repeats even a POST where a connection ends without a word, and
 * can be kept busy for ever by a server that answers in tiny chunks.) Of one thread, whose event loop it needs. */
class HttpTransfer final : public QObject
{
    Q_OBJECT

public:
    /** @p request is all that goes out. */
    HttpTransfer(const QUrl &url, const QByteArray &request, ExchangeSettings settings, QObject *parent = nullptr);
    ~HttpTransfer() override;

    /** Over a new connection, whose certificate is checked by @p tls. */
    void start(const QSslConfiguration &tls);
    /** Over one that was used. */
    void start(HttpConnection connection);

    /** Calls @p then once it has finished; at once if it has. */
    void whenFinished(std::function<void()> then);

    /** Finishes now. */
    void stop();

    bool isFinished() const { return m_isFinished; }

    bool wasStopped() const { return m_wasStopped; }

    /** No byte of the request can have reached anybody. */
    bool nothingSent() const { return !m_isWritten; }

    /** Nothing came back, not even the beginning of an answer, and nothing was waited for in vain. */
    bool endedWithoutAWord() const { return m_isWritten && !m_hasCome && !m_wasStopped && !m_isTooLate; }

    const HttpAnswerParser &answer() const { return m_answer; }

    /** Why no whole answer came; null if one did. */
    QString failure() const;

    /** The connection, if it may be used again; else null. Once, after it has finished. */
    HttpConnection takeConnection();

private:
    void listen();
    void write();
    void read();
    void noteEnd();
    void tooLate();
    void finish();

    const QUrl m_url;
    const QByteArray m_request;
    HttpConnection m_socket;
    HttpAnswerParser m_answer;
    QTimer m_silence;
    QTimer m_longest;
    QString m_socketWords;
    std::function<void()> m_then;
    bool m_isWritten = false;
    bool m_hasCome = false;
    bool m_isTooLate = false;
    bool m_wasStopped = false;
    bool m_isFinished = false;
};

} // namespace earshot
