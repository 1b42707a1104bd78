// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/zonebutton.h"

#include "widgets/scope/zonedialog.h"

#include <QMenu>

namespace earshot {
namespace {

constexpr qsizetype c_mostRecent = 5;

QString idOf(const QTimeZone &zone)
{
    return QString::fromLatin1(zone.id());
}

/** `America/Argentina/Buenos_Aires` is "Buenos Aires". */
QString cityOf(const QTimeZone &zone)
{
    return idOf(zone).section(u'/', -1).replace(u'_', u' ');
}

bool isUtc(const QTimeZone &zone)
{
    return zone == QTimeZone::utc();
}

} // namespace

ZoneButton::ZoneButton(ViewScope &scope, DisplaySettings &settings, QWidget *parent)
    : ScopeButton(Icon::Clock, parent)
    , m_scope(scope)
    , m_settings(settings)
    , m_menu(new QMenu(this))
{
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &ZoneButton::fillMenu);
    connect(&scope, &ViewScope::changed, this, &ZoneButton::showScope);
    connect(&settings, &DisplaySettings::changed, this, &ZoneButton::showScope);
    fillMenu();
    showScope();
}

void ZoneButton::setRecentZones(const QStringList &zones)
{
    m_recent.clear();
    for (const QString &id : zones) {
        if (m_recent.size() < c_mostRecent && zoneNamed(id) && !m_recent.contains(id))
            m_recent.append(id);
    }
}

void ZoneButton::setZone(const QTimeZone &zone)
{
    if (!isUtc(zone) && zone != QTimeZone::systemTimeZone()) {
        const QStringList before = m_recent;
        m_recent.removeAll(idOf(zone));
        m_recent.prepend(idOf(zone));
        m_recent = m_recent.mid(0, c_mostRecent);
        if (before != m_recent)
            Q_EMIT recentZonesChanged();
    }
    m_settings.setZone(zone);
    m_scope.setZone(zone);
}

void ZoneButton::addZone(const QString &text, const QTimeZone &zone)
{
    QAction *action = m_menu->addAction(text, this, [this, zone] { setZone(zone); });
    action->setCheckable(true);
    action->setChecked(zone == m_scope.query().zone());
}

void ZoneButton::fillMenu()
{
    m_menu->clear();
    const Timestamp now = m_settings.now();
    const QTimeZone local = QTimeZone::systemTimeZone();
    //: %1 is the zone of this computer, as in "Europe/Berlin, UTC+2"
    addZone(tr("Local zone (%1)").arg(zoneText(local, now)), local);
    if (!isUtc(local))
        addZone(tr("UTC"), QTimeZone::utc());
    bool isFirst = true;
    for (const QString &id : std::as_const(m_recent)) {
        const auto zone = zoneNamed(id);
        if (!zone || *zone == local)
            continue;
        if (std::exchange(isFirst, false))
            m_menu->addSeparator();
        addZone(zoneText(*zone, now), *zone);
    }
    m_menu->addSeparator();
    m_menu->addAction(tr("Other zone…"), this, &ZoneButton::askForZone);
}

void ZoneButton::showScope()
{
    const QTimeZone &zone = m_scope.query().zone();
    setWord(isUtc(zone) ? tr("UTC") : cityOf(zone));
    const QString text = tr("Zone: %1").arg(zoneText(zone, m_settings.now()));
    setAccessibleName(text);
    setToolTip(text);
}

void ZoneButton::askForZone()
{
    auto *dialog = new ZoneDialog(m_scope.query().zone(), m_settings.now(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ZoneDialog::chosen, this, &ZoneButton::setZone);
    dialog->open();
}

void ZoneButton::changeEvent(QEvent *event)
{
    ScopeButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        fillMenu();
        showScope();
    }
}

} // namespace earshot
