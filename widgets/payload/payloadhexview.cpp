// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/payload/payloadhexview.h"

#include "models/items/payloadhex.h"
#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"
#include "widgets/style/painting.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace earshot {
namespace {

constexpr int c_narrowRowBytes = hex::c_rowBytes / 2; // where a whole row would not fit
constexpr int c_gapCharacters = 2; // between the columns

} // namespace

PayloadHexView::PayloadHexView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_copyText(new QAction(this))
    , m_copyHex(new QAction(this))
{
    setFrameShape(QFrame::NoFrame);
    setLayoutDirection(Qt::LeftToRight);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    m_copyText->setShortcut(QKeySequence::Copy);
    m_copyText->setShortcutContext(Qt::WidgetShortcut);
    addActions({m_copyText, m_copyHex});
    connect(m_copyText, &QAction::triggered, this, [this] { copy(false); });
    connect(m_copyHex, &QAction::triggered, this, [this] { copy(true); });
    retranslate();
    updateLayout();
}

void PayloadHexView::setBytes(const QByteArray &bytes)
{
    m_bytes = bytes;
    m_cursor = -1;
    m_anchor = 0;
    updateLayout();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    viewport()->update();
}

QByteArray PayloadHexView::selectedBytes() const
{
    if (m_cursor < 0)
        return m_bytes;
    const auto [first, last] = std::minmax(m_anchor, m_cursor);
    return m_bytes.sliced(first, last - first + 1);
}

void PayloadHexView::select(qsizetype begin, qsizetype end)
{
    const qsizetype last = m_bytes.size() - 1;
    m_anchor = std::clamp<qsizetype>(begin, 0, std::max<qsizetype>(last, 0));
    m_cursor = std::min(end - 1, last);
    viewport()->update();
}

qsizetype PayloadHexView::byteAt(QPoint position) const
{
    const int x = position.x() + horizontalScrollBar()->value();
    const qsizetype row = verticalScrollBar()->value() + position.y() / m_rowHeight;
    int column = 0;
    if (x >= m_textLeft)
        column = int((x - m_textLeft) / m_characterWidth);
    else
        while (column + 1 < m_rowBytes && x >= m_hexLeft + widthOf(hex::byteColumn(column + 1)))
            ++column;
    const qsizetype byte = row * m_rowBytes + std::min(column, m_rowBytes - 1);
    return position.y() >= 0 && byte < m_bytes.size() ? byte : -1;
}

void PayloadHexView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateLayout();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PayloadHexView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_copyText, m_copyHex});
    menu->popup(event->globalPos());
}

void PayloadHexView::keyPressEvent(QKeyEvent *event)
{
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier);
    const qsizetype page = qsizetype(rowsInView()) * m_rowBytes;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCursor(m_cursor - 1, extends);
    case Qt::Key_Right:
        return moveCursor(m_cursor + 1, extends);
    case Qt::Key_Up:
        return moveCursor(m_cursor - m_rowBytes, extends);
    case Qt::Key_Down:
        return moveCursor(m_cursor + m_rowBytes, extends);
    case Qt::Key_PageUp:
        return moveCursor(m_cursor - page, extends);
    case Qt::Key_PageDown:
        return moveCursor(m_cursor + page, extends);
    case Qt::Key_Home:
        return moveCursor(0, extends);
    case Qt::Key_End:
        return moveCursor(m_bytes.size() - 1, extends);
    default:
        event->ignore();
    }
}

void PayloadHexView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const qsizetype byte = byteAt(event->position().toPoint());
    m_cursor = byte;
    if (!event->modifiers().testFlag(Qt::ShiftModifier))
        m_anchor = std::max<qsizetype>(byte, 0);
    viewport()->update();
}

void PayloadHexView::mouseMoveEvent(QMouseEvent *event)
{
    const qsizetype byte = byteAt(event->position().toPoint());
    if (!event->buttons().testFlag(Qt::LeftButton) || byte < 0 || m_cursor < 0)
        return;
    moveCursor(byte, true);
}

void PayloadHexView::moveCursor(qsizetype to, bool extends)
{
    if (m_bytes.isEmpty())
        return;
    m_cursor = std::clamp<qsizetype>(to, 0, m_bytes.size() - 1);
    if (!extends)
        m_anchor = m_cursor;
    const int row = int(m_cursor / m_rowBytes);
    QScrollBar *bar = verticalScrollBar();
    bar->setValue(std::clamp(bar->value(), row - rowsInView() + 1, row));
    viewport()->update();
}

int PayloadHexView::widthOf(int characters) const
{
    return int(std::lround(characters * m_characterWidth));
}

int PayloadHexView::rowsInView() const
{
    return std::max(viewport()->height() / m_rowHeight, 1);
}

