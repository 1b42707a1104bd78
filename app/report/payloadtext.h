// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace earshot {

/** A body as text, if it is: valid UTF-8 without NUL. */
std::optional<QString> payloadText(const QByteArray &body);

/** A header field's name or value: UTF-8 where it is valid, else ISO 8859-1, in which no byte is wrong (RFC 9110
 * section 5.5). */
QString headerText(const QByteArray &bytes);

} // namespace earshot
