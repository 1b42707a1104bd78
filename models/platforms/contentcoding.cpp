// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/contentcoding.h"

#include <QList>

#include <zlib.h>

#include <array>
#include <limits>

namespace earshot {
namespace {

constexpr qsizetype c_mostCodings = 4; // nobody sends more than one; each costs a whole pass
constexpr qsizetype c_chunkBytes = qsizetype(64) * 1024;

/** zlib's window bits say which wrapper it expects (zlib.h, inflateInit2). */
enum class Wrapper { Gzip = MAX_WBITS + 16, Zlib = MAX_WBITS, None = -MAX_WBITS };

/** A zlib stream over bytes that must outlive it. */
class Inflater
{
public:
    Inflater(QByteArrayView input, Wrapper wrapper)
    {
        // zlib does not write to its input; only an old signature says so.
        m_stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(input.data()));
        m_stream.avail_in = uInt(input.size());
        m_ready = inflateInit2(&m_stream, int(wrapper)) == Z_OK;
    }

    ~Inflater()
    {
        if (m_ready)
            inflateEnd(&m_stream);
    }

    Q_DISABLE_COPY_MOVE(Inflater)

    bool isReady() const { return m_ready; }

    bool isAtEnd() const { return m_stream.avail_in == 0; }

    bool startNextMember() { return inflateReset(&m_stream) == Z_OK; }

    /** zlib's status after inflating the next chunk onto @p output. */
    int inflateOnto(QByteArray &output)
    {
        m_stream.next_out = reinterpret_cast<Bytef *>(m_chunk.data());
        m_stream.avail_out = uInt(m_chunk.size());
        const int status = inflate(&m_stream, Z_NO_FLUSH);
        output.append(m_chunk.data(), qsizetype(m_chunk.size()) - qsizetype(m_stream.avail_out));
        return status;
    }

private:
    z_stream m_stream{};
    bool m_ready = false;
    std::array<char, c_chunkBytes> m_chunk;
};

/** Bare deflate and the wrapped one share a name (RFC 9110 section 8.4.1.2); the wrapper's two bytes tell (RFC 1950
 * section 2.2). */
Wrapper deflateWrapper(QByteArrayView body)
{
    if (body.size() < 2)
        return Wrapper::Zlib;
    const unsigned first = uchar(body[0]);
    const unsigned second = uchar(body[1]);
    const bool wrapped = (first & 0x0FU) == Z_DEFLATED && (first * 256 + second) % 31 == 0;
    return wrapped ? Wrapper::Zlib : Wrapper::None;
}

Result<QByteArray> inflated(QByteArrayView body, Wrapper wrapper, qsizetype limitBytes)
{
    if (body.isEmpty())
        return QByteArray();
    if (body.size() > std::numeric_limits<uInt>::max())
        return failure(ErrorCode::TooLarge, QStringLiteral("compressed body of %1 bytes").arg(body.size()));
    Inflater inflater(body, wrapper);
    if (!inflater.isReady())
        return failure(ErrorCode::TooLarge, QStringLiteral("no memory to inflate with"));

    QByteArray output;
    while (true) {
        const int status = inflater.inflateOnto(output);
        if (output.size() > limitBytes)
            return failure(ErrorCode::TooLarge, QStringLiteral("compressed body grows past %1 bytes").arg(limitBytes));
        if (status == Z_BUF_ERROR)
            return failure(ErrorCode::WrongShape, QStringLiteral("compressed body ends too early"));
        if (status != Z_OK && status != Z_STREAM_END)
            return failure(ErrorCode::WrongShape, QStringLiteral("compressed body is broken"));
        if (status == Z_OK)
            continue;
        if (inflater.isAtEnd())
            return output;
        // RFC 1952 section 2.2: a gzip file is a series of members.
        if (wrapper != Wrapper::Gzip || !inflater.startNextMember())
            return failure(ErrorCode::WrongShape, QStringLiteral("compressed body goes on after its end"));
    }
}

Result<QByteArray> undone(QByteArrayView body, const QByteArray &coding, qsizetype limitBytes)
{
    if (coding == "gzip" || coding == "x-gzip")
        return inflated(body, Wrapper::Gzip, limitBytes);
    if (coding == "deflate")
        return inflated(body, deflateWrapper(body), limitBytes);
    return failure(ErrorCode::UnsupportedCoding, QStringLiteral("Content-Encoding is neither gzip nor deflate"));
}

/** The codings to undo, in the order they were applied. */
QList<QByteArray> codingsOf(QByteArrayView encoding)
{
    QList<QByteArray> codings;
    for (const QByteArray &item : encoding.toByteArray().split(',')) {
        const QByteArray coding = item.trimmed().toLower();
        if (!coding.isEmpty() && coding != "identity")
            codings.append(coding);
    }
    return codings;
}

} // namespace

Result<QByteArray> decodeContent(QByteArrayView body, QByteArrayView encoding, qsizetype limitBytes)
{
    const QList<QByteArray> codings = codingsOf(encoding);
    if (codings.size() > c_mostCodings)
        return failure(ErrorCode::UnsupportedCoding,
                       QStringLiteral("Content-Encoding names %1 codings").arg(codings.size()));
    if (codings.isEmpty() && body.size() > limitBytes)
        return failure(ErrorCode::TooLarge, QStringLiteral("body is larger than %1 bytes").arg(limitBytes));

    Result<QByteArray> decoded = body.toByteArray();
    for (qsizetype i = codings.size() - 1; i >= 0 && decoded; --i)
        decoded = undone(*decoded, codings.at(i), limitBytes);
    return decoded;
}

} // namespace earshot
