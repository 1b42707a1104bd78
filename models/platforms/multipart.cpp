// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/multipart.h"

#include <QStringDecoder>

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>

namespace earshot {
namespace {

constexpr qsizetype c_longestBoundary = 70; // RFC 2046 section 5.1.1
constexpr qsizetype c_longestPartHeader = qsizetype(16) * 1024;
constexpr qsizetype c_readBytes = qsizetype(64) * 1024;

struct ObjectUnref {
    void operator()(gpointer object) const { g_object_unref(object); }
};

template <typename T>
using ObjectPtr = std::unique_ptr<T, ObjectUnref>;

struct OptionsFree {
    void operator()(GMimeParserOptions *options) const { g_mime_parser_options_free(options); }
};

/** GMime keeps tables that must be made once, before any other call, by one thread. */
void initializeGMime()
{
    static const bool initialized = [] {
        g_mime_init();
        return true;
    }();
    Q_UNUSED(initialized)
}

/** Lenient about the alphabet of RFC 2046, strict about what could break out of the quoted parameter it is put in. */
bool isUsableBoundary(const QByteArray &boundary)
{
    const auto isUsable = [](char c) { return c >= ' ' && c < 0x7F && c != '"' && c != '\\'; };
    return !boundary.isEmpty() && boundary.size() <= c_longestBoundary && !boundary.endsWith(' ')
           && std::ranges::all_of(boundary, isUsable);
}

/** Looks at every part's header before GMime does, which knows no limits and goes into parts that are messages or
 * multiparts themselves. A form has no use for either (RFC 7578 section 4.3 even forbids nesting): such a part is made
 * a plain one here, by renaming its Content-Type, so that its value comes out like any other. */
class EntityChecker
{
public:
    EntityChecker(QByteArray &entity, qsizetype bodyBegin, const QByteArray &boundary)
        : m_entity(entity)
        , m_at(bodyBegin)
        , m_lineBegin("\n--" + boundary)
    {
    }

    /** The number of parts. Errors: FormSyntax. */
    Result<qsizetype> check()
    {
        qsizetype parts = 0;
        while (goToHeader()) {
            if (++parts > c_mostFormFields)
                return failure(ErrorCode::FormSyntax,
                               QStringLiteral("form has more than %1 parts").arg(c_mostFormFields));
            const qsizetype length = headerLength();
            if (length > c_longestPartHeader)
                return failure(ErrorCode::FormSyntax,
                               QStringLiteral("part %1 of the form has too long a header").arg(parts));
            makePlain(m_at, length);
        }
        return parts;
    }

private:
    /** Goes behind the next delimiter line; false if none comes, or the closing one does. */
    bool goToHeader()
    {
        // The search begins at a line's end, which the first delimiter shares with the entity's own header.
        m_at = m_entity.indexOf(m_lineBegin, m_at - 1);
        while (m_at >= 0) {
            m_at += m_lineBegin.size();
            if (const qsizetype lineEnd = blankLineEnd(m_at); lineEnd >= 0) {
                m_at = lineEnd + 1;
                return m_at <= m_entity.size();
            }
            if (QByteArrayView(m_entity).sliced(m_at).startsWith("--") && blankLineEnd(m_at + 2) >= 0)
                return false;
            m_at = m_entity.indexOf(m_lineBegin, m_at);
        }
        return false;
    }

    /** Where the line ends if only white space is left of it (RFC 2046 section 5.1.1), else -1. */
    qsizetype blankLineEnd(qsizetype at) const
    {
        while (at < m_entity.size() && QByteArrayView(" \t\r").contains(m_entity.at(at)))
            ++at;
        return at >= m_entity.size() || m_entity.at(at) == '\n' ? at : -1;
    }

    /** Bytes up to the empty line that ends the header at m_at; not looked for much farther than is allowed. */
    qsizetype headerLength() const
    {
        const QByteArrayView rest = QByteArrayView(m_entity).sliced(m_at - 1).first(
            std::min(m_entity.size() - m_at + 1, c_longestPartHeader + 3));
        const qsizetype unix = rest.indexOf("\n\n");
        const qsizetype internet = rest.indexOf("\n\r\n");
        const qsizetype end = unix < 0 || (internet >= 0 && internet < unix) ? internet : unix;
        return end < 0 ? rest.size() - 1 : end;
    }

    void makePlain(qsizetype begin, qsizetype length)
    {
        const QByteArray header = QByteArray("\n" + m_entity.sliced(begin, length)).toLower();
        if (!header.contains("multipart") && !header.contains("message"))
            return;
        constexpr QByteArrayView name("\ncontent-type");
        constexpr QByteArrayView replacement("\nx-kept-as-is");
        static_assert(name.size() == replacement.size());
        for (qsizetype at = header.indexOf(name); at >= 0; at = header.indexOf(name, at + 1))
            m_entity.replace(begin - 1 + at, name.size(), replacement);
    }

