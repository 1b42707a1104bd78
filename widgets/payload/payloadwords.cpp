// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/payload/payloadwords.h"

#include "widgets/style/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace earshot {
namespace {

/** Gives the words here their context for translators. */
struct Words {
    Q_DECLARE_TR_FUNCTIONS(earshot::PayloadWords)
};

/** What the JSON reader says is wrong; the place follows it. */
constexpr std::array c_jsonSentences = {
    QT_TRANSLATE_NOOP("earshot::PayloadWords", "A colon is missing in this JSON"),
    QT_TRANSLATE_NOOP("earshot::PayloadWords", "A name in quotes, a comma or } is missing in this JSON"),
    QT_TRANSLATE_NOOP("earshot::PayloadWords", "A comma or ] is missing in this JSON"),
    QT_TRANSLATE_NOOP("earshot::PayloadWords", "A value is missing after a comma or colon in this JSON"),
    QT_TRANSLATE_NOOP("earshot::PayloadWords", "A number is not written as JSON wants it"),
    QT_TRANSLATE_NOOP("earshot::PayloadWords", "A \\u escape in this JSON is not followed by four hexadecimal digits"),
    QT_TRANSLATE_NOOP("earshot::PayloadWords", "This JSON holds bytes that are not UTF-8"),
    QT_TRANSLATE_NOOP("earshot::PayloadWords", "This JSON is nested too deeply"),
    QT_TRANSLATE_NOOP("earshot::PayloadWords", "This JSON is too large"),
    QT_TRANSLATE_NOOP("earshot::PayloadWords", "This JSON goes on after its end"),
    QT_TRANSLATE_NOOP("earshot::PayloadWords", "This is not JSON"),
    QT_TRANSLATE_NOOP("earshot::PayloadWords", "This JSON ends too early"),
};

QString jsonProblemText(const PayloadProblem &problem, const QLocale &locale)
{
    for (const char *sentence : c_jsonSentences) {
        if (problem.error.detail.startsWith(QLatin1StringView(sentence)))
            //: %1: what is wrong, as in "This JSON ends too early"
            return Words::tr("%1, at line %2, column %3. The delivery is kept.")
                .arg(Words::tr(sentence), locale.toString(problem.line), locale.toString(problem.column));
    }
    return errorText(problem.error);
}

/** A reason as it is stored, `code: detail`. */
Error errorOf(const QString &reason)
{
    const QString word = reason.section(QStringLiteral(": "), 0, 0);
    for (const ErrorCode code : {ErrorCode::JsonSyntax, ErrorCode::FormSyntax, ErrorCode::WrongShape,
                                 ErrorCode::UnsupportedCoding, ErrorCode::TooLarge}) {
        if (errorCodeText(code) == word)
            return {code, reason.section(QStringLiteral(": "), 1)};
    }
    return {ErrorCode::WrongShape, reason};
}

} // namespace

QString differenceText(const JsonDiff &diff, bool withTimesAndIds)
{
    QStringList parts;
    if (diff.changed > 0)
        //: How many values of a payload are others than in the one before
        parts.append(Words::tr("%n changed", nullptr, diff.changed));
    if (diff.added > 0)
        //: How many values of a payload were not in the one before
        parts.append(Words::tr("%n new", nullptr, diff.added));
    if (diff.removed > 0)
        //: How many values of the payload before are not in this one
        parts.append(Words::tr("%n gone", nullptr, diff.removed));
    if (parts.isEmpty())
        parts.append(Words::tr("nothing changed"));
    if (!withTimesAndIds && diff.skipped > 0)
        //: Values that are times or ids were not compared; end of a list
        parts.append(Words::tr("times and ids skipped"));
    //: Between the parts of "4 changed, 1 new"
    return parts.join(Words::tr(", "));
}

QString problemText(const PayloadContent &content, const QLocale &locale)
{
    if (content.problem && content.problem->line > 0)
        return jsonProblemText(*content.problem, locale);
    return errorText(content.problem ? content.problem->error : errorOf(content.reason));
}

} // namespace earshot
