// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/conversation/blocklayout.h"

#include <QHash>

#include <chrono>

namespace earshot {

/** Where the blocks of a transcript lie below each other. Only blocks that are looked at are laid out; the others have
 * a guessed height until refine() comes by. */
class TranscriptLayout
{
public:
    /** Keeps the heights of the blocks before @p unchanged. */
    void setBlocks(const QList<TranscriptBlock> &blocks, qsizetype unchanged = 0);

    void setStyle(const BlockStyle &style);

    const BlockStyle &style() const { return m_style; }

    qsizetype size() const { return m_blocks.size(); }

    const TranscriptBlock &block(qsizetype index) const { return m_blocks.at(index); }

    const QList<TranscriptBlock> &blocks() const { return m_blocks; }

    /** Of all blocks, as far as is known. */
    qreal height() const;

    qreal top(qsizetype index) const;

    qreal bottom(qsizetype index) const { return top(index + 1); }

    /** The block at @p y, or the nearest; -1 if there are none. */
    qsizetype blockAt(qreal y) const;

    /** The block laid out. Valid until the next call. */
    const BlockLayout &laidOut(qsizetype index);

    bool isExact(qsizetype index) const { return m_isExact.at(index); }

    /** Lays out some of what is only guessed, for about @p time; true if nothing is left. */
    bool refine(std::chrono::milliseconds time);

private:
    void guess(qsizetype from);
    void setHeight(qsizetype index, qreal height);
    void placeBlocks() const;

    QList<TranscriptBlock> m_blocks;
    BlockStyle m_style;
    BlockMeasures m_measures;
    QList<qreal> m_heights;
    QList<bool> m_isExact;
    qsizetype m_exactBefore = 0; ///< refine() has seen all blocks before it
    mutable QList<qreal> m_tops; ///< one more than there are blocks
    mutable qsizetype m_placedBefore = 0; ///< tops up to this one are right
    QHash<qsizetype, std::shared_ptr<BlockLayout>> m_layouts; ///< of blocks that were looked at lately
};

} // namespace earshot
