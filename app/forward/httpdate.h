// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QByteArray>

#include <optional>

namespace earshot {

/** Reads a date of HTTP in any of its three forms (RFC 9110 section 5.6.7); nothing for anything else. */
std::optional<Timestamp> readHttpDate(const QByteArray &text);

} // namespace earshot
