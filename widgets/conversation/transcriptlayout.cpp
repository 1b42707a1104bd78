// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/conversation/transcriptlayout.h"

#include <QElapsedTimer>

#include <algorithm>

namespace earshot {
namespace {

constexpr qsizetype c_mostLayouts = 256; // far more than a screen shows

} // namespace

void TranscriptLayout::setBlocks(const QList<TranscriptBlock> &blocks, qsizetype unchanged)
{
    m_blocks = blocks;
    const qsizetype kept = std::min({unchanged, blocks.size(), m_heights.size()});
    m_layouts.removeIf([kept](auto layout) { return layout.key() >= kept; });
    guess(kept);
}

void TranscriptLayout::setStyle(const BlockStyle &style)
{
    if (style == m_style)
        return;
    m_style = style;
    m_measures = BlockMeasures(style);
    m_layouts.clear();
    guess(0);
}

void TranscriptLayout::guess(qsizetype from)
{
    m_heights.resize(m_blocks.size());
    m_isExact.resize(m_blocks.size());
    m_tops.resize(m_blocks.size() + 1);
    for (qsizetype i = from; i < m_blocks.size(); ++i) {
        m_heights[i] = BlockLayout::estimatedHeight(m_blocks.at(i), m_measures);
        m_isExact[i] = false;
    }
    m_exactBefore = std::min(m_exactBefore, from);
    m_placedBefore = std::min(m_placedBefore, from);
}

qreal TranscriptLayout::height() const
{
    return top(m_blocks.size());
}

qreal TranscriptLayout::top(qsizetype index) const
{
    placeBlocks();
    return m_tops.isEmpty() ? 0 : m_tops.at(index);
}

void TranscriptLayout::placeBlocks() const
{
    if (m_tops.isEmpty())
        return;
    m_tops[0] = 0;
    for (; m_placedBefore < m_blocks.size(); ++m_placedBefore)
        m_tops[m_placedBefore + 1] = m_tops.at(m_placedBefore) + m_heights.at(m_placedBefore);
}

qsizetype TranscriptLayout::blockAt(qreal y) const
{
    placeBlocks();
    if (m_blocks.isEmpty())
        return -1;
    const auto after = std::upper_bound(m_tops.cbegin() + 1, m_tops.cend() - 1, y);
    return std::clamp<qsizetype>(after - m_tops.cbegin() - 1, 0, m_blocks.size() - 1);
}

const BlockLayout &TranscriptLayout::laidOut(qsizetype index)
{
    auto found = m_layouts.constFind(index);
    if (found == m_layouts.cend()) {
        if (m_layouts.size() >= c_mostLayouts)
            m_layouts.removeIf([&](auto layout) { return qAbs(layout.key() - index) > c_mostLayouts / 4; });
        found = m_layouts.insert(index, std::make_shared<BlockLayout>(m_blocks.at(index), m_style));
        setHeight(index, (*found)->height());
    }
    return **found;
}

void TranscriptLayout::setHeight(qsizetype index, qreal height)
{
    m_isExact[index] = true;
    if (m_heights.at(index) == height)
        return;
    m_heights[index] = height;
    m_placedBefore = std::min(m_placedBefore, index);
}

bool TranscriptLayout::refine(std::chrono::milliseconds time)
{
    QElapsedTimer elapsed;
    elapsed.start();
    for (; m_exactBefore < m_blocks.size(); ++m_exactBefore) {
        if (elapsed.hasExpired(time.count()))
            return false;
        if (!m_isExact.at(m_exactBefore))
            setHeight(m_exactBefore, BlockLayout(m_blocks.at(m_exactBefore), m_style).height());
    }
    return true;
}

} // namespace earshot