    QByteArray &m_entity;
    qsizetype m_at;
    const QByteArray m_lineBegin;
};

QByteArray readWhole(GMimeStream *stream)
{
    QByteArray bytes;
    std::array<char, c_readBytes> chunk;
    g_mime_stream_reset(stream);
    while (true) {
        const ssize_t count = g_mime_stream_read(stream, chunk.data(), chunk.size());
        if (count <= 0)
            return bytes;
        bytes.append(chunk.data(), count);
    }
}

/** What the part holds, as sent: the stream under the wrapper, which would undo a Content-Transfer-Encoding. */
QByteArray rawContent(GMimePart *part)
{
    GMimeDataWrapper *wrapper = g_mime_part_get_content(part);
    GMimeStream *stream = wrapper == nullptr ? nullptr : g_mime_data_wrapper_get_stream(wrapper);
    return stream == nullptr ? QByteArray("") : readWhole(stream);
}

/** The value in UTF-8: without a charset it is that already (RFC 7578 section 5.1.2). */
QByteArray inUtf8(const QByteArray &value, const char *charset, const QString &name, Warnings &warnings)
{
    if (charset == nullptr || qstricmp(charset, "us-ascii") == 0)
        return value;
    const auto encoding = QStringConverter::encodingForName(charset);
    if (encoding == QStringConverter::Utf8)
        return value;
    if (!encoding) {
        warnings.add(QLatin1StringView("charset-unknown"), name);
        return value;
    }
    QStringDecoder decoder(*encoding);
    return QString(decoder(value)).toUtf8();
}

/** Puts the parts of a parsed form into fields. */
class FormBuilder
{
public:
    explicit FormBuilder(Warnings &warnings)
        : m_warnings(warnings)
    {
    }

    void add(GMimeObject *part)
    {
        const char *name = g_mime_object_get_content_disposition_parameter(part, "name");
        if (name == nullptr)
            m_warnings.add(QLatin1StringView("part-skipped"), u"no name");
        else if (!GMIME_IS_PART(part))
            m_warnings.add(QLatin1StringView("part-skipped"), QString::fromUtf8(name));
        else
            addField(QString::fromUtf8(name), GMIME_PART(part));
    }

    Form form() const { return m_form; }

private:
    void addField(const QString &name, GMimePart *part)
    {
        const char *charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
        m_form.append({name, inUtf8(rawContent(part), charset, name, m_warnings)});
    }

    Warnings &m_warnings;
    Form m_form;
};

void noteTruncation(gint64 /*offset*/, GMimeParserWarning warning, const gchar * /*item*/, gpointer truncated)
{
    if (warning == GMIME_WARN_TRUNCATED_MESSAGE)
        *static_cast<bool *>(truncated) = true;
}

/** What GMime wants above a body: a header that names the boundary. */
QByteArray entityHeader(const QByteArray &boundary)
{
    return QByteArray("Content-Type: multipart/form-data; boundary=\"" + boundary + "\"\r\n\r\n");
}

struct ParsedEntity {
    ObjectPtr<GMimeObject> object;
    bool truncated = false;
};

ParsedEntity parsed(const QByteArray &entity)
{
    initializeGMime();
    ParsedEntity result;
    const ObjectPtr<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(entity.constData(), std::size_t(entity.size())));
    const ObjectPtr<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const std::unique_ptr<GMimeParserOptions, OptionsFree> options(g_mime_parser_options_new());
    g_mime_parser_options_set_warning_callback(options.get(), noteTruncation, &result.truncated);
    result.object.reset(g_mime_parser_construct_part(parser.get(), options.get()));
    return result;
}

Result<Form> formOf(const ParsedEntity &entity, Warnings &warnings)
{
    if (!entity.object || !GMIME_IS_MULTIPART(entity.object.get()))
        return failure(ErrorCode::FormSyntax, QStringLiteral("form cannot be taken apart"));
    if (entity.truncated)
        return failure(ErrorCode::FormSyntax, QStringLiteral("form ends without its closing line"));
    GMimeMultipart *multipart = GMIME_MULTIPART(entity.object.get());
    FormBuilder builder(warnings);
    for (int i = 0; i < g_mime_multipart_get_count(multipart); ++i)
        builder.add(g_mime_multipart_get_part(multipart, i));
    return builder.form();
}

} // namespace

Result<Form> readMultipart(QByteArrayView body, const QByteArray &boundary, Warnings &warnings)
{
    if (!isUsableBoundary(boundary))
        return failure(ErrorCode::FormSyntax, QStringLiteral("form names no usable boundary"));
    QByteArray entity = entityHeader(boundary);
    const qsizetype bodyBegin = entity.size();
    entity.append(body);
    const Result<qsizetype> parts = EntityChecker(entity, bodyBegin, boundary).check();
    if (!parts)
        return std::unexpected(parts.error());
    if (*parts == 0)
        return failure(ErrorCode::FormSyntax, QStringLiteral("form has no line with its boundary"));
    return formOf(parsed(entity), warnings);
}

QByteArray guessedBoundary(QByteArrayView body)
{
    if (!body.startsWith("--"))
        return {};
    const qsizetype lineEnd = body.indexOf('\n');
    const QByteArray boundary = body.sliced(2, std::max<qsizetype>(lineEnd - 2, 0)).trimmed().toByteArray();
    return isUsableBoundary(boundary) ? boundary : QByteArray();
}

} // namespace earshot
