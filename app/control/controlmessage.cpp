// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/controlmessage.h"

#include <QJsonDocument>

namespace earshot {
namespace {

constexpr QLatin1StringView c_ok("ok");
constexpr QLatin1StringView c_error("error");
constexpr QLatin1StringView c_code("code");
constexpr QLatin1StringView c_detail("detail");

/** The code of that word; StoreFailed for one that another version may know. */
ErrorCode errorCodeFromText(const QString &text)
{
    for (int i = 0; i <= int(ErrorCode::Cancelled); ++i) {
        if (errorCodeText(ErrorCode(i)) == text)
            return ErrorCode(i);
    }
    return ErrorCode::StoreFailed;
}

} // namespace

QByteArray toControlLine(const QJsonObject &message)
{
    return QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n';
}

Result<QJsonObject> fromControlLine(const QByteArray &line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (document.isObject())
        return document.object();
    return failure(ErrorCode::JsonSyntax, QStringLiteral("the line is no JSON object: %1").arg(error.errorString()));
}

QJsonObject toControlAnswer(const Result<QJsonObject> &result)
{
    if (result)
        return {{c_ok, *result}};
    return {{c_error, QJsonObject{{c_code, errorCodeText(result.error().code)}, {c_detail, result.error().detail}}}};
}

Result<QJsonObject> fromControlAnswer(const QJsonObject &answer)
{
    if (answer.value(c_ok).isObject())
        return answer.value(c_ok).toObject();
    const QJsonObject error = answer.value(c_error).toObject();
    if (error.isEmpty())
        return failure(ErrorCode::JsonSyntax, QStringLiteral("the answer is neither a result nor an error"));
    return failure(errorCodeFromText(error.value(c_code).toString()), error.value(c_detail).toString());
}

} // namespace earshot
