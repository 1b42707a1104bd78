// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QVariant>

#include <concepts>
#include <optional>

namespace earshot {

// How values are bound to columns: Qt binds a null QString or QByteArray as NULL, which is meant in some columns and
// not in others.

/** NULL where the text is unknown. */
inline QVariant orNull(const QString &text)
{
    return text.isNull() ? QVariant(QMetaType(QMetaType::QString)) : QVariant(text);
}

/** NULL also for an empty text, where that says no more. */
inline QVariant orNullIfEmpty(const QString &text)
{
    return orNull(text.isEmpty() ? QString() : text);
}

template <std::integral Number>
QVariant orNull(std::optional<Number> number)
{
    return number ? QVariant(*number) : QVariant(QMetaType::fromType<Number>());
}

/** Microseconds, or NULL. */
inline QVariant orNull(std::optional<Timestamp> time)
{
    return time ? QVariant(toMicroseconds(*time)) : QVariant(QMetaType(QMetaType::LongLong));
}

/** For a NOT NULL column: an unknown text is an empty one. */
inline QVariant notNull(const QString &text)
{
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
}

inline QVariant notNull(const QByteArray &bytes)
{
    return bytes.isNull() ? QVariant(QByteArray("")) : QVariant(bytes);
}

} // namespace earshot
