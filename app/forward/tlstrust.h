// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslConfiguration>

#include <optional>

namespace earshot {

/** Our rules for TLS as a client: the peer is always verified, by the system's certificates and those of @p caFile
 * (PEM; empty for none). Nothing if that file has none (any more). Any thread. */
std::optional<QSslConfiguration> tlsTrusting(const QString &caFile);

} // namespace earshot
