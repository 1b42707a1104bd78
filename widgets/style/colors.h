// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QBrush>
#include <QColor>
#include <QPalette>

#include <array>

namespace earshot {

/** What a colour is for. A role is chosen by meaning; its colour by the theme. */
enum class ColorRole {
    Window, ///< window, facets, bars
    Surface, ///< tables, panes
    Raised, ///< headers, footers
    RowLine, ///< hairline between rows
    Line, ///< hairline between panes
    ButtonEdge,
    FieldEdge,
    Selection,
    Hover,
    Text,
    TextSecond,
    Muted,
    Accent, ///< running, selected, focused, or the next thing to press; a link
    OnAccent,
    FindHit,
    FindHitText,
    GoodFill,
    GoodText,
    WarningFill,
    WarningText,
    ErrorFill,
    ErrorText,
    InfoFill,
    InfoText,
    BubbleContact,
    BubbleAssistant,
    BubbleAgent,
    PayloadKey,
    PayloadText,
    PayloadNumber,
    PayloadKeyword,
    OutcomeBooked,
    OutcomeQuoted,
    OutcomeFollowUp,
    OutcomeNotInterested,
    OutcomeNoAnswer,
    OutcomeSpam,
    OutcomeWrongNumber,
    OutcomeOther,
    Count_ ///< how many there are
};

/** The colours of one theme. */
class Colors
{
public:
    static constexpr int c_heatSteps = 6;

    QColor operator[](ColorRole role) const { return m_colors[std::size_t(role)]; }

    bool isDark() const { return m_isDark; }

    static const Colors &light();
    static const Colors &dark();

    /** Of a palette that is not ours (high contrast): its own colours, without tints. */
    static Colors ofSystem(const QPalette &palette);

private:
    friend QColor heatColor(const Colors &colors, int step);

    std::array<QColor, std::size_t(ColorRole::Count_)> m_colors;
    std::array<QColor, c_heatSteps> m_heat;
    bool m_isDark = false;
};

/** The colours that go with a palette, so that whoever has a palette (a widget, a style option) needs nothing else and
 * a change of theme reaches all by a change of the application's palette. GUI thread. */
const Colors &colorsOf(const QPalette &palette);

/** Of a heat map, from 0 (none) to 5 (most). */
QColor heatColor(const Colors &colors, int step);

/** The hatched fill of "Untagged" in charts. */
QBrush untaggedBrush(const QPalette &palette);

} // namespace earshot
