// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace earshot {

/** What was odd about a delivery, as texts `code: detail`. Each is kept once and only so many of them: a hostile body
 * of a million odd values must not become a million texts. */
class Warnings
{
public:
    /** @p detail is a place or a sender's word; a long one is cut. */
    void add(QLatin1StringView code, QStringView detail);

    const QStringList &texts() const { return m_texts; }

private:
    QStringList m_texts;
};

} // namespace earshot
