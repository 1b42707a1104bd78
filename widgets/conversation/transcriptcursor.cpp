// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/conversation/transcriptcursor.h"

#include <algorithm>

namespace earshot {
namespace {

constexpr QLatin1StringView c_indent("  ");

} // namespace

TranscriptCursor::TranscriptCursor(TranscriptLayout &layout)
    : m_layout(layout)
{
}

TextStretch TranscriptCursor::selectionIn(qsizetype block) const
{
    const TranscriptPlace first = begin();
    const TranscriptPlace last = end();
    if (block < first.block || block > last.block)
        return {};
    const qsizetype from = block == first.block ? first.position : 0;
    const qsizetype to = block == last.block ? last.position : m_layout.block(block).shown;
    return {from, to - from};
}

void TranscriptCursor::setPlace(TranscriptPlace place, bool select)
{
    m_place = place;
    m_column.reset();
    if (!select)
        m_anchor = place;
}

void TranscriptCursor::move(CursorMove move, bool select)
{
    if (m_layout.size() == 0)
        return;
    const bool isVertical = move == CursorMove::Up || move == CursorMove::Down;
    if (!isVertical)
        m_column.reset();
    else if (!m_column)
        m_column = m_layout.laidOut(m_place.block).cursorRect(m_place.position).x();
    m_place = moved(move);
    if (!select)
        m_anchor = m_place;
}

TranscriptPlace TranscriptCursor::moved(CursorMove move)
{
    switch (move) {
    case CursorMove::Previous:
        return sideways(-1, false);
    case CursorMove::Next:
        return sideways(1, false);
    case CursorMove::PreviousWord:
        return sideways(-1, true);
    case CursorMove::NextWord:
        return sideways(1, true);
    case CursorMove::Up:
        return vertical(-1);
    case CursorMove::Down:
        return vertical(1);
    case CursorMove::First:
        return {};
    case CursorMove::Last:
        return lastPlace();
    case CursorMove::PreviousMarker:
        return marker(-1);
    case CursorMove::NextMarker:
        return marker(1);
    }
    return m_place;
}

TranscriptPlace TranscriptCursor::lastPlace() const
{
    const qsizetype last = m_layout.size() - 1;
    return {last, m_layout.block(last).shown};
}

TranscriptPlace TranscriptCursor::vertical(int lines)
{
    const qreal x = m_column.value_or(0);
    if (const auto within = m_layout.laidOut(m_place.block).verticalMove(m_place.position, lines, x))
        return {m_place.block, *within};
    const qsizetype next = m_place.block + lines;
    if (next < 0 || next >= m_layout.size())
        return m_place;
    return {next, m_layout.laidOut(next).edgePosition(lines < 0, x)};
}

TranscriptPlace TranscriptCursor::marker(int step) const
{
    for (qsizetype i = m_place.block + step; i >= 0 && i < m_layout.size(); i += step) {
        if (m_layout.block(i).isMarker())
            return {i, 0};
    }
    return m_place;
}

TranscriptPlace TranscriptCursor::sideways(int step, bool byWord)
{
    const BlockLayout &layout = m_layout.laidOut(m_place.block);
    const qsizetype within =
        step < 0 ? layout.previousPosition(m_place.position, byWord) : layout.nextPosition(m_place.position, byWord);
    if (within != m_place.position)
        return {m_place.block, within};
    const qsizetype next = m_place.block + step;
    if (next < 0 || next >= m_layout.size())
        return m_place;
    return {next, step < 0 ? m_layout.block(next).shown : 0};
}

void TranscriptCursor::selectAll()
{
    if (m_layout.size() == 0)
        return;
    m_anchor = {};
    m_place = lastPlace();
    m_column.reset();
}

void TranscriptCursor::selectWord()
{
    if (m_layout.size() == 0)
        return;
    const BlockLayout &layout = m_layout.laidOut(m_place.block);
    const qsizetype shown = m_layout.block(m_place.block).shown;
    const qsizetype end = layout.nextPosition(std::min(m_place.position, shown), true);
    m_anchor = {m_place.block, layout.previousPosition(end, true)};
    m_place.position = end;
    const QString text = m_layout.block(m_place.block).text;
    while (m_place > m_anchor && text.at(m_place.position - 1).isSpace())
        --m_place.position;
}

QString TranscriptCursor::selectedText() const
{
    const qsizetype first = begin().block;
    const qsizetype last = end().block;
    QStringList lines;
    for (qsizetype i = first; hasSelection() && i <= last; ++i) {
        const TranscriptBlock &block = m_layout.block(i);
        const TextStretch span = selectionIn(i);
        QString text = block.text.mid(span.from, span.length);
        if (first == last)
            return text; // within one turn it is clear who speaks
        if (text.isEmpty())
            continue;
        if (!block.pause.isEmpty() && i > first)
            lines.append(QString(QLatin1Char('(') + block.pause + QLatin1Char(')')));
        text.replace(QLatin1Char('\n'), QString(QLatin1Char('\n') + c_indent));
        const QString speaker = block.speaker.isEmpty() ? QString() : QString(block.speaker + QStringLiteral(": "));
        const QString clock = block.clock.isEmpty() ? QString() : QString(block.clock + c_indent);
        lines.append(QString(clock + speaker + text));
    }
    return lines.join(QLatin1Char('\n'));
}

void TranscriptCursor::clamp()
{
    for (TranscriptPlace *place : {&m_place, &m_anchor}) {
        if (m_layout.size() == 0) {
            *place = {};
            continue;
        }
        place->block = std::clamp<qsizetype>(place->block, 0, m_layout.size() - 1);
        place->position = std::clamp<qsizetype>(place->position, 0, m_layout.block(place->block).shown);
    }
    m_column.reset();
}

} // namespace earshot
