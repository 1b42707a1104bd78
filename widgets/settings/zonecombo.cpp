// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/zonecombo.h"

#include <QCompleter>
#include <QEvent>
#include <QLineEdit>
#include <QTimeZone>

#include <algorithm>

namespace earshot {
namespace {

constexpr int c_shownCharacters = 20;

/** The zones that people name: of a region and a city, and UTC. */
QStringList zoneNames()
{
    QStringList names;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        if (id.contains('/') && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
            names.append(QString::fromLatin1(id));
    }
    names.sort();
    names.prepend(QStringLiteral("UTC"));
    return names;
}

} // namespace

ZoneCombo::ZoneCombo(SystemZone system, QWidget *parent)
    : QComboBox(parent)
    , m_system(system)
    , m_zone(system == SystemZone::Offered ? QString() : QStringLiteral("UTC"))
{
    static const QStringList names = zoneNames();
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(c_shownCharacters);
    setMaxVisibleItems(16);
    if (system == SystemZone::Offered)
        addItem(QString(), QString());
    for (const QString &name : names)
        addItem(name, name);

    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    connect(this, &QComboBox::activated, this, &ZoneCombo::take);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &ZoneCombo::finishTyping);
    connect(lineEdit(), &QLineEdit::textEdited, this, &ZoneCombo::takeTyped);
    retranslate();
}

void ZoneCombo::setZone(const QString &zone)
{
    if (findData(zone) < 0) {
        if (zone.isEmpty() || !QTimeZone(zone.toLatin1()).isValid())
            return;
        addItem(zone, zone); // an old name that the list leaves out
    }
    m_zone = zone;
    showZone();
}

void ZoneCombo::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QComboBox::changeEvent(event);
}

void ZoneCombo::retranslate()
{
    if (m_system == SystemZone::Offered) {
        //: Of this computer's time zone; %1 is its name, as in Europe/Berlin
        setItemText(0, tr("System (%1)").arg(QString::fromLatin1(QTimeZone::systemTimeZoneId())));
    }
    showZone();
}

void ZoneCombo::take(int index)
{
    const QString zone = itemData(index).toString();
    if (zone == m_zone)
        return;
    m_zone = zone;
    Q_EMIT zoneChosen(zone);
}

/** At once where a whole name stands there: while its list is open, the field does not tell that it was left. */
void ZoneCombo::takeTyped()
{
    const int index = findText(lineEdit()->text().trimmed(), Qt::MatchFixedString);
    if (index >= 0)
        take(index);
}

void ZoneCombo::finishTyping()
{
    takeTyped();
    showZone();
}

void ZoneCombo::showZone()
{
    const int index = std::max(0, findData(m_zone));
    setCurrentIndex(index);
    setEditText(itemText(index));
    lineEdit()->setCursorPosition(0);
}

} // namespace earshot
