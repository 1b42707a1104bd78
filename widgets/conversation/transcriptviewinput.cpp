// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What hands do to a transcript: keys, mouse and menu.

#include "widgets/conversation/transcriptview.h"

#include "widgets/style/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace earshot {
namespace {

struct MoveKey {
    QKeySequence::StandardKey key;
    QKeySequence::StandardKey selecting;
    CursorMove move;
};

constexpr MoveKey c_moveKeys[] = {
    {QKeySequence::MoveToPreviousLine, QKeySequence::SelectPreviousLine, CursorMove::Up},
    {QKeySequence::MoveToNextLine, QKeySequence::SelectNextLine, CursorMove::Down},
    {QKeySequence::MoveToPreviousChar, QKeySequence::SelectPreviousChar, CursorMove::Previous},
    {QKeySequence::MoveToNextChar, QKeySequence::SelectNextChar, CursorMove::Next},
    {QKeySequence::MoveToPreviousWord, QKeySequence::SelectPreviousWord, CursorMove::PreviousWord},
    {QKeySequence::MoveToNextWord, QKeySequence::SelectNextWord, CursorMove::NextWord},
    {QKeySequence::MoveToStartOfLine, QKeySequence::SelectStartOfLine, CursorMove::First},
    {QKeySequence::MoveToEndOfLine, QKeySequence::SelectEndOfLine, CursorMove::Last},
    {QKeySequence::MoveToStartOfDocument, QKeySequence::SelectStartOfDocument, CursorMove::First},
    {QKeySequence::MoveToEndOfDocument, QKeySequence::SelectEndOfDocument, CursorMove::Last},
};

QUrl linkIn(const TranscriptBlock &block, qsizetype position)
{
    for (const TextMark &mark : block.marks) {
        const bool isHere = mark.span.from <= position && position < mark.span.end();
        if (mark.kind == TextMark::Kind::Link && isHere)
            return QUrl(block.text.mid(mark.span.from, mark.span.length), QUrl::StrictMode);
    }
    return {};
}

} // namespace

void TranscriptView::keyPressEvent(QKeyEvent *event)
{
    if (m_layout.size() > 0 && (actByKey(*event) || moveByKey(*event)))
        event->accept();
    else
        QAbstractScrollArea::keyPressEvent(event);
}

bool TranscriptView::actByKey(const QKeyEvent &event)
{
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (event.matches(QKeySequence::Copy)) {
        copy();
    } else if (event.matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (isEnter && event.modifiers() == Qt::ControlModifier && linkAtCursor().isValid()) {
        Q_EMIT linkRequested(linkAtCursor());
    } else if ((isEnter || event.key() == Qt::Key_Space) && event.modifiers() == Qt::NoModifier) {
        const TranscriptBlock &block = m_layout.block(m_cursor.place().block);
        if (!block.isFoldable && block.more.isEmpty())
            return false;
        toggle(m_cursor.place().block);
    } else {
        return false;
    }
    return true;
}

bool TranscriptView::moveByKey(const QKeyEvent &event)
{
    for (const MoveKey &key : c_moveKeys) {
        const bool selects = event.matches(key.selecting);
        if (selects || event.matches(key.key)) {
            moveCursor(key.move, selects);
            return true;
        }
    }
    const bool selects = event.modifiers().testFlag(Qt::ShiftModifier);
    if (event.key() == Qt::Key_PageUp || event.key() == Qt::Key_PageDown)
        movePage(event.key() == Qt::Key_PageDown, selects);
    else if (event.text() == QLatin1StringView("["))
        moveCursor(CursorMove::PreviousMarker, false);
    else if (event.text() == QLatin1StringView("]"))
        moveCursor(CursorMove::NextMarker, false);
    else
        return false;
    return true;
}

void TranscriptView::moveCursor(CursorMove move, bool select)
{
    m_cursor.move(move, select);
    ensureVisible(m_cursor.place());
    viewport()->update();
    Q_EMIT placeChanged();
}

void TranscriptView::movePage(bool down, bool select)
{
    const qreal by = viewport()->height() * 0.9 * (down ? 1 : -1);
    const qreal top = verticalScrollBar()->value();
    scrollTo(top + by);
    const bool isAtEdge = verticalScrollBar()->value() == int(top);
    if (isAtEdge)
        return moveCursor(down ? CursorMove::Last : CursorMove::First, select);
    const qreal edge = verticalScrollBar()->value() + (down ? viewport()->height() - 1 : 0);
    const qsizetype block = std::max<qsizetype>(0, m_layout.blockAt(edge));
    m_cursor.setPlace(placeAt({block, {0, edge - m_layout.top(block)}}), select);
    viewport()->update();
    Q_EMIT placeChanged();
}

void TranscriptView::copy()
{
    if (m_cursor.hasSelection())
        QApplication::clipboard()->setText(m_cursor.selectedText());
}

void TranscriptView::selectAll()
{
    m_cursor.selectAll();
    viewport()->update();
    Q_EMIT placeChanged();
}

/** Folds or unfolds an entry. */
void TranscriptView::toggle(qsizetype block)
{
    const qsizetype entry = block - 1;
    if (!m_unfolded.remove(entry))
        m_unfolded.insert(entry);
    m_isFollowing = false; // what was pressed stays where it is
    plan(block);
}

void TranscriptView::setPlace(TranscriptPlace place, bool select)
{
    m_cursor.setPlace(place, select);
    m_cursor.clamp();
    ensureVisible(m_cursor.place());
    viewport()->update();
    Q_EMIT placeChanged();
}

TranscriptView::Spot TranscriptView::spotAt(QPoint position)
{
    const qreal y = position.y() + verticalScrollBar()->value();
    const qsizetype block = m_layout.blockAt(y);
    return {block, {qreal(position.x()), block < 0 ? 0 : y - m_layout.top(block)}};
}

TranscriptPlace TranscriptView::placeAt(const Spot &spot)
{
    if (spot.block < 0)
        return {};
    return {spot.block, m_layout.laidOut(spot.block).positionAt(spot.point)};
}

QUrl TranscriptView::linkAt(const Spot &spot)
{
    if (spot.block < 0 || !m_layout.laidOut(spot.block).isOnText(spot.point))
        return {};
    return linkIn(m_layout.block(spot.block), placeAt(spot).position);
}

QUrl TranscriptView::linkAtCursor() const
{
    return linkIn(m_layout.block(m_cursor.place().block), m_cursor.place().position);
}

void TranscriptView::mousePressEvent(QMouseEvent *event)
{
    const Spot spot = spotAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || spot.block < 0)
        return;
    const bool opensLinks = event->modifiers().testFlag(Qt::ControlModifier);
    if (const QUrl link = linkAt(spot); opensLinks && link.isValid()) {
        Q_EMIT linkRequested(link);
        return;
    }
    m_pressedToggle = m_layout.laidOut(spot.block).isFoldingPlace(spot.point) ? spot.block : -1;
    m_isDragging = true;
    m_cursor.setPlace(placeAt(spot), event->modifiers().testFlag(Qt::ShiftModifier));
    viewport()->update();
    Q_EMIT placeChanged();
}

