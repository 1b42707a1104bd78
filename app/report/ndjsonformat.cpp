// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/ndjsonformat.h"

namespace earshot {
namespace {

struct ValueWriter {
    JsonWriter &json;
    IsoTimeWriter &times;

    void operator()(std::monostate) const { json.null(); }

    void operator()(bool yes) const { json.boolean(yes); }

    void operator()(qint64 number) const { json.integer(number); }

    void operator()(Timestamp time) const { writeTime(json, time, times); }

    void operator()(const QString &text) const { json.text(text); }

    void operator()(const JsonText &value) const { json.raw(QStringView(value.text)); }
};

} // namespace

NdjsonFormat::NdjsonFormat(const FieldChoice &fields, const QTimeZone &zone)
    : m_fields(fields)
    , m_times(zone)
{
}

void NdjsonFormat::appendRecord(QByteArray &out, const Record &record)
{
    JsonWriter json(out);
    json.beginObject();
    writeFields(json, m_fields, record, m_times);
    json.endObject();
    out.append('\n');
}

void writeFields(JsonWriter &json, const FieldChoice &fields, const Record &record, IsoTimeWriter &times)
{
    for (const std::size_t index : fields.indices()) {
        json.key(fields.field(index).name);
        std::visit(ValueWriter{json, times}, record[index]);
    }
}

void writeTime(JsonWriter &json, Timestamp time, IsoTimeWriter &times)
{
    QByteArray text("\"");
    times.append(text, time);
    json.raw(QByteArrayView(text.append('"')));
}

} // namespace earshot
