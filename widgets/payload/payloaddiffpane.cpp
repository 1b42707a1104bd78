// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/payload/payloaddiffpane.h"

#include "widgets/controls/plaintip.h"
#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/style/painting.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace earshot {
namespace {

constexpr std::size_t c_fewRows = 60; // so many are shown without folds
constexpr qreal c_markOpacity = 0.28;
constexpr qsizetype c_widestLine = 2000;

bool isDifference(const DiffRow &row)
{
    return row.kind == DiffKind::Changed || row.kind == DiffKind::Removed || row.kind == DiffKind::Added;
}

int digitsOf(int number)
{
    return int(QString::number(std::max(number, 1)).size());
}

} // namespace

PayloadDiffPane::PayloadDiffPane(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setLayoutDirection(Qt::LeftToRight);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    updateLayout();
}

void PayloadDiffPane::setRows(const std::vector<DiffRow> &rows)
{
    m_all = rows;
    m_rows = rows.size() <= c_fewRows ? rows : foldedRows(rows);
    updateLayout();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    viewport()->update();
}

void PayloadDiffPane::unfold(int row)
{
    if (row < 0 || row >= int(m_rows.size()) || m_rows[std::size_t(row)].kind != DiffKind::Fold)
        return;
    std::size_t first = 0; // in m_all
    for (int above = 0; above < row; ++above)
        first += m_rows[std::size_t(above)].kind == DiffKind::Fold ? std::size_t(m_rows[std::size_t(above)].count) : 1;
    const auto count = std::ptrdiff_t(m_rows[std::size_t(row)].count);
    const auto begin = m_all.begin() + std::ptrdiff_t(first);
    const auto place = m_rows.erase(m_rows.begin() + row);
    m_rows.insert(place, begin, begin + count);
    updateLayout();
    viewport()->update();
}

void PayloadDiffPane::goToDifference(bool next)
{
    const int top = verticalScrollBar()->value();
    const int step = next ? 1 : -1;
    const int count = int(m_rows.size());
    for (int row = top + step; row >= 0 && row < count; row += step) {
        const bool begins = row == 0 || !isDifference(m_rows[std::size_t(row - 1)]);
        if (isDifference(m_rows[std::size_t(row)]) && begins) {
            verticalScrollBar()->setValue(row);
            return;
        }
    }
}

void PayloadDiffPane::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateLayout();
    if (event->type() == QEvent::LanguageChange)
        viewport()->update();
}

bool PayloadDiffPane::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        showToolTip(static_cast<QHelpEvent *>(event));
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void PayloadDiffPane::showToolTip(QHelpEvent *event)
{
    const int row = rowAt(event->pos());
    if (row < 0)
        return QToolTip::hideText();
    const bool isBefore = event->pos().x() < viewport()->width() / 2;
    const DiffRow &shown = m_rows[std::size_t(row)];
    const QString text = (isBefore ? shown.before : shown.after).text.trimmed();
    QToolTip::showText(event->globalPos(), plainTip(text), viewport());
}

void PayloadDiffPane::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Home) {
        bar->setValue(0);
    } else if (event->key() == Qt::Key_End) {
        bar->setValue(bar->maximum());
    } else if (event->matches(QKeySequence::FindNext)) {
        goToDifference(true);
    } else if (event->matches(QKeySequence::FindPrevious)) {
        goToDifference(false);
    } else if (isEnter) {
        for (int row = bar->value(); row < std::min(bar->value() + rowsInView(), int(m_rows.size())); ++row) {
            if (m_rows[std::size_t(row)].kind == DiffKind::Fold)
                return unfold(row);
        }
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PayloadDiffPane::mouseMoveEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint());
    const bool isFold = row >= 0 && m_rows[std::size_t(row)].kind == DiffKind::Fold;
    viewport()->setCursor(isFold ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void PayloadDiffPane::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        unfold(rowAt(event->position().toPoint()));
}

void PayloadDiffPane::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(viewport());
    const Colors &colors = colorsOf(palette());
    painter.fillRect(viewport()->rect(), colors[ColorRole::Surface]);
    painter.setFont(metrics::mono(font()));
    const int middle = viewport()->width() / 2;
    const int first = verticalScrollBar()->value();
    const int end = std::min(first + rowsInView() + 2, int(m_rows.size()));
    for (int row = first; row < end; ++row) {
        const DiffRow &shown = m_rows[std::size_t(row)];
        const QRect rect(0, (row - first) * m_rowHeight, viewport()->width(), m_rowHeight);
        if (shown.kind == DiffKind::Fold) {
            paintFold(painter, shown, rect);
            continue;
        }
        paintSide(painter, shown, shown.before, QRect(0, rect.top(), middle, m_rowHeight));
        paintSide(painter, shown, shown.after, QRect(middle, rect.top(), rect.width() - middle, m_rowHeight));
    }
    drawVerticalLine(painter, middle, 0, viewport()->height(), colors[ColorRole::Line]);
    if (hasFocus())
        drawFocusRing(painter, viewport()->rect(), 0, colors[ColorRole::Accent]);
}

