// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/viewscope.h"
#include "widgets/scope/scopebutton.h"
#include "widgets/style/displaysettings.h"

namespace earshot {

class DaysPopup;

/** "Last 7 days", "4 – 8 May 2026", in the user's language. */
QString timeRangeWord(const TimeRange &range, const QLocale &locale);

/** Shows and changes the scope's time range. While the filter names its own time it says so. */
class TimeRangeButton final : public ScopeButton
{
    Q_OBJECT

public:
    /** Both must outlive it. */
    TimeRangeButton(ViewScope &scope, DisplaySettings &settings, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showScope();
    void askForDays();

    ViewScope &m_scope;
    DisplaySettings &m_settings;
    QMenu *m_menu;
    DaysPopup *m_days;
};

} // namespace earshot
