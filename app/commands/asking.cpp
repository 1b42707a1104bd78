// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/asking.h"

#include "app/commands/console.h"
#include "app/control/carryout.h"
#include "app/control/operation.h"

namespace earshot {

Result<QJsonObject> ask(const CommandLine &line, const QJsonObject &request, const QString &meanwhile)
{
    if (const auto checked = checkRequest(request); !checked)
        return std::unexpected(checked.error());
    if (const auto made = line.makeFolder(); !made)
        return std::unexpected(made.error());
    return carryOut(request, line.store(), [meanwhile] { console::say(meanwhile); });
}

QJsonValue jsonOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace earshot
