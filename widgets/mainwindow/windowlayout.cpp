// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/windowlayout.h"

#include <QMainWindow>
#include <QSettings>

namespace earshot {
namespace {

constexpr int c_version = 1; // raised when bars or docks become others

constexpr int c_perspectives = int(Perspective::Reports) + 1;
constexpr int c_places = 2 * c_perspectives;

QString keyOf(int place)
{
    static const QStringList names{QStringLiteral("live"), QStringLiteral("inspect"), QStringLiteral("reports")};
    const QString key = place < c_perspectives ? QStringLiteral("window/%1/state") : QStringLiteral("window/%1/narrow");
    return key.arg(names.at(place % c_perspectives));
}

} // namespace

WindowLayout::WindowLayout(QMainWindow &window)
    : m_window(window)
{
}

int WindowLayout::placeOf(Perspective perspective) const
{
    return int(perspective) + (m_isNarrow ? c_perspectives : 0);
}

void WindowLayout::load(const QSettings &settings)
{
    m_window.restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    for (int place = 0; place < c_places; ++place) {
        const QByteArray state = settings.value(keyOf(place)).toByteArray();
        if (!state.isEmpty())
            m_states.insert(place, state);
    }
}

void WindowLayout::save(QSettings &settings) const
{
    settings.setValue(QStringLiteral("window/geometry"), m_window.saveGeometry());
    for (int place = 0; place < c_places; ++place) {
        if (m_states.contains(place))
            settings.setValue(keyOf(place), m_states.value(place));
        else
            settings.remove(keyOf(place));
    }
}

void WindowLayout::keep(Perspective perspective)
{
    m_states.insert(placeOf(perspective), m_window.saveState(c_version));
}

bool WindowLayout::arrange(Perspective perspective)
{
    return m_states.contains(placeOf(perspective))
           && m_window.restoreState(m_states.value(placeOf(perspective)), c_version);
}

void WindowLayout::forget(Perspective perspective)
{
    m_states.remove(placeOf(perspective));
}

} // namespace earshot
