// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QJsonValue>
#include <QStringList>

namespace earshot {

/** Names a place in a JSON document, as in `/data/0/id` (RFC 6901). A plain value; any thread. */
class JsonPointer
{
public:
    /** Empty text names the whole document. BadArgument says what is wrong. */
    static Result<JsonPointer> read(const QString &text);

    /** What lies there; Undefined if nothing does. */
    QJsonValue in(const QJsonValue &document) const;

private:
    QStringList m_steps; ///< unescaped
};

} // namespace earshot
