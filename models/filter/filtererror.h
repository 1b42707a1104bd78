// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace earshot {

/** Why a filter was not understood, and which part of its text to underline. */
struct FilterError {
    QString message; ///< a sentence for people, in English: what is wrong and what to try
    qsizetype position = 0; ///< of the faulty part, in UTF-16 units from the start of the text
    qsizetype length = 0; ///< of the faulty part; 0 where something is missing

    friend bool operator==(const FilterError &, const FilterError &) = default;
};

} // namespace earshot
