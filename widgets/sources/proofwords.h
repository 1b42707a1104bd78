// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/proof.h"
#include "models/items/sourcelist.h"
#include "widgets/style/format.h"

namespace earshot {

/** Whose way of signing a preset is, as in "Varda"; the word itself where it is not known. */
QString presetName(const QString &preset);

/** What a signature is made of and where it stands, in a sentence in the user's language. */
QString schemeSentence(const SignatureScheme &scheme);

/** Whether a secret is set and where it lies, in the user's language; never the secret. */
QString secretMarkText(const SecretMark &mark, const ValueFormat &format, Timestamp now);

} // namespace earshot
