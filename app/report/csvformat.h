// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/report/fieldchoice.h"
#include "app/report/isotimewriter.h"
#include "app/report/recordformat.h"

namespace earshot {

/** CSV as RFC 4180 has it: CRLF ends a row, the first row names the fields, a cell with a comma, quote, CR or LF is
 * quoted, its quotes doubled. UTF-8. The unknown is an empty cell, an object or list its compact JSON. A NUL, for which
 * CSV has no place, becomes U+FFFD. */
class CsvFormat final : public RecordFormat
{
public:
    enum class Reader {
        Program,
        /** Begins with a byte order mark and puts an apostrophe before text that would be taken for a formula (it
         * begins with
         *  `=`, `+`, `-`, `@`, tab, CR or LF): what a stranger said in a chat must not run in the reader's spreadsheet.
         */
        Spreadsheet,
    };

    /** Columns are those of @p fields, in its order. */
    CsvFormat(const FieldChoice &fields, const QTimeZone &zone, Reader reader);

    void appendHeader(QByteArray &out) override;
    void appendRecord(QByteArray &out, const Record &record) override;

private:
    FieldChoice m_fields;
    IsoTimeWriter m_times;
    Reader m_reader;
};

} // namespace earshot
