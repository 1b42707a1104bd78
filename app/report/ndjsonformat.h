// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/report/isotimewriter.h"
#include "app/report/jsonwriter.h"
#include "app/report/recordformat.h"

namespace earshot {

/** One JSON object a line, each with every field of its kind in the order of exports, null where unknown. */
class NdjsonFormat final : public RecordFormat
{
public:
    NdjsonFormat(RecordKind kind, const QTimeZone &zone);

    void appendHeader(QByteArray &) override { }

    void appendRecord(QByteArray &out, const Record &record) override;

private:
    std::span<const Field> m_fields;
    IsoTimeWriter m_times;
};

/** The keys and values of a record, inside an object that the caller begins and ends. */
void writeFields(JsonWriter &json, std::span<const Field> fields, const Record &record, IsoTimeWriter &times);

/** The moment as a JSON text. */
void writeTime(JsonWriter &json, Timestamp time, IsoTimeWriter &times);

} // namespace earshot
