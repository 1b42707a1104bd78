// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace earshot {

/** A part of a jq program that has a colour of its own. */
struct JqToken {
    enum class Kind {
        Plain, ///< names of functions, operators, blanks
        Comment,
        Text, ///< a string, without what is interpolated in it
        Number,
        Keyword, ///< also true, false, null and formats such as `@base64`
        Path, ///< as in `.contact_name`
        Variable, ///< as in `$words`
    };

    qsizetype begin = 0; ///< in bytes
    qsizetype length = 0;
    Kind kind = Kind::Plain;

    friend bool operator==(const JqToken &, const JqToken &) = default;
};

/** The program's parts in their order, without gaps. What is no jq has parts all the same. */
QList<JqToken> jqTokens(const QByteArray &program);

} // namespace earshot
