// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/payload/payloadtreeview.h"

#include "widgets/controls/plaintip.h"
#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/style/painting.h"

#include <QGuiApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace earshot {
namespace {

constexpr int c_indentation = 16;
constexpr int c_unfoldedLevels = 4;
constexpr int c_mostUnfolded = 60; // children of a container that is unfolded by itself
constexpr int c_fieldPercent = 40;
constexpr int c_valuePercent = 32;

ColorRole valueColor(JsonType type)
{
    switch (type) {
    case JsonType::Text:
        return ColorRole::PayloadText;
    case JsonType::Number:
        return ColorRole::PayloadNumber;
    case JsonType::Keyword:
        return ColorRole::PayloadKeyword;
    case JsonType::Object:
    case JsonType::Array:
        break;
    }
    return ColorRole::Muted;
}

bool isContainer(const QModelIndex &index)
{
    const auto type = JsonType(index.data(PayloadTreeModel::TypeRole).toInt());
    return type == JsonType::Object || type == JsonType::Array;
}

struct CellLook {
    QFont font;
    ColorRole color = ColorRole::Text;
};

CellLook lookOf(const QModelIndex &index, const QFont &base)
{
    switch (PayloadColumn(index.column())) {
    case PayloadColumn::Field:
        return isContainer(index) ? CellLook{metrics::strong(base), ColorRole::Text}
                                  : CellLook{base, ColorRole::PayloadKey};
    case PayloadColumn::Value:
        return {metrics::mono(base), valueColor(JsonType(index.data(PayloadTreeModel::TypeRole).toInt()))};
    case PayloadColumn::ReadAs:
    case PayloadColumn::Count_:
        break;
    }
    return {base, ColorRole::TextSecond};
}

int rowHeightFor(const QFont &font)
{
    return std::max(QFontMetrics(font).height() + metrics::c_between, metrics::c_smallControlHeight);
}

} // namespace

void PayloadTreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CellLook look = lookOf(index, option.font);
    const int lead = index.column() == 0 ? metrics::c_inner : metrics::c_between;
    const QRect rect = option.rect.adjusted(lead, 0, -metrics::c_inner, 0);
    painter->save();
    painter->setFont(look.font);
    painter->setPen(colorsOf(option.palette)[look.color]);
    // Names of fields often begin alike.
    const Qt::TextElideMode elide = index.column() == int(PayloadColumn::Field) ? Qt::ElideMiddle : Qt::ElideRight;
    const QString text = QFontMetrics(look.font).elidedText(index.data().toString(), elide, rect.width());
    painter->setLayoutDirection(Qt::LeftToRight);
    painter->drawText(rect, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), text);
    painter->restore();
}

QSize PayloadTreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CellLook look = lookOf(index, option.font);
    const int width = QFontMetrics(look.font).horizontalAdvance(index.data().toString());
    return {width + metrics::c_betweenGroups, rowHeightFor(option.font)};
}

bool PayloadTreeDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem & /*option*/,
                                    const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return false;
    const QString text = index.data(Qt::ToolTipRole).toString();
    QToolTip::showText(event->globalPos(), plainTip(text), view);
    return true;
}

PayloadTreeView::PayloadTreeView(DisplaySettings &display, QWidget *parent)
    : QTreeView(parent)
    , m_model(display)
{
    setModel(&m_model);
    setItemDelegate(&m_delegate);
    setLayoutDirection(Qt::LeftToRight);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(SelectRows);
    setFrameShape(QFrame::NoFrame);
    setExpandsOnDoubleClick(false);
    setAnimated(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    updateMetrics();
    connect(header(), &QHeaderView::sectionResized, this, [this] {
        const bool isByHand = QGuiApplication::mouseButtons().testFlag(Qt::LeftButton);
        m_hasOwnWidths = m_hasOwnWidths || (isByHand && !m_isSharing && header()->underMouse());
    });
    connect(&display, &DisplaySettings::changed, viewport(), QOverload<>::of(&QWidget::update));
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (isContainer(index))
            setExpanded(index.siblingAtColumn(0), !isExpanded(index.siblingAtColumn(0)));
        Q_EMIT rowActivated(index);
    });
}

void PayloadTreeView::setContent(const PayloadContentPtr &content)
{
    const QList<Step> steps = stepsTo(PayloadTreeModel::nodeOf(currentIndex()));
    m_outline = content ? content->outline : JsonOutlinePtr();
    m_model.setContent(content);
    if (!m_outline)
        return;
    unfold(*m_outline, 0, 0);
    const QModelIndex place = m_model.indexOfNode(nodeAt(steps));
    setCurrentIndex(place);
    scrollTo(steps.isEmpty() ? m_model.index(0, 0) : place);
}

