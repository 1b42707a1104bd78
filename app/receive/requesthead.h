// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QList>
#include <QVarLengthArray>

#include <algorithm>
#include <limits>
#include <optional>

namespace earshot {

/** A header field where it lies in the connection's memory. */
struct FieldView {
    QByteArrayView name;
    QByteArrayView value;
};

/** A request's line and header as libmicrohttpd took them apart; all views are valid until the request's end. */
struct RequestHead {
    QByteArrayView method; ///< in the block, at its start
    QByteArrayView version; ///< `HTTP/1.1`; in the block
    QByteArrayView target; ///< raw; a copy
    QVarLengthArray<FieldView, 24> fields;
    QByteArrayView block; ///< the whole of it in memory; the separators that the library found in it are NULs by now

    qsizetype count(QByteArrayView name) const
    {
        return std::count_if(fields.begin(), fields.end(),
                             [name](const FieldView &field) { return isNamed(field, name); });
    }

    /** The first field of that name in any case; null if there is none. */
    const FieldView *find(QByteArrayView name) const
    {
        const auto found =
            std::find_if(fields.begin(), fields.end(), [name](const FieldView &field) { return isNamed(field, name); });
        return found == fields.end() ? nullptr : &*found;
    }

    /** Of all fields of that name in any case, in their order. */
    QList<QByteArrayView> values(QByteArrayView name) const
    {
        QList<QByteArrayView> found;
        for (const FieldView &field : fields) {
            if (isNamed(field, name))
                found.append(field.value);
        }
        return found;
    }

    bool isHttp10() const { return version == QByteArrayView("HTTP/1.0"); }

    bool isChunked() const { return find("Transfer-Encoding") != nullptr; }

    /** Of Content-Length; nothing if there is none or it is no number (which libmicrohttpd has refused by then). What
     * is too large to be told is as large as can be. */
    std::optional<qint64> contentLength() const
    {
        const FieldView *field = find("Content-Length");
        const bool isNumber =
            field != nullptr && !field->value.isEmpty()
            && std::all_of(field->value.begin(), field->value.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!isNumber)
            return std::nullopt;
        bool fits = false;
        const qint64 length = field->value.toLongLong(&fits);
        return fits ? length : std::numeric_limits<qint64>::max();
    }

    bool announcesBody() const { return isChunked() || contentLength().value_or(0) > 0; }

    static bool isNamed(const FieldView &field, QByteArrayView name)
    {
        return field.name.compare(name, Qt::CaseInsensitive) == 0;
    }
};

} // namespace earshot
