// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/payloadjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace earshot {
namespace {

constexpr qsizetype c_deepest = 1024;
constexpr QByteArrayView c_byteOrderMark("\xEF\xBB\xBF");
constexpr QByteArrayView c_afterScalar(",]} \t\r\n");

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/** Enough of a text for @p limit characters, cut neither in an escape nor in a character. */
QByteArrayView beginning(QByteArrayView inner, qsizetype limit)
{
    constexpr qsizetype longestEscape = 6; // a character without one takes at most four bytes
    if (inner.size() / longestEscape <= limit)
        return inner;
    const auto isInsideCharacter = [](char byte) { return (uchar(byte) & 0xC0U) == 0x80U; }; // RFC 3629 section 3
    qsizetype end = 0;
    while (end < inner.size() && (end < limit * longestEscape || isInsideCharacter(inner[end]))) {
        const bool isEscape = inner[end] == '\\' && end + 1 < inner.size();
        end += !isEscape ? 1 : inner[end + 1] == 'u' ? longestEscape : 2;
    }
    return inner.first(std::min(end, inner.size()));
}

/** What stands between the quotes, without escapes. */
QString unescaped(QByteArrayView inner, qsizetype limit)
{
    const QByteArrayView cut = beginning(inner, limit);
    if (!cut.contains('\\'))
        return QString::fromUtf8(cut).left(limit);
    const QByteArray array = QByteArray("[\"" + cut.toByteArray() + "\"]");
    const QJsonDocument document = QJsonDocument::fromJson(array);
    return document.isArray() ? document.array().first().toString().left(limit) : QString::fromUtf8(cut).left(limit);
}

bool isPlainName(const QString &name)
{
    const auto isLetter = [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('A') && c <= QLatin1Char('Z'))
               || c == QLatin1Char('_');
    };
    const auto isPart = [&](QChar c) { return isLetter(c) || (c >= QLatin1Char('0') && c <= QLatin1Char('9')); };
    return !name.isEmpty() && isLetter(name.front()) && std::ranges::all_of(name, isPart);
}

QString quoted(const QString &name)
{
    return QString::fromUtf8(jsonToken(name));
}

} // namespace

/** Goes through the text once, without recursion. */
class JsonOutline::Reader
{
public:
    Reader(JsonOutline &outline, const QByteArray &text)
        : m_outline(outline)
        , m_text(text)
        , m_at(text.startsWith(c_byteOrderMark) ? c_byteOrderMark.size() : 0)
    {
    }

    Result<void> read()
    {
        if (!takeValue(-1, 0))
            return wrong();
        while (!m_open.empty()) {
            if (m_outline.m_nodes.size() > std::size_t(c_mostNodes))
                return failure(ErrorCode::TooLarge, QStringLiteral("more than %1 values").arg(c_mostNodes));
            if (!takeNext())
                return wrong();
        }
        skipSpace();
        return isAtEnd() ? Result<void>() : wrong();
    }

private:
    /** A container whose end has not come. */
    struct Open {
        int node = 0;
        std::size_t firstPending = 0; ///< where its children begin in m_pending
        bool isObject = false;
    };

    bool isAtEnd() const { return m_at >= m_text.size(); }

    std::unexpected<Error> wrong() const { return failure(ErrorCode::JsonSyntax, QString::number(m_at)); }

    void skipSpace()
    {
        while (!isAtEnd() && isSpace(m_text[m_at]))
            ++m_at;
    }

    bool take(char expected)
    {
        skipSpace();
        if (isAtEnd() || m_text[m_at] != expected)
            return false;
        ++m_at;
        return true;
    }

    /** The next member or element of the innermost container, or its end. */
    bool takeNext()
    {
        const Open &open = m_open.back();
        const bool isFirst = m_pending.size() == open.firstPending;
        if (take(open.isObject ? '}' : ']'))
            return close();
        if (!isFirst && !take(','))
            return false;
        if (!open.isObject)
            return takeValue(-1, 0);
        skipSpace();
        const qsizetype begin = m_at + 1;
        if (!takeText())
            return false;
        const qsizetype length = m_at - 1 - begin;
        return take(':') && takeValue(int(begin), int(length));
    }

