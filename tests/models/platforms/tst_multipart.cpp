// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/multipart.h"

#include <QTest>

using namespace earshot;

namespace {

QByteArray part(const QByteArray &name, const QByteArray &value, const QByteArray &headers = {})
{
    return QByteArray("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n" + headers + "\r\n" + value
                      + "\r\n");
}

const QByteArray c_end("--b--\r\n");

Result<Form> read(const QByteArray &body, const QByteArray &boundary = "b")
{
    Warnings warnings;
    return readMultipart(body, boundary, warnings);
}

QByteArray valueOf(const QByteArray &body, const QByteArray &boundary = "b")
{
    const Form form = read(body, boundary).value_or(Form());
    return form.size() == 1 ? form.first().value : QByteArray("not one field");
}

} // namespace

class MultipartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsNamesValuesAndOrder();
    void keepsValuesByteForByte_data();
    void keepsValuesByteForByte();
    void takesEveryKindOfPart_data();
    void takesEveryKindOfPart();
    void ignoresWhatIsAroundTheParts();
    void takesOddBoundaries_data();
    void takesOddBoundaries();
    void refusesWhatIsNoForm_data();
    void refusesWhatIsNoForm();
    void putsOtherCharsetsInUtf8();
    void warnsOfAnUnknownCharset();
    void leavesOutPartsWithoutAName();
    void takesAsManyPartsAsAllowed();
    void staysBoundedWithinNestedForms();
    void guessesABoundary_data();
    void guessesABoundary();
};

void MultipartTest::keepsNamesValuesAndOrder()
{
    const Form form =
        read(QByteArray(part("event", "a") + part("payload", "{}") + part("event", "b") + c_end)).value_or(Form());
    const Form expected{
        {QStringLiteral("event"), "a"}, {QStringLiteral("payload"), "{}"}, {QStringLiteral("event"), "b"}};
    QCOMPARE(form, expected);
}

void MultipartTest::keepsValuesByteForByte_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("boundary within a line") << QByteArray("one --b two\r\nthree --b-- four");
    QTest::newRow("longer boundary at a line's begin") << QByteArray("one\r\n--boundary\r\ntwo");
    QTest::newRow("looks like a header behind a false delimiter")
        << QByteArray("one\r\n--bb\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c--");
    QTest::newRow("line ends at the end") << QByteArray("text\r\n\r\n");
    QTest::newRow("bare line feeds") << QByteArray("a\nb\n");
    QTest::newRow("bare carriage return") << QByteArray("a\rb\r");
    QTest::newRow("NUL and bytes that are no UTF-8") << QByteArray("a\0b\xFF\xFE", 5);
    QTest::newRow("From at a line's begin") << QByteArray("x\r\nFrom me\r\n");
    QTest::newRow("a long line") << QByteArray(300'000, 'x');
}

void MultipartTest::keepsValuesByteForByte()
{
    QFETCH(QByteArray, value);
    QCOMPARE(valueOf(QByteArray(part("payload", value) + c_end)), value);
}

void MultipartTest::takesEveryKindOfPart_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("JSON") << QByteArray("Content-Type: application/json\r\n");
    QTest::newRow("base64 is not undone") << QByteArray("Content-Transfer-Encoding: base64\r\n");
    QTest::newRow("quoted-printable is not undone") << QByteArray("Content-Transfer-Encoding: quoted-printable\r\n");
    QTest::newRow("message") << QByteArray("Content-Type: message/rfc822\r\n");
    QTest::newRow("message, folded") << QByteArray("content-type:\r\n message/rfc822\r\n");
    QTest::newRow("partial message") << QByteArray("Content-Type: message/partial; id=1; number=1; total=2\r\n");
    QTest::newRow("multipart") << QByteArray("Content-Type: multipart/mixed; boundary=c\r\n");
    QTest::newRow("multipart of the same boundary") << QByteArray("Content-Type: multipart/mixed; boundary=b\r\n");
    QTest::newRow("content length") << QByteArray("Content-Length: 3\r\n");
    QTest::newRow("UTF-8") << QByteArray("Content-Type: text/plain; charset=utf-8\r\n");
}

void MultipartTest::takesEveryKindOfPart()
{
    QFETCH(QByteArray, headers);
    const QByteArray value("e30=\r\n--c\r\nSubject: =3D\r\n\r\n--c--\r\n");
    QCOMPARE(valueOf(QByteArray(part("payload", value, headers) + c_end)), value);
}

