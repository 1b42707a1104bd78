// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/warnings.h"

namespace earshot {
namespace {

constexpr qsizetype c_mostWarnings = 30;
constexpr qsizetype c_longestDetail = 100;

QString clipped(QStringView detail)
{
    if (detail.size() <= c_longestDetail)
        return detail.toString();
    return detail.first(c_longestDetail).toString() + QChar(0x2026);
}

} // namespace

void Warnings::add(QLatin1StringView code, QStringView detail)
{
    if (m_texts.size() >= c_mostWarnings)
        return;
    const QString text = code + QLatin1StringView(": ") + clipped(detail);
    if (!m_texts.contains(text))
        m_texts.append(text);
}

} // namespace earshot
