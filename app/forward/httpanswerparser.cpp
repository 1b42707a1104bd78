// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/httpanswerparser.h"

#include <algorithm>

namespace earshot {
namespace {

constexpr qsizetype c_longestChunkLine = 1024; // with whatever extensions nobody uses

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/** RFC 9110 section 5.6.2. */
bool isToken(const QByteArray &text)
{
    const auto isTokenCharacter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c)
               || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    };
    return !text.isEmpty() && std::ranges::all_of(text, isTokenCharacter);
}

} // namespace

void HttpAnswerParser::add(const QByteArray &bytes)
{
    m_input += bytes;
    advance();
}

void HttpAnswerParser::end()
{
    if (isOver())
        return;
    if (m_step == Step::UntilEnd)
        m_state = State::Whole;
    else
        fail(m_status == 0 ? QStringLiteral("closed without an answer") : QStringLiteral("closed within its answer"));
}

void HttpAnswerParser::advance()
{
    while (!isOver() && step()) { }
    m_input.remove(0, m_at);
    m_at = 0;
}

bool HttpAnswerParser::step()
{
    switch (m_step) {
    case Step::Line:
        return takeStatus();
    case Step::Fields:
        return takeField();
    case Step::Length:
    case Step::Chunk:
        return takeBody(m_left);
    case Step::UntilEnd:
        return takeBody(m_input.size() - m_at);
    case Step::ChunkSize:
        return takeChunkSize();
    case Step::ChunkEnd:
        return takeChunkEnd();
    case Step::Trailer:
        return takeTrailer();
    }
    Q_UNREACHABLE();
}

bool HttpAnswerParser::fail(const QString &problem)
{
    m_state = State::Broken;
    m_problem = problem;
    return false;
}

std::optional<QByteArray> HttpAnswerParser::line()
{
    const qsizetype end = m_input.indexOf('\n', m_at);
    const bool isBody = m_step == Step::ChunkSize || m_step == Step::ChunkEnd;
    const qsizetype most = isBody ? c_longestChunkLine : m_bounds.head - m_headBytes;
    const qsizetype size = (end < 0 ? m_input.size() : end + 1) - m_at;
    if (size > most) {
        fail(isBody ? QStringLiteral("answers with a broken body") : QStringLiteral("answers with too large a head"));
        return std::nullopt;
    }
    if (end < 0)
        return std::nullopt;
    QByteArray found = m_input.mid(m_at, size - 1);
    m_at += size;
    if (!isBody)
        m_headBytes += size;
    if (found.endsWith('\r'))
        found.chop(1);
    return found;
}

bool HttpAnswerParser::takeStatus()
{
    const auto start = line();
    if (!start)
        return false;
    const bool isHttp = start->size() >= 12 && start->startsWith("HTTP/1.") && isDigit(start->at(7))
                        && start->at(8) == ' ' && (start->size() == 12 || start->at(12) == ' ')
                        && std::all_of(start->begin() + 9, start->begin() + 12, isDigit);
    if (!isHttp)
        return fail(QStringLiteral("does not answer by HTTP"));
    m_isOld = start->at(7) == '0';
    m_status = start->mid(9, 3).toInt();
    m_fields.clear();
    m_step = Step::Fields;
    return true;
}

bool HttpAnswerParser::takeField()
{
    const auto field = line();
    if (!field)
        return false;
    if (field->isEmpty()) {
        endHead();
        return true;
    }
    const qsizetype colon = field->indexOf(':');
    const QByteArray name = field->left(std::max<qsizetype>(colon, 0));
    if (!isToken(name) || field->contains('\0'))
        return fail(QStringLiteral("answers with a broken head"));
    m_fields.append({name.toLower(), field->mid(colon + 1).trimmed()});
    return true;
}

void HttpAnswerParser::endHead()
{
    if (m_status == 101 || m_status < 100 || m_status > 599) {
        fail(QStringLiteral("answers with a status that nobody asked for, %1").arg(m_status));
    } else if (m_status < 200) { // the real one follows
        m_status = 0;
        m_step = Step::Line;
    } else {
        findBody();
    }
}

/** RFC 9112 section 6.3. */
void HttpAnswerParser::findBody()
{
    m_state = State::Body;
    const QByteArray coding = field("transfer-encoding").toLower();
    const auto wanted = length();
    if (m_status == 204 || m_status == 304) {
        m_state = State::Whole;
    } else if (coding == "chunked") {
        m_step = Step::ChunkSize;
    } else if (!coding.isEmpty() || !wanted) {
        fail(QStringLiteral("answers with a body of no known length"));
    } else if (*wanted >= 0) {
        m_left = *wanted;
        m_step = Step::Length;
        if (m_left == 0)
            m_state = State::Whole;
    } else {
        m_step = Step::UntilEnd;
    }
}

std::optional<qint64> HttpAnswerParser::length() const
{
    qint64 found = -1;
    for (const auto &[name, value] : m_fields) {
        if (name != "content-length")
            continue;
        bool isNumber = !value.isEmpty() && std::ranges::all_of(value, isDigit);
        const qint64 size = isNumber ? value.toLongLong(&isNumber) : 0;
        if (!isNumber || (found >= 0 && found != size))
            return std::nullopt;
        found = size;
    }
    return found;
}

bool HttpAnswerParser::takeBody(qint64 most)
{
    const qsizetype here = std::min<qint64>(m_input.size() - m_at, most);
    if (here == 0)
        return false;
    const qsizetype room = m_bounds.body - m_body.size();
    m_body += QByteArrayView(m_input).sliced(m_at, std::min(here, room));
    m_at += here;
    m_left -= here;
    if (here > room) {
        m_state = State::Cut;
        return false;
    }
    if (m_step == Step::Chunk && m_left == 0)
        m_step = Step::ChunkEnd;
    else if (m_step == Step::Length && m_left == 0)
        m_state = State::Whole;
    return true;
}

bool HttpAnswerParser::takeChunkSize()
{
    const auto text = line();
    if (!text)
        return false;
    const QByteArray size = text->split(';').first().trimmed();
    const auto isHex = [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    bool isNumber = !size.isEmpty() && std::ranges::all_of(size, isHex);
    m_left = isNumber ? size.toLongLong(&isNumber, 16) : 0;
    if (!isNumber)
        return fail(QStringLiteral("answers with a broken body"));
    m_step = m_left > 0 ? Step::Chunk : Step::Trailer;
    return true;
}

bool HttpAnswerParser::takeChunkEnd()
{
    const auto text = line();
    if (!text)
        return false;
    if (!text->isEmpty())
        return fail(QStringLiteral("answers with a broken body"));
    m_step = Step::ChunkSize;
    return true;
}

bool HttpAnswerParser::takeTrailer()
{
    const auto text = line();
    if (!text)
        return false;
    if (text->isEmpty())
        m_state = State::Whole;
    return true;
}

QByteArray HttpAnswerParser::field(const QByteArray &name) const
{
    const auto found = std::ranges::find_if(m_fields, [&name](const auto &field) { return field.first == name; });
    return found == m_fields.end() ? QByteArray() : found->second;
}

bool HttpAnswerParser::keepsConnection() const
{
    const QByteArray connection = field("connection").toLower();
    const bool isAsked = m_isOld ? connection.contains("keep-alive") : !connection.contains("close");
    return m_state == State::Whole && m_step != Step::UntilEnd && isAsked && m_input.isEmpty();
}

} // namespace earshot
