// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/datatable.h"

#include "widgets/style/metrics.h"
#include "widgets/style/tabular.h"

#include <QHeaderView>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace earshot {
namespace {

constexpr int c_padding = 8;
constexpr int c_narrowest = 24;
constexpr int c_sortArrow = 19;
constexpr int c_lineSpace = 8; ///< above and below a line, together

} // namespace

DataTable::DataTable(DisplaySettings &settings, QWidget *parent)
    : QTableView(parent)
    , m_settings(settings)
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTextElideMode(Qt::ElideRight);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);

    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1); // now, while there are no rows: later Qt takes minutes over millions
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setMinimumSectionSize(c_narrowest);
    header->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);

    connect(this, &QAbstractItemView::activated, this, &DataTable::rowActivated);
    connect(&settings, &DisplaySettings::changed, this, [this] {
        applyDensity();
        viewport()->update();
    });
    applyDensity();
}

int DataTable::cellPadding()
{
    return c_padding;
}

void DataTable::applyDensity()
{
    const int line = fontMetrics().height() + c_lineSpace;
    const int height = std::max(metrics::rowHeight(m_settings.density()), line);
    if (verticalHeader()->defaultSectionSize() != height) // Qt goes through all rows
        verticalHeader()->setDefaultSectionSize(height);
    horizontalHeader()->setFixedHeight(std::max(metrics::c_headerHeight, line + 2));
}

void DataTable::setColumnSample(int column, const QStringList &texts, int extra)
{
    const auto known = std::ranges::find(m_samples, column, &ColumnSample::column);
    if (known != m_samples.end())
        m_samples.erase(known);
    m_samples += ColumnSample{column, texts, extra};
    applySample(m_samples.constLast());
}

void DataTable::applySample(const ColumnSample &sample)
{
    if (!model() || sample.column >= model()->columnCount())
        return;
    qreal widest = 0;
    for (const QString &text : sample.texts)
        widest = std::max(widest, tabularWidth(font(), text));
    const QString heading = model()->headerData(sample.column, Qt::Horizontal, Qt::DisplayRole).toString();
    const int headingWidth = horizontalHeader()->fontMetrics().horizontalAdvance(heading) + c_sortArrow;
    setColumnWidth(sample.column, std::max(int(widest) + 1 + sample.extra, headingWidth) + 2 * c_padding);
}

void DataTable::applySamples()
{
    for (const ColumnSample &sample : std::as_const(m_samples))
        applySample(sample);
}

void DataTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    m_hoveredRow = -1;
    applySamples();
}

void DataTable::keyboardSearch(const QString & /*search*/)
{
    // Letters are commands here.
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    QTableView::keyPressEvent(event);
    const bool isPlain = (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == 0;
    if (isPlain && !event->text().isEmpty() && event->text().front().isLetter())
        event->ignore(); // for whoever has the command
}

void DataTable::setHoveredRow(int row)
{
    if (m_hoveredRow == row)
        return;
    const auto repaint = [this](int changed) {
        if (changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
    };
    repaint(std::exchange(m_hoveredRow, row));
    repaint(row);
}

void DataTable::updateHoveredRow()
{
    const QPoint position = viewport()->mapFromGlobal(QCursor::pos());
    const bool isOver = viewport()->underMouse() && viewport()->rect().contains(position);
    setHoveredRow(isOver ? rowAt(position.y()) : -1);
}

bool DataTable::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::HoverMove:
    case QEvent::HoverEnter:
        setHoveredRow(rowAt(static_cast<QHoverEvent *>(event)->position().toPoint().y()));
        break;
    case QEvent::MouseMove:
        setHoveredRow(rowAt(static_cast<QMouseEvent *>(event)->position().toPoint().y()));
        break;
    case QEvent::HoverLeave:
    case QEvent::Leave:
        setHoveredRow(-1);
        break;
    default:
        break;
    }
    return QTableView::viewportEvent(event);
}

void DataTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        applyDensity();
        applySamples();
    }
}

void DataTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    updateHoveredRow();
}

void DataTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update(); // the ring of the current row spans all its cells
}

void DataTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void DataTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    for (const QModelIndex &index : {current, previous}) {
        if (index.isValid())
            viewport()->update(0, rowViewportPosition(index.row()), viewport()->width(), rowHeight(index.row()));
    }
}

} // namespace earshot
