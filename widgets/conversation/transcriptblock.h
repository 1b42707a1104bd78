// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/conversation/textfold.h"
#include "widgets/conversation/transcript.h"
#include "widgets/style/colors.h"
#include "widgets/style/format.h"
#include "widgets/style/icons.h"

#include <QSet>

#include <optional>

namespace earshot {

/** A part of a block's text that looks unlike the rest. */
struct TextMark {
    enum class Kind { Strong, Muted, Link };

    TextStretch span;
    Kind kind = Kind::Strong;
};

/** One thing in a transcript as it is shown, in words but not yet laid out. */
struct TranscriptBlock {
    enum class Shape {
        Date, ///< the line at the top
        Contact, ///< bubble at the leading edge
        Assistant, ///< bubbles at the trailing edge
        Agent,
        Marker, ///< a framed line as wide as the view
        Closing, ///< the line at the end
    };

    Shape shape = Shape::Marker;

    QString pause; ///< how long nobody spoke before; null if not long
    bool hasHead = false; ///< of a bubble
    Icon icon = Icon::Person; ///< of the head, or of the marker
    ColorRole iconColor = ColorRole::Muted;
    QString name; ///< in the head
    QString time; ///< in the head, at the end of a marker
    QString speaker; ///< who speaks, for copies; null for lines
    QString clock; ///< when, for copies

    QString text; ///< whole
    qsizetype shown = 0; ///< how much of it is seen
    QList<TextMark> marks;
    QString more; ///< words that unfold it or fold it; null where it is short
    bool isFoldable = false; ///< a form, whose line folds and unfolds it

    bool isBubble() const { return shape == Shape::Contact || shape == Shape::Assistant || shape == Shape::Agent; }

    bool isMarker() const { return shape == Shape::Marker; }

    bool isFolded() const { return shown < text.size(); }

    QString shownText() const { return text.left(shown); }
};

/** The entries that a person has unfolded, by their index. */
using UnfoldedEntries = QSet<qsizetype>;

/** The transcript in blocks: the date, one for each entry in their order, the end if there was one. */
QList<TranscriptBlock> planTranscript(const Transcript &transcript, const UnfoldedEntries &unfolded,
                                      const ValueFormat &format);

} // namespace earshot
