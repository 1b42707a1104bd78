// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/csvformat.h"

#include "app/report/utf8.h"

namespace earshot {
namespace {

bool needsCare(QChar c)
{
    const char16_t unit = c.unicode();
    return unit <= u',' && (unit == u'"' || unit == u',' || unit == u'\n' || unit == u'\r' || unit == 0);
}

bool looksLikeFormula(QStringView text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r\n").contains(text.front());
}

void appendQuoted(QByteArray &out, QStringView text)
{
    QString cell = text.toString();
    cell.replace(QChar(QChar::Null), QChar(QChar::ReplacementCharacter));
    cell.replace(QLatin1Char('"'), QLatin1StringView("\"\""));
    out.append('"');
    appendUtf8(out, cell);
    out.append('"');
}

void appendCell(QByteArray &out, QStringView text)
{
    if (std::ranges::any_of(text, needsCare))
        appendQuoted(out, text);
    else
        appendUtf8(out, text);
}

struct CellWriter {
    QByteArray &out;
    IsoTimeWriter &times;
    bool guardsFormulas;

    void operator()(std::monostate) const { }

    void operator()(bool yes) const { out.append(yes ? "true" : "false"); }

    void operator()(qint64 number) const { appendInteger(out, number); }

    void operator()(Timestamp time) const { times.append(out, time); }

    void operator()(const JsonText &json) const { appendCell(out, json.text); }

    void operator()(const QString &text) const
    {
        if (guardsFormulas && looksLikeFormula(text))
            appendCell(out, QString(QLatin1Char('\'') + text));
        else
            appendCell(out, text);
    }
};

} // namespace

CsvFormat::CsvFormat(const FieldChoice &fields, const QTimeZone &zone, Reader reader)
    : m_fields(fields)
    , m_times(zone)
    , m_reader(reader)
{
}

void CsvFormat::appendHeader(QByteArray &out)
{
    if (m_reader == Reader::Spreadsheet)
        out.append("\xEF\xBB\xBF");
    bool isFirst = true;
    for (const std::size_t index : m_fields.indices()) {
        if (!std::exchange(isFirst, false))
            out.append(',');
        const QLatin1StringView name = m_fields.field(index).name;
        out.append(name.data(), name.size());
    }
    out.append("\r\n");
}

void CsvFormat::appendRecord(QByteArray &out, const Record &record)
{
    const CellWriter writer{out, m_times, m_reader == Reader::Spreadsheet};
    bool isFirst = true;
    for (const std::size_t index : m_fields.indices()) {
        if (!std::exchange(isFirst, false))
            out.append(',');
        std::visit(writer, record[index]);
    }
    out.append("\r\n");
}

} // namespace earshot