void MultipartTest::ignoresWhatIsAroundTheParts()
{
    const QByteArray body = QByteArray("preamble --b\r\n" + part("a", "1") + c_end + "epilogue\r\n"
                                       + part("b", QByteArray(100'000, 'x')) + "--b\r\n" + QByteArray(100'000, 'x'));
    QCOMPARE(valueOf(body), QByteArray("1"));
}

void MultipartTest::takesOddBoundaries_data()
{
    QTest::addColumn<QByteArray>("boundary");
    QTest::addColumn<QByteArray>("afterDelimiter");
    QTest::newRow("specials") << QByteArray("=_a:1?/(b),c'd+e") << QByteArray();
    QTest::newRow("space inside") << QByteArray("a b") << QByteArray();
    QTest::newRow("dashes") << QByteArray("------WebKit--") << QByteArray();
    QTest::newRow("as long as allowed") << QByteArray(70, 'x') << QByteArray();
    QTest::newRow("white space after the delimiter") << QByteArray("abc") << QByteArray(" \t ");
}

void MultipartTest::takesOddBoundaries()
{
    QFETCH(QByteArray, boundary);
    QFETCH(QByteArray, afterDelimiter);
    const QByteArray body =
        QByteArray("--" + boundary + afterDelimiter + "\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--"
                   + boundary + "--" + afterDelimiter + "\r\n");
    QCOMPARE(valueOf(body, boundary), QByteArray("1"));
}

void MultipartTest::refusesWhatIsNoForm_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("boundary");
    QTest::addColumn<QString>("detail");
    const QString unclosed = QStringLiteral("form ends without its closing line");
    const QString unusable = QStringLiteral("form names no usable boundary");
    const QByteArray whole = QByteArray(part("a", "1") + c_end);
    QTest::newRow("no closing line") << part("a", "1") << QByteArray("b") << unclosed;
    QTest::newRow("cut within a part") << part("a", "1").chopped(3) << QByteArray("b") << unclosed;
    QTest::newRow("cut within a header") << part("a", "1").first(20) << QByteArray("b") << unclosed;
    QTest::newRow("other boundary") << whole << QByteArray("c") << QStringLiteral("form has no line with its boundary");
    QTest::newRow("no boundary") << whole << QByteArray() << unusable;
    QTest::newRow("boundary too long") << whole << QByteArray(71, 'b') << unusable;
    QTest::newRow("boundary ends with a space") << whole << QByteArray("b ") << unusable;
    QTest::newRow("boundary breaks out of its quotes") << whole << QByteArray("b\"\r\nX: y") << unusable;
    QTest::newRow("too many parts") << QByteArray(part("a", "1").repeated(c_mostFormFields + 1) + c_end)
                                    << QByteArray("b") << QStringLiteral("form has more than 1000 parts");
    QTest::newRow("header too long") << QByteArray(part("a", "1", QByteArray("X: y\r\n").repeated(3000)) + c_end)
                                     << QByteArray("b") << QStringLiteral("part 1 of the form has too long a header");
    QTest::newRow("header never ends") << QByteArray("--b\r\n" + QByteArray(100'000, 'x')) << QByteArray("b")
                                       << QStringLiteral("part 1 of the form has too long a header");
}

void MultipartTest::refusesWhatIsNoForm()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, boundary);
    QFETCH(QString, detail);
    const Result<Form> form = read(body, boundary);
    QVERIFY(!form.has_value());
    QCOMPARE(form.error().code, ErrorCode::FormSyntax);
    QCOMPARE(form.error().detail, detail);
}

void MultipartTest::putsOtherCharsetsInUtf8()
{
    const QByteArray body =
        QByteArray(part("a", "caf\xE9", "Content-Type: text/plain; charset=ISO-8859-1\r\n") + c_end);
    QCOMPARE(valueOf(body), QByteArray("café"));
}

void MultipartTest::warnsOfAnUnknownCharset()
{
    Warnings warnings;
    const QByteArray body = QByteArray(part("a", "x", "Content-Type: text/plain; charset=klingon\r\n") + c_end);
    QVERIFY(readMultipart(body, "b", warnings).has_value());
    QCOMPARE(warnings.texts(), QStringList{QStringLiteral("charset-unknown: a")});
}

void MultipartTest::leavesOutPartsWithoutAName()
{
    Warnings warnings;
    const QByteArray body =
        QByteArray("--b\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b\r\n\r\n2\r\n" + part("c", "3") + c_end);
    const Form form = readMultipart(body, "b", warnings).value_or(Form());
    QCOMPARE(form, (Form{{QStringLiteral("c"), "3"}}));
    QCOMPARE(warnings.texts(), QStringList{QStringLiteral("part-skipped: no name")});
}

void MultipartTest::takesAsManyPartsAsAllowed()
{
    const QByteArray body = QByteArray(part("a", "1").repeated(c_mostFormFields) + c_end);
    QCOMPARE(read(body).value_or(Form()).size(), c_mostFormFields);
}

void MultipartTest::staysBoundedWithinNestedForms()
{
    // 10 MiB of parts inside a part would take GMime many seconds and a gigabyte if it went in.
    const QByteArray inner = QByteArray("--c\r\n\r\n").repeated(1'400'000);
    const QByteArray body = QByteArray(part("a", inner, "Content-Type: multipart/mixed; boundary=c\r\n") + c_end);
    QCOMPARE(valueOf(body), inner);
}

void MultipartTest::guessesABoundary_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("boundary");
    QTest::newRow("form") << QByteArray(part("a", "1") + c_end) << QByteArray("b");
    QTest::newRow("bare line feed") << QByteArray("--x y\nrest") << QByteArray("x y");
    QTest::newRow("no line end") << QByteArray("--abc") << QByteArray();
    QTest::newRow("only dashes") << QByteArray("--\r\n") << QByteArray();
    QTest::newRow("text") << QByteArray("abc\r\n") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void MultipartTest::guessesABoundary()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, boundary);
    QCOMPARE(guessedBoundary(body), boundary);
}

QTEST_GUILESS_MAIN(MultipartTest)
#include "tst_multipart.moc"
