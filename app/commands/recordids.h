// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QJsonArray>
#include <QStringList>

namespace earshot {

/** Earshot's ids as typed; at most 10,000 at once. BadArgument names a word that is none. */
Result<QList<qint64>> recordIds(const QStringList &words);

QJsonArray toJson(const QList<qint64> &ids);

} // namespace earshot
