// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/viewscope.h"
#include "widgets/scope/scopebutton.h"
#include "widgets/style/displaysettings.h"

namespace earshot {

/** Shows and changes the zone of a window: of days in the scope and of times that are shown. */
class ZoneButton final : public ScopeButton
{
    Q_OBJECT

public:
    /** Both must outlive it. */
    ZoneButton(ViewScope &scope, DisplaySettings &settings, QWidget *parent = nullptr);

    /** IANA ids, the one used last first; at most five. */
    const QStringList &recentZones() const { return m_recent; }

    void setRecentZones(const QStringList &zones);

    /** For scope and times; the zone joins the recent ones. */
    void setZone(const QTimeZone &zone);

Q_SIGNALS:
    void recentZonesChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillMenu();
    void addZone(const QString &text, const QTimeZone &zone);
    void showScope();
    void askForZone();

    ViewScope &m_scope;
    DisplaySettings &m_settings;
    QMenu *m_menu;
    QStringList m_recent;
};

} // namespace earshot
