// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/jsontext.h"

#include "models/platforms/jsonrepair.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace earshot {
namespace {

constexpr QByteArrayView c_byteOrderMark("\xEF\xBB\xBF");
constexpr QByteArrayView c_whiteSpace(" \t\r\n");

QByteArrayView withoutSpaceAtEnd(QByteArrayView text)
{
    while (!text.isEmpty() && c_whiteSpace.contains(text.back()))
        text.chop(1);
    return text;
}

/** Line and column of the last character before @p offset that is no white space, both from 1: Qt steps over what
 * follows a mistake. */
QString placeText(QByteArrayView text, qsizetype offset)
{
    const QByteArrayView before = withoutSpaceAtEnd(text.first(std::clamp<qsizetype>(offset, 0, text.size())));
    const qsizetype line = std::ranges::count(before, '\n') + 1;
    const QByteArrayView lineText = before.sliced(before.lastIndexOf('\n') + 1);
    const auto beginsCharacter = [](char byte) { return (uchar(byte) & 0xC0U) != 0x80U; }; // RFC 3629 section 3
    const qsizetype column = std::max<qsizetype>(std::ranges::count_if(lineText, beginsCharacter), 1);
    const QLocale english(QLocale::English);
    return QStringLiteral("at line %1, column %2").arg(english.toString(line), english.toString(column));
}

/** True where a text, an array or an object is still open at the end; Qt tells that with the same codes as other
 * mistakes. */
bool endsTooEarly(QByteArrayView text)
{
    QByteArray open;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            i += c == '\\' ? 1 : 0;
            inString = c != '"';
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            open.append(c == '{' ? '}' : ']');
        } else if (c == '}' || c == ']') {
            if (!open.endsWith(c))
                return false;
            open.chop(1);
        }
    }
    return inString || !open.isEmpty();
}

/** The offset behind the first byte that is not part of a UTF-8 character (RFC 3629 section 3). */
qsizetype endOfFirstBadByte(QByteArrayView text)
{
    for (qsizetype i = 0; i < text.size();) {
        const uchar lead = uchar(text[i]);
        const qsizetype length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (length > text.size() - i || !text.sliced(i, length).isValidUtf8())
            return i + 1;
        i += length;
    }
    return text.size();
}

QString sentenceFor(const QJsonParseError &error)
{
    switch (error.error) {
    case QJsonParseError::MissingNameSeparator:
        return QStringLiteral("A colon is missing in this JSON");
    case QJsonParseError::UnterminatedObject:
        return QStringLiteral("A name in quotes, a comma or } is missing in this JSON");
    case QJsonParseError::UnterminatedArray:
    case QJsonParseError::MissingValueSeparator:
        return QStringLiteral("A comma or ] is missing in this JSON");
    case QJsonParseError::MissingObject:
        return QStringLiteral("A value is missing after a comma or colon in this JSON");
    case QJsonParseError::IllegalNumber:
    case QJsonParseError::TerminationByNumber:
        return QStringLiteral("A number is not written as JSON wants it");
    case QJsonParseError::IllegalEscapeSequence:
        return QStringLiteral("A \\u escape in this JSON is not followed by four hexadecimal digits");
    case QJsonParseError::IllegalUTF8String:
        return QStringLiteral("This JSON holds bytes that are not UTF-8");
    case QJsonParseError::DeepNesting:
        return QStringLiteral("This JSON is nested too deeply");
    case QJsonParseError::DocumentTooLarge:
        return QStringLiteral("This JSON is too large");
    case QJsonParseError::GarbageAtEnd:
        return QStringLiteral("This JSON goes on after its end");
    case QJsonParseError::IllegalValue:
    case QJsonParseError::UnterminatedString:
    case QJsonParseError::NoError:
        break;
    }
    return QStringLiteral("This is not JSON");
}

std::unexpected<Error> syntaxFailure(QByteArrayView text, const QJsonParseError &error)
{
    if (error.error == QJsonParseError::IllegalUTF8String || !text.isValidUtf8()) {
        QJsonParseError badBytes;
        badBytes.error = QJsonParseError::IllegalUTF8String;
        return failure(ErrorCode::JsonSyntax, sentenceFor(badBytes) + QStringLiteral(", ")
                                                  + placeText(text, endOfFirstBadByte(text)) + QLatin1Char('.'));
    }
    const bool early = error.error != QJsonParseError::DeepNesting && error.offset >= text.size() && endsTooEarly(text);
    const QString sentence = early ? QStringLiteral("This JSON ends too early") : sentenceFor(error);
    const qsizetype offset = error.error == QJsonParseError::GarbageAtEnd ? error.offset + 1 : error.offset;
    return failure(ErrorCode::JsonSyntax, sentence + QStringLiteral(", ") + placeText(text, offset) + QLatin1Char('.'));
}

/** A text, number, true, false or null alone: QJsonDocument takes only objects and arrays at the top. */
Result<QJsonValue> readScalar(QByteArrayView text, const QJsonParseError &error)
{
    const QByteArray array = QByteArray("[" + text.toByteArray() + "]");
    const QJsonArray values = QJsonDocument::fromJson(array).array();
    if (values.size() != 1)
        return syntaxFailure(text, error);
    return values.first();
}

Result<QJsonValue> parsed(QByteArrayView text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), text.size()), &error);
    if (document.isObject())
        return QJsonValue(document.object());
    if (document.isArray())
        return QJsonValue(document.array());
    const QByteArrayView trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return failure(ErrorCode::JsonSyntax, QStringLiteral("This JSON is empty."));
    if (trimmed.front() == '{' || trimmed.front() == '[')
        return syntaxFailure(text, error);
    return readScalar(text, error);
}

} // namespace

Result<QJsonValue> readJson(QByteArrayView text, Warnings &warnings)
{
    const Result<QJsonValue> value =
        parsed(text.startsWith(c_byteOrderMark) ? text.sliced(c_byteOrderMark.size()) : text);
    if (!value || !mayNeedRepair(text))
        return value;
    return repaired(*value, warnings);
}

} // namespace earshot
