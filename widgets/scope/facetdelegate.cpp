// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/facetdelegate.h"

#include "widgets/controls/monogram.h"
#include "widgets/scope/facetlistmodel.h"
#include "widgets/style/metrics.h"
#include "widgets/style/painting.h"
#include "widgets/style/tabular.h"

#include <QPainter>

namespace earshot {
namespace {

constexpr int c_rowHeight = 22;
constexpr int c_headingHeight = 28;
constexpr int c_outer = 6; // between the pane's edge and a selected row's fill
constexpr int c_inside = 6; // from there to the icon
constexpr int c_barWidth = 30;
constexpr int c_barHeight = 5;
constexpr int c_chevron = 12;

const FacetListModel &modelOf(const QModelIndex &index)
{
    return *static_cast<const FacetListModel *>(index.model());
}

int leading(const QStyleOptionViewItem &option)
{
    return int(QStyle::visualAlignment(option.direction, Qt::AlignLeading | Qt::AlignVCenter)) | Qt::TextSingleLine;
}

} // namespace

FacetDelegate::FacetDelegate(const DisplaySettings &settings, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_settings(settings)
{
}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isHeading = modelOf(index).row(index.row()).kind == FacetRow::Kind::Heading;
    const int text = option.fontMetrics.height();
    return {0, isHeading ? std::max(c_headingHeight, text + 12) : std::max(c_rowHeight, text + 4)};
}

void FacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const FacetRow &row = modelOf(index).row(index.row());
    const Colors &colors = colorsOf(option.palette);
    painter->save();
    const QRectF frame = QRectF(option.rect).adjusted(c_outer, 0, -c_outer, 0);
    const bool isValue = row.kind == FacetRow::Kind::Value;
    if (row.isIncluded)
        drawRounded(*painter, frame, metrics::c_controlRadius, colors[ColorRole::Selection], QColor());
    else if (isValue && option.state.testFlag(QStyle::State_MouseOver))
        drawRounded(*painter, frame, metrics::c_controlRadius, colors[ColorRole::Hover], QColor());
    switch (row.kind) {
    case FacetRow::Kind::Heading:
        paintHeading(*painter, option, row);
        break;
    case FacetRow::Kind::Value:
        paintValue(*painter, option, row);
        break;
    case FacetRow::Kind::More:
        paintMore(*painter, option, row);
        break;
    }
    if (option.state.testFlag(QStyle::State_HasFocus))
        drawFocusRing(*painter, frame, metrics::c_controlRadius, colors[ColorRole::Accent]);
    painter->restore();
}

void FacetDelegate::paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const FacetRow &row) const
{
    const Colors &colors = colorsOf(option.palette);
    const QRect room = option.rect.adjusted(c_outer + c_inside, 0, -c_outer - c_inside, 0);
    QRect chevron(room.right() - c_chevron + 1, 0, c_chevron, c_chevron);
    chevron.moveTop(room.center().y() - c_chevron / 2 + 3);
    const Icon icon = !row.isFolded                         ? Icon::ChevronDown
                      : option.direction == Qt::RightToLeft ? Icon::ChevronLeft
                                                            : Icon::ChevronRight;
    paintIcon(painter, icon, QStyle::visualRect(option.direction, room, chevron), colors[ColorRole::Muted]);
    painter.setFont(metrics::strong(metrics::caption(option.font)));
    painter.setPen(colors[ColorRole::TextSecond]);
    QRect word = room.adjusted(0, 6, 0, 0);
    word.setRight(chevron.left() - metrics::c_inner);
    painter.drawText(QStyle::visualRect(option.direction, room.adjusted(0, 6, 0, 0), word), leading(option),
                     painter.fontMetrics().elidedText(row.word, Qt::ElideRight, word.width()));
}

