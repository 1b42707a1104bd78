// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/conversation/transcriptfind.h"

#include <algorithm>

namespace earshot {

void TranscriptFind::setBlocks(const QList<TranscriptBlock> &blocks, qsizetype unchanged)
{
    m_folded.resize(std::min(m_folded.size(), unchanged));
    if (m_text.isEmpty())
        return;
    const qsizetype current = m_current;
    look(blocks);
    m_current = m_hits.isEmpty() ? -1 : std::clamp<qsizetype>(current, 0, m_hits.size() - 1);
}

void TranscriptFind::setText(const QString &text, const QList<TranscriptBlock> &blocks)
{
    m_text = text;
    look(blocks);
    m_current = m_hits.isEmpty() ? -1 : 0;
}

void TranscriptFind::look(const QList<TranscriptBlock> &blocks)
{
    m_hits.clear();
    if (m_text.isEmpty()) {
        m_folded.clear();
        return;
    }
    for (qsizetype i = m_folded.size(); i < blocks.size(); ++i)
        m_folded.append(FoldedText(blocks.at(i).text));
    const FoldedText needle(m_text);
    for (qsizetype i = 0; i < m_folded.size(); ++i) {
        for (const TextStretch &span : m_folded.at(i).find(needle))
            m_hits.append({i, span});
    }
}

void TranscriptFind::setCurrentFrom(qsizetype block)
{
    if (m_hits.isEmpty())
        return;
    const auto found = std::ranges::lower_bound(m_hits, block, {}, &TranscriptHit::block);
    m_current = found == m_hits.end() ? 0 : found - m_hits.begin();
}

void TranscriptFind::step(int by)
{
    if (!m_hits.isEmpty())
        m_current = (m_current + by + m_hits.size()) % m_hits.size();
}

QList<TextStretch> TranscriptFind::hitsIn(qsizetype block, int *current) const
{
    QList<TextStretch> spans;
    *current = -1;
    const auto [first, last] = std::ranges::equal_range(m_hits, block, {}, &TranscriptHit::block);
    for (auto hit = first; hit != last; ++hit) {
        if (hit - m_hits.begin() == m_current)
            *current = int(spans.size());
        spans.append(hit->span);
    }
    return spans;
}

} // namespace earshot
