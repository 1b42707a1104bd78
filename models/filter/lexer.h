// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/filtererror.h"

#include <QStringView>

#include <expected>
#include <vector>

namespace earshot::filter {

/** The smallest piece of a filter's text that means something. */
struct Token {
    enum class Type {
        Word, ///< a field's name, an unquoted value, or bare text
        Quoted, ///< text between quotes
        Operator, ///< one of `:` `=` `!=` `>` `>=` `<` `<=`
        Minus, ///< in front of a term
        Open,
        Close,
        End, ///< always the last one, of length 0
    };

    Type type = Type::End;
    QString text; ///< as it stands; for Quoted what is between the quotes, escapes resolved
    qsizetype position = 0; ///< in UTF-16 units, like length
    qsizetype length = 0;

    qsizetype end() const { return position + length; }

    friend bool operator==(const Token &, const Token &) = default;
};

/** Takes @p text apart. What directly follows an operator is a value and may hold `:`, `=`, `<`, `>` and `-`; elsewhere
 *  these separate. In quotes `\"` is a quote and `\\` a backslash; any other backslash is itself. Fails for a quote
 *  without an end, for a NUL (SQLite's LIKE would stop there) and for text longer than 8,192 units. */
std::expected<std::vector<Token>, FilterError> tokenize(QStringView text);

} // namespace earshot::filter
