// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/windowlayout.h"

#include <QMainWindow>
#include <QSettings>

namespace earshot {
namespace {

constexpr int c_version = 1; // raised when bars or docks become others

QString keyOf(int perspective)
{
    static const QStringList names{QStringLiteral("live"), QStringLiteral("inspect"), QStringLiteral("reports")};
    return QStringLiteral("window/%1/state").arg(names.at(perspective));
}

} // namespace

WindowLayout::WindowLayout(QMainWindow &window)
    : m_window(window)
{
}

void WindowLayout::load(const QSettings &settings)
{
    m_window.restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    for (int perspective = 0; perspective <= int(Perspective::Reports); ++perspective) {
        const QByteArray state = settings.value(keyOf(perspective)).toByteArray();
        if (!state.isEmpty())
            m_states.insert(perspective, state);
    }
}

void WindowLayout::save(QSettings &settings) const
{
    settings.setValue(QStringLiteral("window/geometry"), m_window.saveGeometry());
    for (int perspective = 0; perspective <= int(Perspective::Reports); ++perspective) {
        if (m_states.contains(perspective))
            settings.setValue(keyOf(perspective), m_states.value(perspective));
        else
            settings.remove(keyOf(perspective));
    }
}

void WindowLayout::keep(Perspective perspective)
{
    m_states.insert(int(perspective), m_window.saveState(c_version));
}

bool WindowLayout::arrange(Perspective perspective)
{
    return m_states.contains(int(perspective)) && m_window.restoreState(m_states.value(int(perspective)), c_version);
}

void WindowLayout::forget(Perspective perspective)
{
    m_states.remove(int(perspective));
}

} // namespace earshot
