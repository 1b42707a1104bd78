// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <optional>

namespace earshot::filter {

// How the values of a filter are written. Each reads the whole text or nothing, and nothing that overflows.

/** `12`, `-3`. */
std::optional<qint64> readInteger(QStringView text);

/** `12`, `-3.5`; for numbers inside JSON. */
std::optional<double> readNumber(QStringView text);

/** Minor units: `250000`, or with two decimals the major unit, `2500.00`. */
std::optional<qint64> readMoney(QStringView text);

/** Seconds: `90`, `180s`, `3m`, `1h30m`, `2d`, `4:05`, `1:02:45`; at most 100 years. */
std::optional<qint64> readDuration(QStringView text);

/** `true`, `yes`, `1` and `false`, `no`, `0`, in any case. */
std::optional<bool> readBoolean(QStringView text);

} // namespace earshot::filter
