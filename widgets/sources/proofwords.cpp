// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/proofwords.h"

#include <QCoreApplication>

#include <array>

namespace earshot {
namespace {

struct ProofWords {
    Q_DECLARE_TR_FUNCTIONS(earshot::ProofWords)
};

/** Names of firms and products, the same in every language. */
struct PresetName {
    const char *preset;
    const char *name;
};

constexpr std::array c_names = {
    PresetName{"varda", "Varda"},
    PresetName{"standard-webhooks", "Standard Webhooks"},
    PresetName{"svix", "Svix"},
    PresetName{"twilio", "Twilio"},
    PresetName{"retell", "Retell AI"},
    PresetName{"elevenlabs", "ElevenLabs"},
    PresetName{"phone-systems", "DIDWW phone.systems"},
    PresetName{"chatwoot", "Chatwoot"},
    PresetName{"github", "GitHub"},
    PresetName{"intercom", "Intercom"},
    PresetName{"bland", "Bland AI"},
    PresetName{"callrail", "CallRail"},
};

QString algorithmName(SignatureScheme::Algorithm algorithm)
{
    constexpr std::array c_algorithms = {"HMAC-SHA1", "HMAC-SHA256", "HMAC-SHA512"};
    return QString::fromLatin1(c_algorithms.at(std::size_t(algorithm)));
}

bool hasTime(const SignatureScheme &scheme)
{
    return !scheme.timestampKey.isEmpty() || !scheme.timestampHeader.isEmpty();
}

/** What keeps an old delivery from being sent again by another. */
QString ageSentence(const SignatureScheme &scheme)
{
    if (!hasTime(scheme))
        return ProofWords::tr("It holds no time: one who listens in could send it again.");
    if (scheme.tolerance.count() == 0)
        return ProofWords::tr("Its time is not looked at: one who listens in could send it again.");
    //: %1 is a duration, as in "5 min"
    return ProofWords::tr("Its time may be off by %1.").arg(durationSentence(scheme.tolerance.count()));
}

} // namespace

QString presetName(const QString &preset)
{
    for (const PresetName &known : c_names) {
        if (preset == QLatin1StringView(known.preset))
            return QString::fromLatin1(known.name);
    }
    return preset;
}

QString schemeSentence(const SignatureScheme &scheme)
{
    const QString header = QString::fromUtf8(scheme.header);
    const QString algorithm = algorithmName(scheme.algorithm);
    if (scheme.kind == SignatureScheme::Kind::Twilio)
        //: %1 is an algorithm, %2 the name of a header field
        return ProofWords::tr("%1 over the public address and the form's fields, in the header %2. The source's public "
                              "address has to be set.")
            .arg(algorithm, header);
    const QString encoding =
        scheme.encoding == SignatureScheme::Encoding::Hex ? ProofWords::tr("hexadecimal") : QStringLiteral("Base64");
    //: %1 is an algorithm, %2 what is signed, as in {timestamp}.{body}, %3 an encoding, %4 the name of a header field
    return ProofWords::tr("%1 over %2, in %3, in the header %4.")
               .arg(algorithm, QString::fromUtf8(scheme.signedText), encoding, header)
           + QLatin1Char(' ') + ageSentence(scheme);
}

QString secretMarkText(const SecretMark &mark, const ValueFormat &format, Timestamp now)
{
    if (!mark.isSet)
        return ProofWords::tr("None is set.");
    QString text = mark.reference.isEmpty()
                       ? ProofWords::tr("One is set. It is not shown; a new one takes its place.")
                       //: %1 is a reference, as in env:NAME
                       : ProofWords::tr("It is read from %1. A new one takes its place.").arg(mark.reference);
    if (mark.previousUntil && *mark.previousUntil > now)
        //: %1 is a time
        text += QLatin1Char(' ')
                + ProofWords::tr("The one before it counts until %1.").arg(timeText(*mark.previousUntil, format, now));
    return text;
}

} // namespace earshot
