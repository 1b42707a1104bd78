// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace earshot {

struct HttpBounds {
    qsizetype head = 65'536; ///< bytes of all heads, interim ones and trailers together
    qsizetype body = 1'048'576; ///< what is over that is not read
};

/** Reads one answer of HTTP/1.1 (RFC 9112) from bytes as they come, within bounds whatever a server sends. Interim
 * answers (1xx) are read over. A plain value. */
class HttpAnswerParser
{
public:
    enum class State {
        Head,
        Body,
        Whole,
        Cut, ///< the body is longer than its bound; what fits is kept
        Broken, ///< what came is no such answer
    };

    explicit HttpAnswerParser(HttpBounds bounds = {})
        : m_bounds(bounds)
    {
    }

    /** The next bytes. What comes after its end is dropped, and with it the connection. */
    void add(const QByteArray &bytes);
    /** The connection has ended. */
    void end();

    State state() const { return m_state; }

    bool isOver() const { return m_state != State::Head && m_state != State::Body; }

    /** Once the head is read; 0 before. */
    int status() const { return m_status; }

    /** The field's value, the first one where there are several; null without one. @p name in lower case. */
    QByteArray field(const QByteArray &name) const;

    const QByteArray &body() const { return m_body; }

    /** What is wrong, in words; null unless Broken. */
    const QString &problem() const { return m_problem; }

    /** Whether another request may go over the same connection. */
    bool keepsConnection() const;

private:
    enum class Step { Line, Fields, Length, UntilEnd, ChunkSize, Chunk, ChunkEnd, Trailer };

    void advance();
    /** Whether there was enough to go on. */
    bool step();
    bool takeStatus();
    bool takeField();
    bool takeBody(qint64 most);
    bool takeChunkSize();
    bool takeChunkEnd();
    bool takeTrailer();
    void endHead();
    void findBody();
    /** Nothing where it is malformed, or two of them differ. */
    std::optional<qint64> length() const;
    /** The next line without its end; nothing if it has not come whole. */
    std::optional<QByteArray> line();
    bool fail(const QString &problem);

    HttpBounds m_bounds;
    State m_state = State::Head;
    Step m_step = Step::Line;
    QByteArray m_input;
    qsizetype m_at = 0; ///< what is read of m_input
    qsizetype m_headBytes = 0;
    int m_status = 0;
    bool m_isOld = false; ///< HTTP/1.0
    QList<std::pair<QByteArray, QByteArray>> m_fields; ///< names in lower case
    qint64 m_left = 0; ///< of the body, or of this chunk
    QByteArray m_body;
    QString m_problem;
};

} // namespace earshot