    bool close()
    {
        const Open open = m_open.back();
        m_open.pop_back();
        JsonNode &node = m_outline.m_nodes[std::size_t(open.node)];
        node.firstChild = int(m_outline.m_children.size());
        node.children = int(m_pending.size() - open.firstPending);
        node.length = int(m_at) - node.begin;
        for (std::size_t i = open.firstPending; i < m_pending.size(); ++i) {
            m_outline.m_nodes[std::size_t(m_pending[i])].row = int(i - open.firstPending);
            m_outline.m_children.push_back(m_pending[i]);
        }
        m_pending.resize(open.firstPending);
        m_pending.push_back(open.node);
        return true;
    }

    bool takeValue(int nameBegin, int nameLength)
    {
        skipSpace();
        if (isAtEnd())
            return false;
        JsonNode node;
        node.parent = m_open.empty() ? -1 : m_open.back().node;
        node.nameBegin = nameBegin;
        node.nameLength = nameLength;
        node.begin = int(m_at);
        const char c = m_text[m_at];
        if (c == '{' || c == '[')
            return open(node, c == '{');
        node.type = c == '"'                             ? JsonType::Text
                    : c == '-' || (c >= '0' && c <= '9') ? JsonType::Number
                                                         : JsonType::Keyword;
        if (!(c == '"' ? takeText() : takeScalar(node.type)))
            return false;
        node.length = int(m_at) - node.begin;
        m_pending.push_back(int(m_outline.m_nodes.size()));
        m_outline.m_nodes.push_back(node);
        return true;
    }

    bool open(JsonNode node, bool isObject)
    {
        if (m_open.size() >= std::size_t(c_deepest))
            return false;
        ++m_at;
        node.type = isObject ? JsonType::Object : JsonType::Array;
        m_open.push_back({int(m_outline.m_nodes.size()), m_pending.size(), isObject});
        m_outline.m_nodes.push_back(node);
        return true;
    }

    /** Quote to quote. */
    bool takeText()
    {
        if (isAtEnd() || m_text[m_at] != '"')
            return false;
        for (qsizetype at = m_at + 1; at < m_text.size(); ++at) {
            if (m_text[at] == '\\') {
                ++at;
            } else if (m_text[at] == '"') {
                m_at = at + 1;
                return true;
            }
        }
        m_at = m_text.size();
        return false;
    }

    bool takeScalar(JsonType type)
    {
        const qsizetype begin = m_at;
        while (!isAtEnd() && !c_afterScalar.contains(m_text[m_at]))
            ++m_at;
        const QByteArrayView token = m_text.sliced(begin, m_at - begin);
        return type == JsonType::Number || token == "true" || token == "false" || token == "null";
    }

    JsonOutline &m_outline;
    const QByteArrayView m_text;
    qsizetype m_at;
    std::vector<Open> m_open;
    std::vector<int> m_pending; ///< finished children of the open containers
};

Result<JsonOutlinePtr> JsonOutline::read(const QByteArray &text)
{
    auto outline = std::make_shared<JsonOutline>();
    outline->m_source = text;
    if (const Result<void> done = Reader(*outline, text).read(); !done)
        return std::unexpected(done.error());
    return JsonOutlinePtr(std::move(outline));
}

int JsonOutline::member(int index, QStringView wanted) const
{
    const JsonNode &container = node(index);
    for (int row = container.children - 1; row >= 0 && container.type == JsonType::Object; --row) {
        const int candidate = child(index, row);
        if (name(candidate) == wanted)
            return candidate;
    }
    return -1;
}

QString JsonOutline::name(int index) const
{
    const JsonNode &named = node(index);
    if (named.nameBegin < 0)
        return {};
    const QString text = unescaped(QByteArrayView(m_source).sliced(named.nameBegin, named.nameLength), m_source.size());
    return text.isNull() ? QStringLiteral("") : text;
}

QByteArrayView JsonOutline::token(int index) const
{
    return QByteArrayView(m_source).sliced(node(index).begin, node(index).length);
}

