// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/chartdata.h"
#include "widgets/charts/explanation.h"

#include <QLocale>

namespace earshot {

/** What the board says of a count; a value, made anew with each count and each change of language. */
class ReportWords
{
public:
    /** @p counted must outlive it. */
    ReportWords(const ChartData &counted, const QLocale &locale);

    /** "14 Apr – 13 May 2026". */
    QString range() const;

    /** "Europe/Berlin". */
    QString zone() const;

    /** "No conversations between 1 and 3 May". */
    QString nothing() const;

    /** @p part of the conversations went into it; below 0 for all. */
    Explanation explanation(const QString &title, const QString &definition, qint64 part = -1) const;

private:
    const ChartData &m_data;
    QLocale m_locale;
};

} // namespace earshot
