// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/colors.h"

#include "widgets/style/painting.h"

#include <algorithm>
#include <map>

namespace earshot {
namespace {

struct RoleColors {
    ColorRole role;
    QRgb light;
    QRgb dark;
};

constexpr std::array c_roles = {
    RoleColors{ColorRole::Window, 0xff'f1f3f6, 0xff'14171c},
    RoleColors{ColorRole::Surface, 0xff'ffffff, 0xff'1b1f26},
    RoleColors{ColorRole::Raised, 0xff'f8f9fb, 0xff'20252d},
    RoleColors{ColorRole::RowLine, 0xff'eceff3, 0xff'252a33},
    RoleColors{ColorRole::Line, 0xff'dfe3e9, 0xff'2e343f},
    RoleColors{ColorRole::ButtonEdge, 0xff'c6ccd6, 0xff'434b59},
    RoleColors{ColorRole::FieldEdge, 0xff'7f8795, 0xff'727c8c},
    RoleColors{ColorRole::Selection, 0xff'd7e4fd, 0xff'26395f},
    RoleColors{ColorRole::Hover, 0xff'f3f6fc, 0xff'222731},
    RoleColors{ColorRole::Text, 0xff'1b1f27, 0xff'e7eaef},
    RoleColors{ColorRole::TextSecond, 0xff'434a57, 0xff'c2c8d2},
    RoleColors{ColorRole::Muted, 0xff'5d6573, 0xff'a3abb8},
    RoleColors{ColorRole::Accent, 0xff'2557c7, 0xff'7fa8ff},
    RoleColors{ColorRole::OnAccent, 0xff'ffffff, 0xff'0e1420},
    RoleColors{ColorRole::FindHit, 0xff'ffe08a, 0xff'6b5514},
    RoleColors{ColorRole::FindHitText, 0xff'1b1f27, 0xff'fff3cf},
    RoleColors{ColorRole::GoodFill, 0xff'e3f3ee, 0xff'16342b},
    RoleColors{ColorRole::GoodText, 0xff'0d5c4b, 0xff'5fd3a4},
    RoleColors{ColorRole::WarningFill, 0xff'fff4dc, 0xff'3a2e12},
    RoleColors{ColorRole::WarningText, 0xff'7a4a00, 0xff'f6c042},
    RoleColors{ColorRole::ErrorFill, 0xff'fde9e4, 0xff'40211a},
    RoleColors{ColorRole::ErrorText, 0xff'9a2a0f, 0xff'ff9a80},
    RoleColors{ColorRole::InfoFill, 0xff'e9effc, 0xff'222f4d},
    RoleColors{ColorRole::InfoText, 0xff'1e4bb0, 0xff'9dbdff},
    RoleColors{ColorRole::BubbleContact, 0xff'f4f5f8, 0xff'262b34},
    RoleColors{ColorRole::BubbleAssistant, 0xff'e9effc, 0xff'222c44},
    RoleColors{ColorRole::BubbleAgent, 0xff'e4f1ec, 0xff'1a3129},
    RoleColors{ColorRole::PayloadKey, 0xff'1e4bb0, 0xff'9dbdff},
    RoleColors{ColorRole::PayloadText, 0xff'0d5c4b, 0xff'7fd6b4},
    RoleColors{ColorRole::PayloadNumber, 0xff'9a4b00, 0xff'f2b36b},
    RoleColors{ColorRole::PayloadKeyword, 0xff'7d3fa8, 0xff'c9a9f7},
    RoleColors{ColorRole::OutcomeBooked, 0xff'12735f, 0xff'4cc492},
    RoleColors{ColorRole::OutcomeQuoted, 0xff'1b4597, 0xff'4f78e4},
    RoleColors{ColorRole::OutcomeFollowUp, 0xff'c2760a, 0xff'f6c042},
    RoleColors{ColorRole::OutcomeNotInterested, 0xff'7d55b1, 0xff'c09ef8},
    RoleColors{ColorRole::OutcomeNoAnswer, 0xff'0a92d0, 0xff'78dff8},
    RoleColors{ColorRole::OutcomeSpam, 0xff'bb3312, 0xff'e8633f},
    RoleColors{ColorRole::OutcomeWrongNumber, 0xff'702650, 0xff'a9559f},
    RoleColors{ColorRole::OutcomeOther, 0xff'7f858e, 0xff'8a919c},
};
static_assert(c_roles.size() == std::size_t(ColorRole::Count_));

constexpr std::array<QRgb, Colors::c_heatSteps> c_lightHeat = {0xff'f1f4f9, 0xff'd5e1f8, 0xff'a9c1f0,
                                                               0xff'7599e3, 0xff'3f6cd0, 0xff'1c4198};
constexpr std::array<QRgb, Colors::c_heatSteps> c_darkHeat = {0xff'20252d, 0xff'22314f, 0xff'2a4375,
                                                              0xff'3b62ae, 0xff'5f8deb, 0xff'a9c6ff};

/** What tells palettes apart: roles that no widget changes for itself. */
using PaletteKey = std::array<QRgb, 5>;

PaletteKey keyOf(const QPalette &palette)
{
    const auto rgb = [&](QPalette::ColorRole role) { return palette.color(QPalette::Active, role).rgba(); };
    return {rgb(QPalette::Dark), rgb(QPalette::Mid), rgb(QPalette::Midlight), rgb(QPalette::Shadow),
            rgb(QPalette::Light)};
}

PaletteKey keyOf(const Colors &colors)
{
    return {colors[ColorRole::FieldEdge].rgba(), colors[ColorRole::Line].rgba(), colors[ColorRole::RowLine].rgba(),
            colors[ColorRole::ButtonEdge].rgba(), colors[ColorRole::Raised].rgba()};
}

} // namespace

const Colors &Colors::light()
{
    static const Colors colors = [] {
        Colors made;
        for (const RoleColors &role : c_roles)
            made.m_colors[std::size_t(role.role)] = QColor::fromRgba(role.light);
        std::ranges::transform(c_lightHeat, made.m_heat.begin(), &QColor::fromRgba);
        return made;
    }();
    return colors;
}

const Colors &Colors::dark()
{
    static const Colors colors = [] {
        Colors made;
        for (const RoleColors &role : c_roles)
            made.m_colors[std::size_t(role.role)] = QColor::fromRgba(role.dark);
        std::ranges::transform(c_darkHeat, made.m_heat.begin(), &QColor::fromRgba);
        made.m_isDark = true;
        return made;
    }();
    return colors;
}

Colors Colors::ofSystem(const QPalette &palette)
{
    const auto of = [&](QPalette::ColorRole role) { return palette.color(QPalette::Active, role); };
    const QColor text = of(QPalette::WindowText);
    Colors made = of(QPalette::Base).lightness() < of(QPalette::Text).lightness() ? dark() : light();
    const auto set = [&](std::initializer_list<ColorRole> roles, const QColor &color) {
        for (const ColorRole role : roles)
            made.m_colors[std::size_t(role)] = color;
    };
    set({ColorRole::Window}, of(QPalette::Window));
    set({ColorRole::Surface, ColorRole::Raised, ColorRole::Hover, ColorRole::GoodFill, ColorRole::WarningFill,
         ColorRole::ErrorFill, ColorRole::InfoFill, ColorRole::BubbleContact, ColorRole::BubbleAssistant,
         ColorRole::BubbleAgent},
        of(QPalette::Base));
    set({ColorRole::Text, ColorRole::TextSecond, ColorRole::Muted, ColorRole::FieldEdge, ColorRole::ButtonEdge,
         ColorRole::GoodText, ColorRole::WarningText, ColorRole::ErrorText, ColorRole::InfoText, ColorRole::PayloadKey,
         ColorRole::PayloadText, ColorRole::PayloadNumber, ColorRole::PayloadKeyword},
        text);
    set({ColorRole::RowLine, ColorRole::Line}, mixed(text, of(QPalette::Window), 0.5));
    set({ColorRole::Selection, ColorRole::Accent, ColorRole::FindHit}, of(QPalette::Highlight));
    set({ColorRole::OnAccent, ColorRole::FindHitText}, of(QPalette::HighlightedText));
    return made;
}

const Colors &colorsOf(const QPalette &palette)
{
    static const PaletteKey light = keyOf(Colors::light());
    static const PaletteKey dark = keyOf(Colors::dark());
    const PaletteKey key = keyOf(palette);
    if (key == light)
        return Colors::light();
    if (key == dark)
        return Colors::dark();
    // A desktop has a handful of palettes at most.
    static std::map<PaletteKey, Colors> others;
    const auto found = others.find(key);
    return found != others.end() ? found->second : others.emplace(key, Colors::ofSystem(palette)).first->second;
}

QColor heatColor(const Colors &colors, int step)
{
    return colors.m_heat[std::size_t(std::clamp(step, 0, Colors::c_heatSteps - 1))];
}

QBrush untaggedBrush(const QPalette &palette)
{
    return QBrush(colorsOf(palette)[ColorRole::FieldEdge], Qt::BDiagPattern);
}

} // namespace earshot