QString JsonOutline::text(int index, qsizetype limit) const
{
    const QByteArrayView whole = token(index);
    if (node(index).type != JsonType::Text)
        return QString::fromUtf8(whole.first(std::min(whole.size(), limit)));
    return unescaped(whole.sliced(1, whole.size() - 2), limit);
}

QList<int> JsonOutline::lineage(int index) const
{
    QList<int> nodes;
    for (int at = index; node(at).parent >= 0; at = node(at).parent)
        nodes.prepend(at);
    return nodes;
}

QString JsonOutline::path(int index) const
{
    QString path;
    for (const int at : lineage(index)) {
        const QString step = name(at);
        if (step.isNull())
            path += QStringLiteral("[%1]").arg(node(at).row);
        else if (!isPlainName(step))
            path += QString(QLatin1Char('[') + quoted(step) + QLatin1Char(']'));
        else
            path += QString((path.isEmpty() ? QString() : QStringLiteral(".")) + step);
    }
    return path;
}

QString JsonOutline::jqPath(int index) const
{
    QString path;
    for (const int at : lineage(index)) {
        const QString step = name(at);
        if (step.isNull())
            path +=
                QString((path.isEmpty() ? QStringLiteral(".") : QString()) + QStringLiteral("[%1]").arg(node(at).row));
        else
            path += QString(QLatin1Char('.') + (isPlainName(step) ? step : quoted(step)));
    }
    return path.isEmpty() ? QStringLiteral(".") : path;
}

QByteArray jsonToken(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

namespace {

/** Writes a value over several lines, without recursion. */
class PrettyWriter
{
public:
    explicit PrettyWriter(const JsonOutline &outline)
        : m_outline(outline)
    {
    }

    QString write(int top)
    {
        begin(top);
        while (!m_open.empty()) {
            Open &open = m_open.back();
            if (open.next < m_outline.node(open.node).children)
                writeChild(open);
            else
                end();
        }
        return QString::fromUtf8(m_text);
    }

private:
    struct Open {
        int node = 0;
        int next = 0;
    };

    void startLine() { m_text += '\n' + QByteArray(qsizetype(m_open.size()) * 2, ' '); }

    void writeChild(Open &open)
    {
        if (open.next > 0)
            m_text += ',';
        startLine();
        const int child = m_outline.child(open.node, open.next++);
        const JsonNode &node = m_outline.node(child);
        if (node.nameBegin >= 0)
            m_text += m_outline.source().sliced(node.nameBegin - 1, node.nameLength + 2) + ": ";
        begin(child);
    }

    void begin(int index)
    {
        const JsonNode &node = m_outline.node(index);
        if (node.type != JsonType::Object && node.type != JsonType::Array) {
            m_text += m_outline.token(index);
        } else if (node.children == 0) {
            m_text += node.type == JsonType::Object ? "{}" : "[]";
        } else {
            m_text += node.type == JsonType::Object ? '{' : '[';
            m_open.push_back({index, 0});
        }
    }

    void end()
    {
        const JsonType type = m_outline.node(m_open.back().node).type;
        m_open.pop_back();
        startLine();
        m_text += type == JsonType::Object ? '}' : ']';
    }

    const JsonOutline &m_outline;
    QByteArray m_text;
    std::vector<Open> m_open;
};

/** The value as a token: itself where it is a JSON container, else a text. */
QByteArray fieldToken(const QByteArray &value)
{
    const QByteArrayView trimmed = QByteArrayView(value).trimmed();
    const bool mayBeJson = trimmed.startsWith('{') || trimmed.startsWith('[');
    if (mayBeJson && value.isValidUtf8() && !QJsonDocument::fromJson(value).isNull())
        return value;
    return jsonToken(QString::fromUtf8(value));
}

} // namespace

QString prettyJson(const JsonOutline &outline, int index)
{
    return PrettyWriter(outline).write(index);
}

QByteArray formAsJson(const QList<NamedValue> &fields)
{
    QByteArray text = "{";
    for (const NamedValue &field : fields)
        text += QByteArray((text.size() > 1 ? "," : "") + jsonToken(field.name) + ":" + fieldToken(field.value));
    return text + '}';
}

} // namespace earshot
