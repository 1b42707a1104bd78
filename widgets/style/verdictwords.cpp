// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/verdictwords.h"

#include "widgets/style/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

/** Gives the texts their context. In sentences %1 is the sender, as in Varda, and %2 what follows the reason's word: an
 * algorithm, what is signed, or a duration. */
struct VerdictWords {
    Q_DECLARE_TR_FUNCTIONS(earshot::VerdictWords)
};

struct ReasonRow {
    const char *word;
    const char *brief;
    const char *sentence;
};

constexpr std::array c_reasons = {
    ReasonRow{"older-secret", QT_TRANSLATE_NOOP("earshot::VerdictWords", "older secret"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords",
                                "Signed with the older of the two secrets. Update the secret at %1 before it ends.")},
    ReasonRow{"signature-missing", QT_TRANSLATE_NOOP("earshot::VerdictWords", "no signature"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords",
                                "There is no signature. Either %1 does not sign, or somebody else has sent this.")},
    ReasonRow{"signature-unreadable", QT_TRANSLATE_NOOP("earshot::VerdictWords", "unreadable signature"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords", "The signature has another form than the source expects. Look "
                                                         "in its settings whether the way of signing is that of %1.")},
    ReasonRow{"timestamp-missing", QT_TRANSLATE_NOOP("earshot::VerdictWords", "no time"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords", "The time that belongs to the signature is missing.")},
    ReasonRow{"timestamp-unreadable", QT_TRANSLATE_NOOP("earshot::VerdictWords", "unreadable time"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords", "The signature is right, but its time is no number.")},
    ReasonRow{"id-missing", QT_TRANSLATE_NOOP("earshot::VerdictWords", "no id"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords", "The id that belongs to the signature is missing.")},
    ReasonRow{"mismatch", QT_TRANSLATE_NOOP("earshot::VerdictWords", "does not match"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords", "Signature does not match, and nothing usual explains it. The "
                                                         "secret may be another's, or somebody else has sent this.")},
    ReasonRow{
        "body-hash-mismatch", QT_TRANSLATE_NOOP("earshot::VerdictWords", "other body"),
        QT_TRANSLATE_NOOP("earshot::VerdictWords", "The body is not the one whose hash was signed with the address.")},
    ReasonRow{"previous-secret", QT_TRANSLATE_NOOP("earshot::VerdictWords", "previous secret"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords", "Signature does not match. It would with the previous secret: "
                                                         "update the secret at %1 or allow both.")},
    ReasonRow{"other-encoding", QT_TRANSLATE_NOOP("earshot::VerdictWords", "other encoding"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords",
                                "Signature does not match. It would in the other encoding, "
                                "hexadecimal or Base64: change that in the source's settings.")},
    ReasonRow{"other-algorithm", QT_TRANSLATE_NOOP("earshot::VerdictWords", "other algorithm"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords", "Signature does not match. It would with the algorithm %2: "
                                                         "change that in the source's settings.")},
    ReasonRow{"other-signed-text", QT_TRANSLATE_NOOP("earshot::VerdictWords", "other text signed"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords",
                                "Signature does not match. It would over %2: change that in the "
                                "source's settings.")},
    ReasonRow{"other-url", QT_TRANSLATE_NOOP("earshot::VerdictWords", "other address"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords",
                                "Signature does not match. It would over another spelling of the public address: set "
                                "the one that %1 posts to.")},
    ReasonRow{"other-time-unit", QT_TRANSLATE_NOOP("earshot::VerdictWords", "other time unit"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords",
                                "The signature is right, but its time counts in another unit, "
                                "seconds or milliseconds: change that in the source's settings.")},
    ReasonRow{"secret-blank", QT_TRANSLATE_NOOP("earshot::VerdictWords", "blank in the secret"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords", "Signature does not match. It would without the blank or line "
                                                         "end around the secret: paste the secret again.")},
    ReasonRow{"secret-not-decoded", QT_TRANSLATE_NOOP("earshot::VerdictWords", "secret not decoded"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords", "Signature does not match. It would with the text of the "
                                                         "secret, which this source decodes before use.")},
    ReasonRow{"secret-decoded", QT_TRANSLATE_NOOP("earshot::VerdictWords", "secret decoded"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords", "Signature does not match. It would with the decoded secret, "
                                                         "which this source uses as it is.")},
    ReasonRow{"body-trimmed", QT_TRANSLATE_NOOP("earshot::VerdictWords", "blanks changed"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords", "Signature does not match. It would with other blanks at the "
                                                         "body's ends: something on the way has changed them.")},
    ReasonRow{"re-serialised", QT_TRANSLATE_NOOP("earshot::VerdictWords", "written anew"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords", "Signature does not match. A proxy on the way has written the "
                                                         "JSON anew: have it pass the body on as it is.")},
    ReasonRow{"clock-behind", QT_TRANSLATE_NOOP("earshot::VerdictWords", "clock %2 behind"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords", "Signed %2 ago by the clock of %1: that clock is slow, or the "
                                                         "delivery is late or sent again by somebody.")},
    ReasonRow{"clock-ahead", QT_TRANSLATE_NOOP("earshot::VerdictWords", "clock %2 ahead"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords",
                                "Signed %2 from now by the clock of %1: one of the two clocks is wrong.")},
    ReasonRow{"basic-missing", QT_TRANSLATE_NOOP("earshot::VerdictWords", "no password"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords", "User and password are missing.")},
    ReasonRow{"basic-mismatch", QT_TRANSLATE_NOOP("earshot::VerdictWords", "wrong password"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords", "User or password are wrong.")},
    ReasonRow{"bearer-missing", QT_TRANSLATE_NOOP("earshot::VerdictWords", "no token"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords", "The bearer token is missing.")},
    ReasonRow{"bearer-mismatch", QT_TRANSLATE_NOOP("earshot::VerdictWords", "wrong token"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords", "The bearer token is wrong.")},
    ReasonRow{"header-missing", QT_TRANSLATE_NOOP("earshot::VerdictWords", "no secret header"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords", "The header that holds the secret is missing.")},
    ReasonRow{"header-mismatch", QT_TRANSLATE_NOOP("earshot::VerdictWords", "wrong secret header"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords", "The secret in the header is wrong.")},
    ReasonRow{"url-unknown", QT_TRANSLATE_NOOP("earshot::VerdictWords", "no public address"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords",
                                "Not checked: the signature covers the public address, and the "
                                "source has none. Set it, then release this delivery.")},
    ReasonRow{
        "secret-missing", QT_TRANSLATE_NOOP("earshot::VerdictWords", "secret not set"),
        QT_TRANSLATE_NOOP("earshot::VerdictWords",
                          "Not checked: the source has no secret to check with. Set it in the source's settings.")},
    ReasonRow{"secret-unreadable", QT_TRANSLATE_NOOP("earshot::VerdictWords", "secret not readable"),
              QT_TRANSLATE_NOOP("earshot::VerdictWords",
                                "Not checked: the secret of the source cannot be read where it "
                                "lies. Mend that, then release this delivery.")},
};

/** A reason's word and what follows it. */
struct Reason {
    const ReasonRow *row;
    QString rest;
};

Reason reasonOf(const QString &reason)
{
    const qsizetype space = reason.indexOf(QLatin1Char(' '));
    const QString word = space < 0 ? reason : reason.first(space);
    const auto row =
        std::ranges::find_if(c_reasons, [&](const ReasonRow &known) { return word == QLatin1StringView(known.word); });
    const QString rest = space < 0 ? QString() : reason.sliced(space + 1);
    const bool isClock = word.startsWith(QLatin1StringView("clock-"));
    return {row == c_reasons.end() ? nullptr : &*row, isClock ? durationSentence(rest.toLongLong()) : rest};
}

/** Both at once, so that neither is looked for in the other. */
QString filled(QString text, const QString &sender, const QString &rest)
{
    const bool hasSender = text.contains(QLatin1StringView("%1"));
    const bool hasRest = text.contains(QLatin1StringView("%2"));
    if (hasSender && hasRest)
        return text.arg(sender, rest);
    return hasSender || hasRest ? text.arg(hasSender ? sender : rest) : text;
}

} // namespace

QString verdictReasonWords(const QString &reason, const QString &sender)
{
    const Reason known = reasonOf(reason);
    return known.row ? filled(VerdictWords::tr(known.row->sentence), sender, known.rest) : reason;
}

QString verdictReasonBrief(const QString &reason)
{
    const Reason known = reasonOf(reason);
    return known.row ? filled(VerdictWords::tr(known.row->brief), {}, known.rest) : reason;
}

QString clockSkewText(qint64 seconds)
{
    constexpr qint64 c_worthSaying = 60;
    if (std::abs(seconds) < c_worthSaying)
        return {};
    const QString off = durationSentence(std::abs(seconds));
    //: %1 is a duration, as in "7 min"
    return seconds > 0 ? VerdictWords::tr("sender's clock %1 behind").arg(off)
                       : VerdictWords::tr("sender's clock %1 ahead").arg(off);
}

} // namespace earshot
