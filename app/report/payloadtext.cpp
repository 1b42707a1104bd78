// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/payloadtext.h"

namespace earshot {

std::optional<QString> payloadText(const QByteArray &body)
{
    if (body.contains('\0') || !body.isValidUtf8())
        return std::nullopt;
    return body.isNull() ? QStringLiteral("") : QString::fromUtf8(body);
}

QString headerText(const QByteArray &bytes)
{
    return bytes.isValidUtf8() ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

} // namespace earshot