PayloadDiffPane::SideLook PayloadDiffPane::lookOf(const DiffRow &row, const DiffSide &side) const
{
    const Colors &colors = colorsOf(palette());
    const bool isBefore = &side == &row.before;
    SideLook look;
    look.text = colors[row.kind == DiffKind::Skipped ? ColorRole::Muted : ColorRole::Text];
    if (!isDifference(row))
        return look;
    if (side.line == 0) {
        look.fill = colors[ColorRole::Raised];
        return look;
    }
    look.fill = colors[isBefore ? ColorRole::ErrorFill : ColorRole::GoodFill];
    look.mark = mixed(colors[isBefore ? ColorRole::ErrorText : ColorRole::GoodText], look.fill, c_markOpacity);
    look.sign = isBefore ? QChar(0x2212) : QLatin1Char('+');
    return look;
}

void PayloadDiffPane::paintSide(QPainter &painter, const DiffRow &row, const DiffSide &side, const QRect &rect) const
{
    const Colors &colors = colorsOf(palette());
    const SideLook look = lookOf(row, side);
    if (look.fill.isValid())
        painter.fillRect(rect, look.fill);
    if (side.line == 0)
        return;
    const QRect number(rect.left(), rect.top(), m_gutter - 3 * m_characterWidth, rect.height());
    painter.setPen(colors[ColorRole::Muted]);
    painter.drawText(number, int(Qt::AlignRight | Qt::AlignVCenter), QString::number(side.line));
    if (!look.sign.isNull()) {
        const bool isBefore = &side == &row.before;
        painter.setPen(colors[isBefore ? ColorRole::ErrorText : ColorRole::GoodText]);
        painter.drawText(QRect(number.right() + m_characterWidth, rect.top(), m_characterWidth * 2, rect.height()),
                         int(Qt::AlignLeft | Qt::AlignVCenter), QString(look.sign));
    }
    paintText(painter, side, rect.adjusted(m_gutter, 0, -metrics::c_inner, 0), look);
}

void PayloadDiffPane::paintText(QPainter &painter, const DiffSide &side, const QRect &rect, const SideLook &look) const
{
    painter.save();
    painter.setClipRect(rect);
    const int left = rect.left() - horizontalScrollBar()->value();
    const QFontMetrics mono(painter.font());
    for (const TextSpan &mark : side.marks) {
        const int begin = left + mono.horizontalAdvance(side.text, mark.begin);
        const int end = left + mono.horizontalAdvance(side.text, mark.begin + mark.length);
        painter.fillRect(QRect(begin, rect.top() + 2, end - begin, rect.height() - 4), look.mark);
    }
    painter.setPen(look.text);
    painter.drawText(QRect(left, rect.top(), rect.width() + horizontalScrollBar()->value(), rect.height()),
                     int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), side.text);
    painter.restore();
}

void PayloadDiffPane::paintFold(QPainter &painter, const DiffRow &row, const QRect &rect) const
{
    const Colors &colors = colorsOf(palette());
    painter.fillRect(rect, colors[ColorRole::Raised]);
    const QRect icon(rect.left(), rect.top(), m_gutter, rect.height());
    paintIcon(painter, Icon::More, icon, colors[ColorRole::Muted]);
    painter.save();
    painter.setFont(metrics::caption(font()));
    painter.setPen(colors[ColorRole::Muted]);
    //: Stands for lines that two payloads have in common; a click shows them
    painter.drawText(rect.adjusted(m_gutter, 0, 0, 0), int(Qt::AlignLeft | Qt::AlignVCenter),
                     tr("%n equal lines", nullptr, row.count));
    painter.restore();
}

void PayloadDiffPane::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateLayout();
}

void PayloadDiffPane::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void PayloadDiffPane::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

int PayloadDiffPane::rowAt(QPoint position) const
{
    const int row = verticalScrollBar()->value() + position.y() / m_rowHeight;
    return position.y() >= 0 && row < int(m_rows.size()) ? row : -1;
}

int PayloadDiffPane::rowsInView() const
{
    return std::max(viewport()->height() / m_rowHeight, 1);
}

void PayloadDiffPane::updateLayout()
{
    const QFontMetrics mono(metrics::mono(font()));
    m_rowHeight = mono.height() + metrics::c_inner;
    m_characterWidth = mono.horizontalAdvance(QLatin1Char('0'));
    int lastLine = 1;
    qsizetype widest = 0;
    for (const DiffRow &row : m_rows) {
        lastLine = std::max({lastLine, row.before.line, row.after.line});
        widest = std::max({widest, row.before.text.size(), row.after.text.size()});
    }
    m_gutter = metrics::c_between + (digitsOf(lastLine) + 3) * m_characterWidth;
    const int width = int(std::min(widest, c_widestLine)) * m_characterWidth + m_gutter + metrics::c_between;
    horizontalScrollBar()->setRange(0, std::max(width - viewport()->width() / 2, 0));
    horizontalScrollBar()->setPageStep(viewport()->width() / 2);
    horizontalScrollBar()->setSingleStep(m_characterWidth * 2);
    verticalScrollBar()->setRange(0, std::max(int(m_rows.size()) - rowsInView(), 0));
    verticalScrollBar()->setPageStep(rowsInView());
}

} // namespace earshot
