// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>

namespace earshot::metrics {

// Logical pixels.
inline constexpr int c_inner = 4;
inline constexpr int c_between = 8;
inline constexpr int c_paneMargin = 12;
inline constexpr int c_betweenGroups = 16;
inline constexpr int c_dialogMargin = 24;
inline constexpr int c_controlRadius = 4;
inline constexpr int c_cardRadius = 6;
inline constexpr int c_bubbleRadius = 8;
inline constexpr int c_controlHeight = 28;
inline constexpr int c_smallControlHeight = 24;
inline constexpr int c_filterHeight = 30;
inline constexpr int c_toolBarHeight = 44;
inline constexpr int c_viewsHeight = 32;
inline constexpr int c_statusBarHeight = 26;
inline constexpr int c_headerHeight = 28;
inline constexpr int c_icon = 16;
inline constexpr int c_focusRing = 2;

enum class Density { Compact, Normal, Roomy };

/** 24, 28, 34. */
int rowHeight(Density density);

// Fonts by their use; each from the font of the widget it stands in.
QFont body(const QFont &base);
QFont strong(const QFont &base); ///< semibold
QFont caption(const QFont &base); ///< a point smaller, never below 8 pt
QFont title(const QFont &base); ///< two points larger, semibold
QFont timer(const QFont &base); ///< of a card in the live lane: three points larger, semibold
QFont figure(const QFont &base); ///< of a tile: nine points larger, semibold
QFont mono(const QFont &base); ///< the system's fixed font, a point smaller than @p base

} // namespace earshot::metrics
