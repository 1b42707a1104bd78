// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QStringView>

namespace earshot {

/** Writes compact JSON (RFC 8259) straight into a buffer. Unlike QJsonObject it keeps keys in the order they are said.
 * The caller sees to it that what is begun is ended and that a key has a value. */
class JsonWriter
{
public:
    /** Adds to @p out, which must outlive it. */
    explicit JsonWriter(QByteArray &out)
        : m_out(out)
    {
    }

    void beginObject() { begin('{'); }

    void endObject() { end('}'); }

    void beginArray() { begin('['); }

    void endArray() { end(']'); }

    /** @p name is one of ours: letters, digits and underscores. */
    void key(QLatin1StringView name);

    void null() { raw("null"); }

    void boolean(bool yes) { raw(yes ? QByteArrayView("true") : QByteArrayView("false")); }

    void integer(qint64 number);
    void text(QStringView text);
    /** A null QString is null. */
    void textOrNull(const QString &value);
    /** A value that is JSON already, on one line. */
    void raw(QByteArrayView json);
    void raw(QStringView json);

private:
    void begin(char bracket);
    void end(char bracket);
    void separate();

    QByteArray &m_out;
    bool m_needsComma = false;
};

} // namespace earshot
