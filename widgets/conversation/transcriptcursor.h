// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/conversation/transcriptlayout.h"

namespace earshot {

/** A place in the texts of a transcript. */
struct TranscriptPlace {
    qsizetype block = 0;
    qsizetype position = 0;

    friend auto operator<=>(const TranscriptPlace &, const TranscriptPlace &) = default;
};

enum class CursorMove { Previous, Next, PreviousWord, NextWord, Up, Down, First, Last, PreviousMarker, NextMarker };

/** Where the keyboard is in a transcript, and what is selected. */
class TranscriptCursor
{
public:
    /** @p layout must outlive it. */
    explicit TranscriptCursor(TranscriptLayout &layout);

    TranscriptPlace place() const { return m_place; }

    /** Of the selection, in order. */
    TranscriptPlace begin() const { return std::min(m_place, m_anchor); }

    TranscriptPlace end() const { return std::max(m_place, m_anchor); }

    bool hasSelection() const { return m_place != m_anchor; }

    /** What is selected of that block. */
    TextStretch selectionIn(qsizetype block) const;

    /** With @p select the selection is extended from where it began. */
    void setPlace(TranscriptPlace place, bool select = false);
    void move(CursorMove move, bool select);
    void selectAll();
    void selectWord();

    /** What is selected, with who said it and when: one line a turn. */
    QString selectedText() const;

    /** Keeps within what there is, after the blocks have changed. */
    void clamp();

private:
    TranscriptPlace moved(CursorMove move);
    TranscriptPlace vertical(int lines);
    TranscriptPlace marker(int step) const;
    TranscriptPlace sideways(int step, bool byWord);
    TranscriptPlace lastPlace() const;

    TranscriptLayout &m_layout;
    TranscriptPlace m_place;
    TranscriptPlace m_anchor;
    std::optional<qreal> m_column; ///< where up and down go, in the layout's x
};

} // namespace earshot
