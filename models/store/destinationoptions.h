// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/store/destinationkinds.h"

#include <QJsonObject>
#include <QList>

namespace earshot {

/** All options of that kind: its own, then those that every kind has. */
QList<OptionField> optionFields(const DestinationKind &kind);

/** That each option is known, has its type and lies within its bounds, and that none is missing. Error BadArgument. */
Result<void> checkOptions(const DestinationKind &kind, const QJsonObject &options);

/** The value that @p text stands for where options are typed: `true`, a number, a JSON object. Error BadArgument, also
 * for a name that the kind does not know. */
Result<QJsonValue> optionFromText(const DestinationKind &kind, const QString &name, const QString &text);

QString optionTypeText(OptionType type);

} // namespace earshot
