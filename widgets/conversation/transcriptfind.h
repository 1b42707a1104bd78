// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/conversation/transcriptblock.h"

namespace earshot {

/** A place where what is looked for stands. */
struct TranscriptHit {
    qsizetype block = 0;
    TextStretch span;
};

/** Looks for words in a transcript's blocks, without case, accents and vowel signs; also in what is folded away. */
class TranscriptFind
{
public:
    /** Looks again for the same in other blocks; those before @p unchanged are as they were. */
    void setBlocks(const QList<TranscriptBlock> &blocks, qsizetype unchanged);

    /** An empty text finds nothing. */
    void setText(const QString &text, const QList<TranscriptBlock> &blocks);

    const QString &text() const { return m_text; }

    const QList<TranscriptHit> &hits() const { return m_hits; }

    /** Which of hits() is the current one; -1 if there are none. */
    qsizetype current() const { return m_current; }

    /** Makes the first hit from that block on the current one, else the first of all. */
    void setCurrentFrom(qsizetype block);

    /** To the next or previous, round the ends. */
    void step(int by);

    /** The hits in one block, and which of them is current (-1 for none). */
    QList<TextStretch> hitsIn(qsizetype block, int *current) const;

private:
    void look(const QList<TranscriptBlock> &blocks);

    QString m_text;
    QList<FoldedText> m_folded; ///< of the blocks, as far as they were looked through
    QList<TranscriptHit> m_hits;
    qsizetype m_current = -1;
};

} // namespace earshot
