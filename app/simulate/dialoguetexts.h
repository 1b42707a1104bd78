// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/simulate/dialogues.h"

#include <span>

namespace earshot {

/** How the tables of dialogues are written down. */
constexpr DialogueLine caller(QStringView text)
{
    return {true, text};
}

constexpr DialogueLine us(QStringView text)
{
    return {false, text};
}

std::span<const Dialogue> careDialogues(); ///< dental clinic and hotel
std::span<const Dialogue> tradeDialogues(); ///< kitchen remodel, garage, dress shop
std::span<const Dialogue> strayDialogues(); ///< spam, wrong numbers, odd questions
std::span<const Dialogue> abroadDialogues(); ///< German and Arabic

} // namespace earshot
