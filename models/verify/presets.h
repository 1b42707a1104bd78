// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/domain/proof.h"

#include <QJsonObject>
#include <QStringList>

namespace earshot {

/** The words of the known schemes, for lists and help: varda, standard-webhooks, twilio, retell, … `custom` is not
 * among them. */
QStringList signaturePresets();

/** Nothing if there is no preset of that word. */
std::optional<SignatureScheme> signaturePreset(const QString &word);

/** The preset that a platform signs with; null if it does not sign. */
QString presetOfPlatform(const QString &platform);

/** As it is stored and asked for. Without secrets. Four fields, all of which may be missing: `signature`, `basic` and
 * `bearer` (true or false), `secret_header` (a name). A signature is `{"preset":"varda"}`, with its own `tolerance_s`
 * if need be, or `{"preset":"custom", …}` with `header` and whatever differs from the defaults (SignatureScheme):
 * `algorithm` sha1, sha256 or sha512; `encoding` hex or base64; `prefix`; `signed`, as in `{timestamp}.{body}`;
 * `timestamp_header` or `timestamp_key`; `time_unit` s or ms; `tolerance_s`, 0 for any age; `id_header`; `separator`,
 * `key_separator` and `signature_key` for a header of several parts; `secret_form` text or standard-webhooks. */
QJsonObject toJson(const SenderProof &proof);

/** Reads what toJson() writes. Errors: BadArgument, which names the field that makes no sense and what it may be. */
Result<SenderProof> proofFromJson(const QJsonObject &json);

} // namespace earshot
