// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/theme.h"

#include "widgets/style/colors.h"
#include "widgets/style/earshotstyle.h"
#include "widgets/style/painting.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>
#include <QToolTip>

#ifdef EARSHOT_HAS_DBUS
#include "widgets/style/portalscheme.h"
#endif

namespace earshot {
namespace {

constexpr qreal c_disabledOpacity = 0.55;

void setDisabled(QPalette &palette, const Colors &colors)
{
    const QColor text = mixed(colors[ColorRole::Muted], colors[ColorRole::Surface], c_disabledOpacity);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                                           QPalette::HighlightedText, QPalette::PlaceholderText, QPalette::Link})
        palette.setColor(QPalette::Disabled, role, text);
    palette.setColor(QPalette::Disabled, QPalette::Base, colors[ColorRole::Window]);
    palette.setColor(QPalette::Disabled, QPalette::Button, colors[ColorRole::Window]);
}

QPalette paletteOf(const Colors &colors)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, ColorRole color) { palette.setColor(role, colors[color]); };
    set(QPalette::Window, ColorRole::Window);
    set(QPalette::WindowText, ColorRole::Text);
    set(QPalette::Base, ColorRole::Surface);
    set(QPalette::AlternateBase, ColorRole::Raised);
    set(QPalette::ToolTipBase, ColorRole::Raised);
    set(QPalette::ToolTipText, ColorRole::Text);
    set(QPalette::PlaceholderText, ColorRole::Muted);
    set(QPalette::Text, ColorRole::Text);
    set(QPalette::Button, ColorRole::Surface);
    set(QPalette::ButtonText, ColorRole::Text);
    set(QPalette::BrightText, ColorRole::ErrorText);
    set(QPalette::Light, ColorRole::Raised);
    set(QPalette::Midlight, ColorRole::RowLine);
    set(QPalette::Mid, ColorRole::Line);
    set(QPalette::Dark, ColorRole::FieldEdge);
    set(QPalette::Shadow, ColorRole::ButtonEdge);
    set(QPalette::Highlight, ColorRole::Selection);
    set(QPalette::HighlightedText, ColorRole::Text);
    set(QPalette::Link, ColorRole::Accent);
    set(QPalette::LinkVisited, ColorRole::Accent);
    setDisabled(palette, colors);
    return palette;
}

} // namespace

QPalette Theme::lightPalette()
{
    return paletteOf(Colors::light());
}

QPalette Theme::darkPalette()
{
    return paletteOf(Colors::dark());
}

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_systemPalette(QApplication::palette())
    , m_style(new EarshotStyle)
{
    QApplication::setStyle(m_style); // owned by the application from here on
    readSystemScheme();
    apply();
    qApp->installEventFilter(this);
}

void Theme::choose(ThemeChoice choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    apply();
}

void Theme::setReducedMotion(bool reduced)
{
    if (m_style)
        m_style->setReducedMotion(reduced);
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // Every window is told of a change of the desktop's theme; our own changes of the palette come as other events.
    if (event->type() == QEvent::ThemeChange && !m_isApplying) {
        readSystemPalette();
        apply();
    }
    return QObject::eventFilter(watched, event);
}

void Theme::apply()
{
    const QScopedValueRollback guard(m_isApplying, true);
    QPalette palette = m_systemPalette;
    if (m_choice == ThemeChoice::Light || (m_choice == ThemeChoice::System && !isSystemDark()))
        palette = lightPalette();
    else if (m_choice != ThemeChoice::HighContrast)
        palette = darkPalette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

void Theme::readSystemPalette()
{
    const QScopedValueRollback guard(m_isApplying, true);
    QApplication::setPalette(QPalette()); // without one of ours, the application's is the desktop's
    m_systemPalette = QApplication::palette();
}

void Theme::readSystemScheme()
{
#ifdef EARSHOT_HAS_DBUS
    auto *portal = new PortalScheme(this);
    connect(portal, &PortalScheme::answered, this, [this](std::optional<bool> isDark) {
        m_portalSaysDark = isDark;
        apply();
    });
    portal->ask();
#endif
}

bool Theme::isSystemDark() const
{
    if (m_portalSaysDark)
        return *m_portalSaysDark;
    return m_systemPalette.color(QPalette::Window).lightness()
           < m_systemPalette.color(QPalette::WindowText).lightness();
}

} // namespace earshot
