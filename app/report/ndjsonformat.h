// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/report/fieldchoice.h"
#include "app/report/isotimewriter.h"
#include "app/report/jsonwriter.h"
#include "app/report/recordformat.h"

namespace earshot {

/** One JSON object a line, each with every chosen field, null where unknown. */
class NdjsonFormat final : public RecordFormat
{
public:
    NdjsonFormat(const FieldChoice &fields, const QTimeZone &zone);

    void appendHeader(QByteArray &) override { }

    void appendRecord(QByteArray &out, const Record &record) override;

private:
    FieldChoice m_fields;
    IsoTimeWriter m_times;
};

/** The chosen keys and values of a record, inside an object that the caller begins and ends. */
void writeFields(JsonWriter &json, const FieldChoice &fields, const Record &record, IsoTimeWriter &times);

/** The moment as a JSON text. */
void writeTime(JsonWriter &json, Timestamp time, IsoTimeWriter &times);

} // namespace earshot
