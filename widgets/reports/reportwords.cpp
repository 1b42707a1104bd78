// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/reports/reportwords.h"

#include "widgets/charts/binwords.h"

#include <QCoreApplication>

namespace earshot {
namespace {

/** Whose words these are, for translators. */
class Words
{
    Q_DECLARE_TR_FUNCTIONS(ReportWords)
};

} // namespace

ReportWords::ReportWords(const ChartData &counted, const QLocale &locale)
    : m_data(counted)
    , m_locale(locale)
{
}

QString ReportWords::range() const
{
    return intervalText(m_data.interval, m_data.scope.zone(), m_locale);
}

QString ReportWords::zone() const
{
    return QString::fromUtf8(m_data.scope.zone().id());
}

QString ReportWords::nothing() const
{
    const QString days = intervalText(m_data.interval, m_data.scope.zone(), m_locale, false);
    if (days.isEmpty())
        return Words::tr("No conversations");
    //: %1 is a range of days, as in "1 – 3 May"
    return Words::tr("No conversations, %1").arg(days);
}

Explanation ReportWords::explanation(const QString &title, const QString &definition, qint64 part) const
{
    Explanation explained{title, definition, {}};
    const QString filter = m_data.scope.filter().trimmed();
    explained.facts.append({Words::tr("Filter"), filter.isEmpty() ? Words::tr("none") : filter});
    explained.facts.append({Words::tr("Range"), range()});
    explained.facts.append({Words::tr("Zone"), zone()});
    const QString total = m_locale.toString(m_data.figures.total);
    explained.facts.append(
        {Words::tr("Counted"), part < 0 ? Words::tr("%1 conversations").arg(total)
                                        //: a part of the conversations
                                        : Words::tr("%1 of %2 conversations").arg(m_locale.toString(part), total)});
    if (m_data.leftOut)
        explained.facts.append({Words::tr("Left out"),
                                //: how many conversations of the range do not match the filter
                                Words::tr("%1 by the filter").arg(m_locale.toString(*m_data.leftOut))});
    if (m_data.intervalBefore)
        explained.facts.append(
            {Words::tr("Period before"), intervalText(*m_data.intervalBefore, m_data.scope.zone(), m_locale)});
    return explained;
}

} // namespace earshot
