// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/csvformat.h"

#include <QTest>

using namespace earshot;

class CsvFormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheFieldsInTheFirstRow_data();
    void namesTheFieldsInTheFirstRow();
    void writesACell_data();
    void writesACell();
    void guardsFormulasForSpreadsheetsOnly_data();
    void guardsFormulasForSpreadsheetsOnly();
    void guardsNoNumber();
};

/** A message whose text is @p value, as a row without its other cells. */
static QByteArray cellOf(const RecordValue &value, CsvFormat::Reader reader = CsvFormat::Reader::Program)
{
    CsvFormat format(RecordKind::Messages, QTimeZone("Asia/Kathmandu"), reader);
    QByteArray out;
    format.appendRecord(out, {QStringLiteral("7"), qint64(0), QStringLiteral("user"), {}, value, {}});
    const QByteArray before("7,0,user,,");
    const QByteArray after(",\r\n");
    return out.startsWith(before) && out.endsWith(after)
               ? out.mid(before.size(), out.size() - before.size() - after.size())
               : "?" + out;
}

void CsvFormatTest::namesTheFieldsInTheFirstRow_data()
{
    QTest::addColumn<CsvFormat::Reader>("reader");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("for programs") << CsvFormat::Reader::Program
                                  << QByteArray("conversation,position,role,name,text,at\r\n");
    QTest::newRow("for spreadsheets") << CsvFormat::Reader::Spreadsheet
                                      << QByteArray("\xef\xbb\xbf"
                                                    "conversation,position,role,name,text,at\r\n");
}

void CsvFormatTest::namesTheFieldsInTheFirstRow()
{
    QFETCH(CsvFormat::Reader, reader);
    QFETCH(QByteArray, header);
    QByteArray out;
    CsvFormat(RecordKind::Messages, QTimeZone::utc(), reader).appendHeader(out);
    QCOMPARE(out, header);
}

void CsvFormatTest::writesACell_data()
{
    QTest::addColumn<RecordValue>("value");
    QTest::addColumn<QByteArray>("cell");
    const auto text = [](const char *name, const char *value, const char *cell) {
        QTest::newRow(name) << RecordValue(QString::fromUtf8(value)) << QByteArray(cell);
    };
    text("plain", "Hello world", "Hello world");
    text("empty", "", "");
    text("blanks stay", "  a ", "  a ");
    text("comma", "a,b", "\"a,b\"");
    text("quote", "say \"hi\"", "\"say \"\"hi\"\"\"");
    text("only a quote", "\"", "\"\"\"\"");
    text("line feed", "a\nb", "\"a\nb\"");
    text("carriage return", "a\r\nb", "\"a\r\nb\"");
    text("semicolon and tab need none", "a;b\tc", "a;b\tc");
    text("one to four bytes", "a\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80", "a\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80");
    text("a formula is text to a program", "=1+1", "=1+1");
    QTest::newRow("NUL") << RecordValue(QString(QStringLiteral("a") + QChar(QChar::Null) + QStringLiteral("b")))
                         << QByteArray("\"a\xef\xbf\xbd"
                                       "b\"");
    QTest::newRow("unknown") << RecordValue() << QByteArray();
    QTest::newRow("yes") << RecordValue(true) << QByteArray("true");
    QTest::newRow("no") << RecordValue(false) << QByteArray("false");
    QTest::newRow("number") << RecordValue(qint64(-42)) << QByteArray("-42");
    QTest::newRow("time") << RecordValue(fromMicroseconds(1'778'754'093'000'000))
                          << QByteArray("2026-05-14T16:06:33+05:45");
    QTest::newRow("object") << RecordValue(JsonText{QStringLiteral("{\"a\":[1,\"x\"]}")})
                            << QByteArray("\"{\"\"a\"\":[1,\"\"x\"\"]}\"");
    QTest::newRow("empty list") << RecordValue(JsonText{QStringLiteral("[]")}) << QByteArray("[]");
}

void CsvFormatTest::writesACell()
{
    QFETCH(RecordValue, value);
    QFETCH(QByteArray, cell);
    QCOMPARE(cellOf(value), cell);
}

void CsvFormatTest::guardsFormulasForSpreadsheetsOnly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("guarded");
    QTest::newRow("equals") << "=HYPERLINK(1)" << QByteArray("'=HYPERLINK(1)");
    QTest::newRow("plus, as of a phone number") << "+4930123456" << QByteArray("'+4930123456");
    QTest::newRow("minus") << "-1+cmd" << QByteArray("'-1+cmd");
    QTest::newRow("at") << "@SUM(A1)" << QByteArray("'@SUM(A1)");
    QTest::newRow("tab") << "\t=1" << QByteArray("'\t=1");
    QTest::newRow("carriage return") << "\r=1" << QByteArray("\"'\r=1\"");
    QTest::newRow("line feed") << "\n=1" << QByteArray("\"'\n=1\"");
    QTest::newRow("and quotes") << "=\"a\"" << QByteArray("\"'=\"\"a\"\"\"");
    QTest::newRow("later is no formula") << "a=1" << QByteArray("a=1");
    QTest::newRow("empty") << "" << QByteArray();
}

void CsvFormatTest::guardsFormulasForSpreadsheetsOnly()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, guarded);
    QCOMPARE(cellOf(text, CsvFormat::Reader::Spreadsheet), guarded);
    QVERIFY(!cellOf(text).contains('\''));
}

void CsvFormatTest::guardsNoNumber()
{
    QCOMPARE(cellOf(qint64(-5), CsvFormat::Reader::Spreadsheet), QByteArray("-5"));
}

QTEST_GUILESS_MAIN(CsvFormatTest)
#include "tst_csvformat.moc"
