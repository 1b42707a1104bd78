// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace earshot {

/** How an option of a destination is called and explained, in the language of the moment. */
struct OptionWords {
    QString label;
    QString hint; ///< one line; null if the label says all
};

/** Of an option that is not known here, its own name. */
OptionWords optionWords(const QString &option);

/** What a kind of destination calls its secret: a token, an API key or a password. */
QString secretLabel(const QString &kind);

/** Where its secret is found there; null if that is anybody's. */
QString secretHint(const QString &kind);

} // namespace earshot