void TranscriptView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (!m_isDragging || !event->buttons().testFlag(Qt::LeftButton)) {
        updatePointer(spotAt(position), event->modifiers());
        return;
    }
    dragTo(position);
    const bool isOutside = position.y() < 0 || position.y() >= viewport()->height();
    if (isOutside && !m_dragScroll.isActive())
        m_dragScroll.start();
    else if (!isOutside)
        m_dragScroll.stop();
}

/** Extends the selection; outside the view it also scrolls. */
void TranscriptView::dragTo(QPoint position)
{
    const int below = position.y() - viewport()->height() + 1;
    const int beyond = position.y() < 0 ? position.y() : std::max(0, below);
    if (beyond != 0)
        scrollTo(verticalScrollBar()->value() + std::clamp(beyond, -60, 60));
    const QPoint inside(position.x(), std::clamp(position.y(), 0, std::max(0, viewport()->height() - 1)));
    m_cursor.setPlace(placeAt(spotAt(inside)), true);
    if (m_cursor.hasSelection())
        m_pressedToggle = -1;
    viewport()->update();
    Q_EMIT placeChanged();
}

void TranscriptView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_isDragging = false;
    m_dragScroll.stop();
    const Spot spot = spotAt(event->position().toPoint());
    if (m_pressedToggle >= 0 && spot.block == m_pressedToggle)
        toggle(spot.block);
    m_pressedToggle = -1;
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Spot spot = spotAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || spot.block < 0)
        return;
    if (m_layout.laidOut(spot.block).isFoldingPlace(spot.point))
        return mousePressEvent(event);
    m_cursor.setPlace(placeAt(spot));
    m_cursor.selectWord();
    viewport()->update();
    Q_EMIT placeChanged();
}

void TranscriptView::updatePointer(const Spot &spot, Qt::KeyboardModifiers modifiers)
{
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (spot.block >= 0) {
        const BlockLayout &layout = m_layout.laidOut(spot.block);
        const bool isLink = modifiers.testFlag(Qt::ControlModifier) && linkAt(spot).isValid();
        if (isLink || layout.isFoldingPlace(spot.point))
            shape = Qt::PointingHandCursor;
        else if (layout.isOnText(spot.point))
            shape = Qt::IBeamCursor;
    }
    viewport()->setCursor(shape);
}

bool TranscriptView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QUrl link = linkAt(spotAt(help->pos()));
        //: %1 is a web address.
        const QString text = tr("%1\nCtrl+click asks before it opens").arg(link.toDisplayString(QUrl::FullyEncoded));
        QToolTip::showText(help->globalPos(), link.isValid() ? text : QString(), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void TranscriptView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    const QUrl link = m_layout.size() == 0 ? QUrl()
                      : isByKey            ? linkAtCursor()
                                           : linkAt(spotAt(viewport()->mapFromGlobal(event->globalPos())));
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu, link);
    menu->popup(event->globalPos());
}

void TranscriptView::fillMenu(QMenu &menu, const QUrl &link)
{
    QAction *copyAction = menu.addAction(themedIcon(Icon::Copy), tr("Copy"), this, &TranscriptView::copy);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setEnabled(m_cursor.hasSelection());
    QAction *all = menu.addAction(tr("Select all"), this, &TranscriptView::selectAll);
    all->setShortcut(QKeySequence::SelectAll);
    all->setEnabled(m_layout.size() > 0);
    if (!link.isValid())
        return;
    menu.addSeparator();
    menu.addAction(themedIcon(Icon::Link), tr("Copy address"), this,
                   [link] { QApplication::clipboard()->setText(link.toString(QUrl::FullyEncoded)); });
    menu.addAction(tr("Open address…"), this, [this, link] { Q_EMIT linkRequested(link); });
}

void TranscriptView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TranscriptView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace earshot
