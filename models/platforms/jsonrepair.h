// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/platforms/warnings.h"

#include <QByteArrayView>
#include <QJsonValue>

namespace earshot {

/** Cheap look at JSON text: false where none of its texts can hold a NUL or half of a surrogate pair. */
bool mayNeedRepair(QByteArrayView jsonText);

/** Puts U+FFFD for NUL and for halves of surrogate pairs, both of which JSON can escape and a database cannot keep;
 * says so. */
QString repaired(const QString &text, Warnings &warnings);

/** The same for every name and text in a value. */
QJsonValue repaired(const QJsonValue &value, Warnings &warnings);

} // namespace earshot
