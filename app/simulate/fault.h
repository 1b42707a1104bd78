// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QSet>
#include <QString>
#include <QStringList>

namespace earshot {

/** What may go wrong between a platform and us, made on purpose. */
enum class Fault {
    Duplicates, ///< a delivery comes again a little later
    Reorder, ///< two neighbours of one conversation change places
    Late, ///< a delivery is held back for many places
    BadSignature, ///< Varda only: a signature that no secret of ours makes
    Malformed, ///< cut or mistyped JSON, a form without its end, a stray NUL
};

/** The fault's word on the command line, as in `bad-signature`. */
QString faultText(Fault fault);

/** All words, in the order of the enum. */
QStringList faultTexts();

/** Reads `duplicates,late`; an empty text is none. BadArgument names an unknown word and lists the known ones. */
Result<QSet<Fault>> faultsFromText(const QString &text);

} // namespace earshot
