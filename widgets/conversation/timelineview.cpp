// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/conversation/timelineview.h"

#include "models/items/roles.h"
#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/style/tabular.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

namespace earshot {
namespace {

constexpr int c_margin = metrics::c_paneMargin;
constexpr int c_gap = metrics::c_paneMargin;
constexpr int c_linkWidth = 28;
constexpr int c_padding = 6;

/** Time, kind, a link; below, as high as it needs, what changed. */
class TimelineDelegate final : public QStyledItemDelegate
{
public:
    TimelineDelegate(const TimelineModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    /** Where the link is in a row. */
    static QRect linkRect(const QRect &row, Qt::LayoutDirection direction)
    {
        const QRect rect(row.right() - c_linkWidth - 2, row.top() + 2, c_linkWidth, metrics::c_smallControlHeight);
        return QStyle::visualRect(direction, row, rect);
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int width = option.rect.width() > 0 ? option.rect.width() : viewWidth(option);
        const QRect changes = changesRect(option.font, index, width);
        const int first = int(std::ceil(QFontMetricsF(option.font).height()));
        return {width, 2 * c_padding + std::max(first, 16) + (changes.isEmpty() ? 0 : 2 + changes.height())};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        paintBackground(*painter, option);
        const Colors &colors = colorsOf(option.palette);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const QColor muted = colors[isSelected ? ColorRole::TextSecond : ColorRole::Muted];
        const int lineHeight = std::max(16, int(std::ceil(QFontMetricsF(option.font).height())));
        QRect line(option.rect.left() + c_margin, option.rect.top() + c_padding,
                   option.rect.width() - 2 * c_margin - c_linkWidth, lineHeight);
        paintFirstLine(*painter, option, index, line, muted);

        QRect changes = changesRect(option.font, index, option.rect.width());
        changes.moveTop(line.bottom() + 3);
        changes.moveLeft(option.rect.left() + changes.left());
        painter->setFont(option.font);
        painter->setPen(colors[ColorRole::TextSecond]);
        painter->drawText(QStyle::visualRect(option.direction, option.rect, changes),
                          int(Qt::TextWordWrap | QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
                          m_model.changeWords(index.row()));
        QRect chevron(0, 0, metrics::c_icon, metrics::c_icon);
        chevron.moveCenter(linkRect(option.rect, option.direction).center());
        const bool isMirrored = option.direction == Qt::RightToLeft;
        paintIcon(*painter, isMirrored ? Icon::ChevronLeft : Icon::ChevronRight, chevron, muted);
        painter->restore();
    }

private:
    static int viewWidth(const QStyleOptionViewItem &option)
    {
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        return view ? view->viewport()->width() : 300;
    }

    int timeWidth(const QFont &font) const
    {
        qreal widest = 0;
        for (int i = 0; i < std::min(m_model.rowCount(), 50); ++i)
            widest = std::max(widest, tabularWidth(font, m_model.timeWords(i)));
        return int(std::ceil(widest));
    }

    QRect changesRect(const QFont &font, const QModelIndex &index, int width) const
    {
        const QString words = m_model.changeWords(index.row());
        if (words.isEmpty())
            return {};
        const int left = c_margin + timeWidth(font) + c_gap;
        const int room = std::max(40, width - left - c_margin - c_linkWidth);
        const QRect needed = QFontMetrics(font).boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, words);
        return {left, 0, room, needed.height()};
    }

    static void paintBackground(QPainter &painter, const QStyleOptionViewItem &option)
    {
        const Colors &colors = colorsOf(option.palette);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
        if (isSelected || isHovered)
            painter.fillRect(option.rect, colors[isSelected ? ColorRole::Selection : ColorRole::Hover]);
        painter.fillRect(QRectF(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                         colors[ColorRole::RowLine]);
        if (!option.state.testFlag(QStyle::State_HasFocus))
            return;
        painter.setPen(QPen(colors[ColorRole::Accent], metrics::c_focusRing));
        painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
    }

    void paintFirstLine(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, QRect line,
                        const QColor &muted) const
    {
        const auto visual = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
        const int time = timeWidth(option.font);
        painter.setFont(option.font);
        painter.setPen(muted);
        drawTabular(painter, QRectF(visual({line.left(), line.top(), time, line.height()})),
                    QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter),
                    m_model.timeWords(index.row()));
        line.setLeft(line.left() + time + c_gap);

        const QFont strong = metrics::strong(option.font);
        const TimelineRow &row = m_model.row(index.row());
        const QString repeats = row.times > 1 ? QStringLiteral("×%1").arg(row.times) : QString();
        const int repeatsWidth = repeats.isEmpty() ? 0 : QFontMetrics(option.font).horizontalAdvance(repeats);
        const QString kind = QFontMetrics(strong).elidedText(m_model.kindWords(index.row()), Qt::ElideRight,
                                                             line.width() - repeatsWidth - c_gap);
        painter.setFont(strong);
        painter.setPen(colorsOf(option.palette)[ColorRole::Text]);
        const int kindWidth = QFontMetrics(strong).horizontalAdvance(kind) + 2;
        painter.drawText(visual({line.left(), line.top(), kindWidth, line.height()}), Qt::AlignCenter, kind);
        painter.setFont(option.font);
        painter.setPen(muted);
        painter.drawText(
            visual({line.left() + kindWidth + metrics::c_between, line.top(), repeatsWidth + 2, line.height()}),
            Qt::AlignCenter, repeats);
    }

    const TimelineModel &m_model;
};

} // namespace

TimelineView::TimelineView(DisplaySettings &settings, QWidget *parent)
    : QListView(parent)
    , m_model(settings)
{
    setModel(&m_model);
    setItemDelegate(new TimelineDelegate(m_model, this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    setMouseTracking(true);
    connect(&settings, &DisplaySettings::changed, this, &TimelineView::relayOut);
    setAccessibleName(tr("Timeline"));
}

void TimelineView::setRows(const QList<TimelineRow> &rows)
{
    m_model.setRows(rows);
}

void TimelineView::keyboardSearch(const QString &)
{
    // Letters are commands.
}

void TimelineView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Timeline"));
        relayOut();
    }
}

/** Words and so heights are others. */
void TimelineView::relayOut()
{
    scheduleDelayedItemsLayout();
    viewport()->update();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        request(currentIndex());
    else
        QListView::keyPressEvent(event);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (!isOnLink(position))
        request(indexAt(position));
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    viewport()->setCursor(isOnLink(event->position().toPoint()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QListView::mouseMoveEvent(event);
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QPoint position = event->position().toPoint();
    if (event->button() == Qt::LeftButton && isOnLink(position))
        request(indexAt(position));
}

bool TimelineView::isOnLink(QPoint position) const
{
    const QModelIndex index = indexAt(position);
    return index.isValid() && TimelineDelegate::linkRect(visualRect(index), layoutDirection()).contains(position);
}

void TimelineView::request(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT deliveryRequested(index.data(RecordIdRole).toLongLong());
}

} // namespace earshot