void FacetDelegate::paintValue(QPainter &painter, const QStyleOptionViewItem &option, const FacetRow &row) const
{
    const Colors &colors = colorsOf(option.palette);
    const QRect room = option.rect.adjusted(c_outer + c_inside, 0, -c_outer - c_inside, 0);
    const auto mirrored = [&](const QRect &place) { return QStyle::visualRect(option.direction, room, place); };
    QFont font = row.isIncluded ? metrics::strong(option.font) : option.font;

    QRect icon(room.left(), room.top(), metrics::c_icon, room.height());
    if (!row.monogram.isEmpty())
        icon.setWidth(std::max(metrics::c_icon, int(std::ceil(monogramSize().width()))));
    paintSign(painter, option, row, mirrored(icon));

    const QString count = countText(row.count, m_settings.format().locale);
    const int sample = int(std::ceil(tabularWidth(font, QStringLiteral("000"))));
    const int countWidth = std::max(sample, int(std::ceil(tabularWidth(font, count))));
    const QRect countPlace(room.right() + 1 - countWidth, room.top(), countWidth, room.height());
    painter.setFont(font);
    painter.setPen(colors[row.isExcluded ? ColorRole::Muted : ColorRole::TextSecond]);
    drawTabular(painter, mirrored(countPlace),
                QStyle::visualAlignment(option.direction, Qt::AlignTrailing | Qt::AlignVCenter), count);

    const QRect bar(countPlace.left() - metrics::c_inner - c_barWidth, room.center().y() - c_barHeight / 2, c_barWidth,
                    c_barHeight);
    paintBar(painter, option, row, mirrored(bar));

    QRect word = room;
    word.setLeft(icon.right() + 1 + metrics::c_inner);
    word.setRight(bar.left() - metrics::c_inner / 2 - 1);
    font.setStrikeOut(row.isExcluded);
    painter.setFont(font);
    const ColorRole ink = row.isExcluded || (row.count == 0 && !row.isIncluded) ? ColorRole::Muted : ColorRole::Text;
    painter.setPen(colors[ink]);
    painter.drawText(mirrored(word), leading(option),
                     painter.fontMetrics().elidedText(row.word, Qt::ElideRight, word.width()));
}

/** The icon, or what stands for a source's platform. */
void FacetDelegate::paintSign(QPainter &painter, const QStyleOptionViewItem &option, const FacetRow &row,
                              const QRect &place) const
{
    if (!row.monogram.isEmpty()) {
        painter.setFont(option.font);
        paintMonogram(painter, place, row.monogram, option.palette);
    } else if (row.icon) {
        const ColorRole color = row.isExcluded ? ColorRole::Muted : row.iconColor;
        paintIcon(painter, *row.icon, place, colorsOf(option.palette)[color]);
    }
}

void FacetDelegate::paintBar(QPainter &painter, const QStyleOptionViewItem &option, const FacetRow &row,
                             const QRect &place) const
{
    const Colors &colors = colorsOf(option.palette);
    const QColor ground = colors[row.isIncluded ? ColorRole::Surface : ColorRole::Line];
    drawRounded(painter, place, 2, mixed(ground, colors[ColorRole::Window], 0.7), QColor());
    if (row.count == 0 || row.isExcluded)
        return;
    QRect part = place;
    part.setWidth(std::max(1, int(std::lround(row.share * place.width()))));
    drawRounded(painter, QStyle::visualRect(option.direction, place, part), part.width() < 4 ? 0 : 2,
                mixed(colors[ColorRole::Accent], colors[ColorRole::Window], row.isIncluded ? 0.8 : 0.45), QColor());
}

void FacetDelegate::paintMore(QPainter &painter, const QStyleOptionViewItem &option, const FacetRow &row) const
{
    const Colors &colors = colorsOf(option.palette);
    const QRect room = option.rect.adjusted(c_outer + c_inside, 0, -c_outer - c_inside, 0);
    QRect word = room;
    word.setLeft(room.left() + metrics::c_icon + metrics::c_inner);
    painter.setFont(option.font);
    const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
    painter.setPen(colors[isHovered ? ColorRole::Accent : ColorRole::Muted]);
    painter.drawText(QStyle::visualRect(option.direction, room, word), leading(option), row.word);
}

} // namespace earshot