void PayloadTreeView::keyboardSearch(const QString & /*search*/) { }

void PayloadTreeView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateMetrics();
    if (event->type() == QEvent::LanguageChange) {
        header()->viewport()->update();
        viewport()->update();
    }
}

void PayloadTreeView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT selected(current);
}

void PayloadTreeView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (!m_model.hasChildren(index))
        return;
    const QRect place(rect.right() - indentation() + 1, rect.top(), indentation(), rect.height());
    paintIcon(*painter, isExpanded(index) ? Icon::ChevronDown : Icon::ChevronRight, place,
              colorsOf(palette())[ColorRole::TextSecond]);
}

void PayloadTreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &options, const QModelIndex &index) const
{
    const Colors &colors = colorsOf(palette());
    const QRect row(0, options.rect.top(), viewport()->width(), options.rect.height());
    const bool isSelected = selectionModel()->isSelected(index.siblingAtColumn(0));
    if (isSelected)
        painter->fillRect(row, colors[ColorRole::Selection]);
    else if (m_hovered.isValid() && m_hovered.internalId() == index.internalId())
        painter->fillRect(row, colors[ColorRole::Hover]);
    QStyleOptionViewItem plain = options; // the background is ours
    plain.state &= ~(QStyle::State_Selected | QStyle::State_HasFocus | QStyle::State_MouseOver);
    plain.showDecorationSelected = false;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const QModelIndex cell = index.siblingAtColumn(column);
        plain.rect = QRect(columnViewportPosition(column), row.top(), columnWidth(column), row.height());
        if (column == 0) {
            const int depth = visualRect(cell).left() - plain.rect.left();
            drawBranches(painter, QRect(plain.rect.left(), row.top(), depth, row.height()), index);
            plain.rect.setLeft(plain.rect.left() + depth);
        }
        plain.font = font();
        m_delegate.paint(painter, plain, cell);
    }
    if (hasFocus() && currentIndex().isValid() && currentIndex().internalId() == index.internalId())
        drawFocusRing(*painter, row, 0, colors[ColorRole::Accent]);
}

void PayloadTreeView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentIndex());
        return;
    }
    QTreeView::keyPressEvent(event);
}

void PayloadTreeView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    shareWidth();
}

bool PayloadTreeView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::Leave) {
        const bool isMove = event->type() == QEvent::MouseMove;
        const QModelIndex at = isMove
                                   ? indexAt(static_cast<QMouseEvent *>(event)->position().toPoint()).siblingAtColumn(0)
                                   : QModelIndex();
        if (m_hovered != at) {
            m_hovered = at;
            viewport()->update();
        }
    }
    return QTreeView::viewportEvent(event);
}

void PayloadTreeView::updateMetrics()
{
    setIndentation(std::max(c_indentation, QFontMetrics(font()).height()));
}

void PayloadTreeView::shareWidth()
{
    if (m_hasOwnWidths)
        return;
    m_isSharing = true;
    const int width = viewport()->width();
    header()->resizeSection(int(PayloadColumn::Field), width * c_fieldPercent / 100);
    header()->resizeSection(int(PayloadColumn::Value), width * c_valuePercent / 100);
    m_isSharing = false;
}

void PayloadTreeView::unfold(const JsonOutline &outline, int node, int depth)
{
    const JsonNode &container = outline.node(node);
    const bool isList = container.type == JsonType::Array;
    if (depth > 0 && (container.children > c_mostUnfolded || (isList && depth > 1)))
        return;
    if (container.children == 0 || depth >= c_unfoldedLevels)
        return;
    setExpanded(m_model.indexOfNode(node), true);
    for (int row = 0; row < container.children && container.children <= c_mostUnfolded; ++row)
        unfold(outline, outline.child(node, row), depth + 1);
}

QList<PayloadTreeView::Step> PayloadTreeView::stepsTo(int node) const
{
    QList<Step> steps;
    for (int at = node; m_outline && at >= 0 && m_outline->node(at).parent >= 0; at = m_outline->node(at).parent)
        steps.prepend({m_outline->name(at), m_outline->node(at).row});
    return steps;
}

int PayloadTreeView::nodeAt(const QList<Step> &steps) const
{
    int node = 0;
    for (const Step &step : steps) {
        const JsonNode &container = m_outline->node(node);
        const bool isInList = container.type == JsonType::Array && step.row < container.children;
        const int next = isInList ? m_outline->child(node, step.row) : m_outline->member(node, step.name);
        if (next < 0)
            break;
        node = next;
    }
    return node;
}

} // namespace earshot
