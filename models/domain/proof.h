// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace earshot {

/** How a sender signs: where the signature stands, what it is made of and over which bytes. A preset is one of these
 * with all of it filled in (models/verify/presets.h). */
struct SignatureScheme {
    enum class Kind {
        Hmac, ///< an HMAC over signedText
        Twilio, ///< HMAC-SHA1 over the public URL and the sorted form fields
    };
    enum class Algorithm { Sha1, Sha256, Sha512 };
    enum class Encoding { Hex, Base64 };
    enum class SecretForm {
        Text, ///< the secret's own bytes
        StandardWebhooks, ///< `whsec_` and base64, decoded before use
    };
    enum class TimeUnit { Seconds, Milliseconds };

    QString preset; ///< the word of the preset this came from; `custom` for one's own
    Kind kind = Kind::Hmac;
    Algorithm algorithm = Algorithm::Sha256;
    Encoding encoding = Encoding::Hex;
    SecretForm secretForm = SecretForm::Text;
    QByteArray header; ///< that holds the signature, in any case
    QByteArray prefix; ///< before each signature, as in `sha256=`
    /** The header's parts, as in `t=1,v1=ab` (`,` and `=`) or `v1,ab v1,cd` (a space and `,`); NUL where the whole
     * value is one signature. */
    char partSeparator = '\0';
    char keySeparator = '=';
    QByteArray signatureKey; ///< of the parts that are signatures; several may stand there, one that fits is enough
    QByteArray
        timestampKey; ///< of the part that is the time; empty if the time has a header of its own or there is none
    QByteArray timestampHeader; ///< empty if there is none
    QByteArray idHeader; ///< of `{id}`; empty if there is none
    QByteArray signedText = QByteArrayLiteral("{body}"); ///< with `{body}`, `{timestamp}`, `{id}` and `{url}`
    TimeUnit timeUnit = TimeUnit::Seconds;
    std::chrono::seconds tolerance{300}; ///< how far the sender's clock may be from ours, either way; 0: not looked at

    friend bool operator==(const SignatureScheme &, const SignatureScheme &) = default;
};

/** What a sender must show to be believed. All that is asked for must be right; nothing asked for: `unsigned`. The
 * secrets themselves are in SourceSecrets. */
struct SenderProof {
    std::optional<SignatureScheme> signature;
    bool basic = false; ///< `Authorization: Basic …`
    bool bearer = false; ///< `Authorization: Bearer …`
    QByteArray secretHeader; ///< a header that holds a shared secret as it is, such as `X-Vapi-Secret`; empty for none

    bool isAsked() const { return signature.has_value() || basic || bearer || !secretHeader.isEmpty(); }

    friend bool operator==(const SenderProof &, const SenderProof &) = default;
};

/** A secret and until when it counts. */
struct TimedSecret {
    QByteArray value;
    std::optional<Timestamp> until; ///< none: until it is replaced

    bool isLiveAt(Timestamp now) const { return !until || now < *until; }

    friend bool operator==(const TimedSecret &, const TimedSecret &) = default;
};

/** All secrets of one source. They lie in the file of secrets, never in the store. */
struct SourceSecrets {
    QList<TimedSecret> tokens; ///< of its hook, newest first; while a rotation overlaps, two are live
    QList<TimedSecret>
        signing; ///< newest first; at most two are live. One that has ended is kept to tell that it was used
    QByteArray basic; ///< `user:password`
    QByteArray bearer;
    QByteArray header; ///< what SenderProof::secretHeader must hold
    QByteArray apiKey; ///< with which Earshot asks the platform's API for what it missed; empty for none

    /** The newest live token; empty if there is none. */
    QByteArray token(Timestamp now) const
    {
        for (const TimedSecret &token : tokens) {
            if (token.isLiveAt(now))
                return token.value;
        }
        return {};
    }

    friend bool operator==(const SourceSecrets &, const SourceSecrets &) = default;
};

/** How many deliveries a source may send; beyond: 429. */
struct RateLimit {
    int perMinute = 0;
    int burst = 0; ///< how many at once

    friend bool operator==(const RateLimit &, const RateLimit &) = default;
};

/** What a source's sender hears instead of 200, to see what it makes of it. The delivery is stored all the same. */
struct ChosenAnswer {
    int status = 200;
    QByteArray body; ///< text/plain
    std::chrono::milliseconds delay{0}; ///< before the answer; at most 60 s
    bool drop = false; ///< close the connection without an answer
    int oneIn = 1; ///< only every so many deliveries are answered like this, the others with 200

    friend bool operator==(const ChosenAnswer &, const ChosenAnswer &) = default;
};

/** For how long a source's past is kept. */
struct Retention {
    std::optional<std::chrono::days> whole; ///< then a conversation goes with all that belongs to it
    std::optional<std::chrono::days> bytes; ///< then its raw bytes go and it is sealed
    std::optional<qint64> maxBytes; ///< of raw bytes; beyond, the oldest conversations are sealed

    bool isAsked() const { return whole || bytes || maxBytes; }

    friend bool operator==(const Retention &, const Retention &) = default;
};

} // namespace earshot
