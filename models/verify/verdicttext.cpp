// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/verify/verdicttext.h"

#include <QStringView>

#include <array>

namespace earshot {
namespace {

/** A reason's word and what it says; `%1` stands for what follows the word. */
struct ReasonText {
    const char *word;
    const char *text;
};

constexpr std::array c_texts = {
    ReasonText{"older-secret", "signed with the older of the two secrets that are live"},
    ReasonText{"signature-missing", "there is no signature"},
    ReasonText{"signature-unreadable", "the signature is not of the form that this source expects"},
    ReasonText{"timestamp-missing", "the time that belongs to the signature is missing"},
    ReasonText{"timestamp-unreadable", "the signature is right, but its time is no number"},
    ReasonText{"id-missing", "the id that belongs to the signature is missing"},
    ReasonText{"mismatch", "the signature does not fit the body, and nothing usual explains it"},
    ReasonText{"body-hash-mismatch", "the body is not the one whose hash was signed with the URL"},
    ReasonText{"previous-secret", "signed with a previous secret, which has ended"},
    ReasonText{"other-encoding", "the signature would fit in the other encoding, hexadecimal or Base64"},
    ReasonText{"other-algorithm", "the signature would fit with the algorithm %1"},
    ReasonText{"other-signed-text", "the signature would fit over %1"},
    ReasonText{"other-url", "the signature would fit over another spelling of the public URL"},
    ReasonText{"other-time-unit",
               "the signature is right, but its time counts in another unit, seconds or milliseconds"},
    ReasonText{"secret-blank", "the secret would fit without the blank or line end around it"},
    ReasonText{"secret-not-decoded", "signed with the text of the secret, where this source decodes it"},
    ReasonText{"secret-decoded", "signed with the decoded secret, where this source takes its text"},
    ReasonText{"body-trimmed", "the signature would fit with other white space at the body's ends"},
    ReasonText{"re-serialised",
               "the body was written anew on its way: the signature would fit the same JSON in other layout"},
    ReasonText{"clock-behind", "signed %1 ago by the sender's clock: it is slow, or the delivery is late or replayed"},
    ReasonText{"clock-ahead", "signed %1 from now by the sender's clock: one of the two clocks is wrong"},
    ReasonText{"basic-missing", "user and password are missing"},
    ReasonText{"basic-mismatch", "user or password are wrong"},
    ReasonText{"bearer-missing", "the bearer token is missing"},
    ReasonText{"bearer-mismatch", "the bearer token is wrong"},
    ReasonText{"header-missing", "the header that holds the secret is missing"},
    ReasonText{"header-mismatch", "the secret in the header is wrong"},
    ReasonText{"url-unknown", "not checked: the signature covers the public URL, and this source has none set"},
    ReasonText{"secret-missing", "not checked: this source has no secret to check with"},
    ReasonText{"secret-unreadable", "not checked: the secret of this source cannot be read"},
};

QString counted(qint64 count, const char *unit)
{
    const QString text = QStringLiteral("%1 %2").arg(count).arg(QLatin1StringView(unit));
    return count == 1 ? text : text + QLatin1Char('s');
}

/** Rounded to the largest unit that fits, as people say it. */
QString durationText(qint64 seconds)
{
    constexpr qint64 c_minute = 60;
    constexpr qint64 c_hour = 60 * c_minute;
    constexpr qint64 c_day = 24 * c_hour;
    if (seconds < 2 * c_minute)
        return counted(seconds, "second");
    if (seconds < 2 * c_hour)
        return counted((seconds + c_minute / 2) / c_minute, "minute");
    if (seconds < 2 * c_day)
        return counted((seconds + c_hour / 2) / c_hour, "hour");
    return counted(seconds / c_day, "day");
}

} // namespace

QString verdictReasonText(const QString &reason)
{
    const qsizetype space = reason.indexOf(QLatin1Char(' '));
    const QStringView word = QStringView(reason).first(space < 0 ? reason.size() : space);
    const QString rest = space < 0 ? QString() : reason.sliced(space + 1);
    for (const ReasonText &known : c_texts) {
        if (word != QLatin1StringView(known.word))
            continue;
        QString text = QString::fromLatin1(known.text);
        if (!text.contains(QLatin1StringView("%1")))
            return text;
        return text.arg(word.startsWith(QLatin1StringView("clock-")) ? durationText(rest.toLongLong()) : rest);
    }
    return reason;
}

} // namespace earshot
