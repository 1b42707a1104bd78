// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <optional>

namespace earshot {

/** How programs write JSON: what is common between the one that signed and another that wrote it again. */
enum class JsonForm {
    Compact, ///< without white space, strings as they are
    JavaScript, ///< `JSON.stringify(x)`: compact, nothing escaped that need not be
    Python, ///< `json.dumps(x)`: a blank after `,` and `:`, ASCII only
    Indented2, ///< `JSON.stringify(x, null, 2)`
    Indented4,
};

inline constexpr std::array c_jsonForms = {JsonForm::Compact, JsonForm::JavaScript, JsonForm::Python,
                                           JsonForm::Indented2, JsonForm::Indented4};

/** @p json, which must be valid, written in that form; numbers and the order of names stay as they are. Nothing where
 * that would grow far beyond what came, as deeply nested lists do. */
std::optional<QByteArray> rewriteJson(QByteArrayView json, JsonForm form);

} // namespace earshot