void PayloadHexView::copy(bool asHex)
{
    const QByteArray bytes = selectedBytes();
    QApplication::clipboard()->setText(asHex ? hex::listing(bytes) : QString::fromUtf8(bytes));
}

void PayloadHexView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), colorsOf(palette())[ColorRole::Surface]);
    painter.setFont(metrics::mono(font()));
    const qsizetype first = verticalScrollBar()->value();
    const qsizetype end = std::min(first + rowsInView() + 2, hex::rowCount(m_bytes.size(), m_rowBytes));
    for (qsizetype row = first; row < end; ++row)
        paintRow(painter, row, int(row - first) * m_rowHeight);
    if (hasFocus())
        drawFocusRing(painter, viewport()->rect(), 0, colorsOf(palette())[ColorRole::Accent]);
}

void PayloadHexView::paintRow(QPainter &painter, qsizetype row, int top) const
{
    const Colors &colors = colorsOf(palette());
    paintSelection(painter, row, top);
    const int shift = -horizontalScrollBar()->value();
    const auto paint = [&](int left, const QString &text, ColorRole role) {
        painter.setPen(colors[role]);
        painter.drawText(QRect(left + shift, top, widthOf(int(text.size()) + 1), m_rowHeight),
                         int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), text);
    };
    paint(metrics::c_paneMargin, hex::offsetText(row, m_bytes.size(), m_rowBytes), ColorRole::Muted);
    paint(m_hexLeft, hex::byteText(m_bytes, row, m_rowBytes), ColorRole::TextSecond);
    paint(m_textLeft, hex::asciiText(m_bytes, row, m_rowBytes), ColorRole::PayloadText);
}

void PayloadHexView::paintSelection(QPainter &painter, qsizetype row, int top) const
{
    if (m_cursor < 0)
        return;
    const auto [first, last] = std::minmax(m_anchor, m_cursor);
    const qsizetype begin = std::max(first - row * m_rowBytes, qsizetype(0));
    const qsizetype end = std::min(last - row * m_rowBytes, qsizetype(m_rowBytes - 1));
    if (begin > end)
        return;
    const int shift = -horizontalScrollBar()->value();
    const QColor color = colorsOf(palette())[ColorRole::Selection];
    const int hexBegin = widthOf(hex::byteColumn(int(begin)));
    const int hexEnd = widthOf(hex::byteColumn(int(end)) + 2);
    const int textBegin = widthOf(int(begin));
    const int textEnd = widthOf(int(end) + 1);
    painter.fillRect(QRect(m_hexLeft + hexBegin + shift, top, hexEnd - hexBegin, m_rowHeight), color);
    painter.fillRect(QRect(m_textLeft + textBegin + shift, top, textEnd - textBegin, m_rowHeight), color);
}

void PayloadHexView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateLayout();
}

void PayloadHexView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void PayloadHexView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void PayloadHexView::retranslate()
{
    setAccessibleName(tr("Payload as bytes"));
    m_copyText->setText(tr("Copy as text"));
    //: Hex: hexadecimal numbers
    m_copyHex->setText(tr("Copy as hex"));
}

void PayloadHexView::updateLayout()
{
    const QFontMetricsF mono(metrics::mono(font()));
    m_rowHeight = int(std::ceil(mono.height())) + metrics::c_inner;
    m_characterWidth = mono.horizontalAdvance(QLatin1Char('0'));
    const int offset = int(hex::offsetText(0, m_bytes.size()).size());
    m_hexLeft = metrics::c_paneMargin + widthOf(offset + c_gapCharacters);
    const auto textLeft = [this](int rowBytes) {
        return m_hexLeft + widthOf(hex::byteColumn(rowBytes - 1) + 2 + c_gapCharacters);
    };
    const auto widthWith = [&](int rowBytes) { return textLeft(rowBytes) + widthOf(rowBytes) + metrics::c_paneMargin; };
    const int rowBytes = widthWith(hex::c_rowBytes) <= viewport()->width() ? hex::c_rowBytes : c_narrowRowBytes;
    const qsizetype top = qsizetype(verticalScrollBar()->value()) * m_rowBytes;
    m_rowBytes = rowBytes;
    m_textLeft = textLeft(m_rowBytes);
    const int width = widthWith(m_rowBytes);
    horizontalScrollBar()->setRange(0, std::max(width - viewport()->width(), 0));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(widthOf(1));
    const int rows = int(hex::rowCount(m_bytes.size(), m_rowBytes));
    verticalScrollBar()->setRange(0, std::max(rows - rowsInView(), 0));
    verticalScrollBar()->setPageStep(rowsInView());
    verticalScrollBar()->setValue(int(top / m_rowBytes)); // the same bytes, also in rows of another length
}

} // namespace earshot
