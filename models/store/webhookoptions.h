// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/jsonpointer.h"
#include "models/store/destinations.h"

#include <QByteArray>

#include <utility>

namespace earshot {

/** What a webhook is told beyond its address, read from Destination::options. A plain value. */
struct WebhookOptions {
    struct StatusRange {
        int first = 200;
        int last = 299;
    };

    QList<std::pair<QByteArray, QByteArray>> headers; ///< values may hold c_tokenPlace
    QList<StatusRange> success; ///< what counts as done
    bool accepts202 = false; ///< 202 counts, too, where it is in success
    std::optional<JsonPointer> id; ///< where an answer names the record; then it must
    std::optional<JsonPointer> match; ///< what must lie there in an answer is matchValue
    QString matchValue;
    QString lookUpUrl; ///< with c_keyPlace; null if it cannot be asked
    std::optional<JsonPointer>
        lookUp; ///< where the look-up's answer names the record; nothing: 2xx means that it is there

    bool isSuccess(int status) const;
    bool usesToken() const;
};

/** Stands for the token in the value of a header field. */
inline constexpr QByteArrayView c_tokenPlace("{token}");

/** Stands for the record's key in an address, outside its host. */
inline constexpr QLatin1StringView c_keyPlace("{key}");

/** The address with @p key, percent-encoded, in its place. */
QString addressWithKey(const QString &address, const QString &key);

/** Errors: BadArgument says what is wrong. Header fields may neither be those that Earshot or HTTP itself sets nor hold
 * a secret, which the store would keep; the look-up has the origin of the destination's address, where its secrets
 * belong. */
Result<WebhookOptions> webhookOptions(const Destination &destination);

/** The text that an option is compared with: that of a string, number or boolean; null for all else. */
QString plainText(const QJsonValue &value);

} // namespace earshot
