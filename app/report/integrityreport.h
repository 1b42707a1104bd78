// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/integrity.h"

#include <QByteArray>

namespace earshot {

/** One line:
 * `{"sound":true,"schema":1,"deliveries":{"received":0,…},"conversations":12,"problems":[{"check":…,"meaning":…,"count":…,
 *  "places":[…]},…]}`. */
QByteArray integrityJson(const IntegrityReport &report);

/** The same for people; @p path is that of the store. */
QByteArray integrityText(const IntegrityReport &report, const QString &path);

} // namespace earshot
