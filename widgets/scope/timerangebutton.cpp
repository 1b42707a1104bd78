// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/timerangebutton.h"

#include "widgets/scope/dayspopup.h"

#include <QCoreApplication>
#include <QMenu>

#include <array>

namespace earshot {
namespace {

using RangeKind = TimeRange::Kind;

constexpr std::array c_kinds = {RangeKind::Today,     RangeKind::Yesterday, RangeKind::Last7Days, RangeKind::Last30Days,
                                RangeKind::ThisMonth, RangeKind::LastMonth, RangeKind::Everything};

QString kindWord(RangeKind kind)
{
    switch (kind) {
    case RangeKind::Today:
        return TimeRangeButton::tr("Today");
    case RangeKind::Yesterday:
        return TimeRangeButton::tr("Yesterday");
    case RangeKind::Last7Days:
        return TimeRangeButton::tr("Last 7 days");
    case RangeKind::Last30Days:
        return TimeRangeButton::tr("Last 30 days");
    case RangeKind::ThisMonth:
        return TimeRangeButton::tr("This month");
    case RangeKind::LastMonth:
        return TimeRangeButton::tr("Last month");
    case RangeKind::Everything:
        //: a time range: all there is
        return TimeRangeButton::tr("Everything");
    case RangeKind::Days:
        break;
    }
    return TimeRangeButton::tr("Days…");
}

QString dateWord(QDate date, const QLocale &locale)
{
    return locale.toString(date, locale.dateFormat(QLocale::ShortFormat));
}

QDate dateOf(Timestamp time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000, zone).date();
}

} // namespace

QString timeRangeWord(const TimeRange &range, const QLocale &locale)
{
    if (range.kind != RangeKind::Days)
        return kindWord(range.kind);
    if (range.first == range.last)
        return dateWord(range.first, locale);
    //: the first and the last day of a time range
    return TimeRangeButton::tr("%1 – %2").arg(dateWord(range.first, locale), dateWord(range.last, locale));
}

TimeRangeButton::TimeRangeButton(ViewScope &scope, DisplaySettings &settings, QWidget *parent)
    : ScopeButton(Icon::Calendar, parent)
    , m_scope(scope)
    , m_settings(settings)
    , m_menu(new QMenu(this))
    , m_days(new DaysPopup(this))
{
    setMenu(m_menu);
    connect(&scope, &ViewScope::changed, this, &TimeRangeButton::showScope);
    connect(&settings, &DisplaySettings::changed, this, &TimeRangeButton::showScope);
    connect(m_days, &DaysPopup::chosen, this,
            [this](QDate first, QDate last) { m_scope.setRange({RangeKind::Days, first, last}); });
    retranslate();
}

void TimeRangeButton::retranslate()
{
    m_menu->clear();
    for (const RangeKind kind : c_kinds) {
        QAction *action = m_menu->addAction(kindWord(kind), this, [this, kind] { m_scope.setRange({kind, {}, {}}); });
        action->setData(int(kind));
        action->setCheckable(true);
    }
    m_menu->addSeparator();
    QAction *days = m_menu->addAction(kindWord(RangeKind::Days), this, &TimeRangeButton::askForDays);
    days->setData(int(RangeKind::Days));
    days->setCheckable(true);
    showScope();
}

void TimeRangeButton::showScope()
{
    const ScopeQuery &query = m_scope.query();
    const bool isByFilter = query.namesItsTime();
    const QString word = timeRangeWord(query.range(), m_settings.format().locale);
    //: shown instead of a time range while the filter itself names a time
    setWord(isByFilter ? tr("by filter") : word, isByFilter);
    setAccessibleName(tr("Time range: %1").arg(this->word()));
    setToolTip(isByFilter ? tr("The filter names its time. Without it: %1").arg(word) : tr("Time range: %1").arg(word));
    const QList<QAction *> actions = m_menu->actions();
    for (QAction *action : actions)
        action->setChecked(!action->isSeparator() && action->data().toInt() == int(query.range().kind));
}

void TimeRangeButton::askForDays()
{
    showScope(); // the click has toggled the check
    const QTimeZone &zone = m_scope.query().zone();
    const Timestamp now = m_settings.now();
    const TimeInterval interval = intervalOf(m_scope.query().range(), zone, now);
    const QDate today = dateOf(now, zone);
    const QDate first = interval.from ? dateOf(*interval.from, zone) : today;
    const QDate last = interval.until ? dateOf(*interval.until - std::chrono::microseconds(1), zone) : today;
    m_days->open(*this, first, std::max(first, last), m_settings.format().locale);
}

void TimeRangeButton::changeEvent(QEvent *event)
{
    ScopeButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
