// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/filteroffers.h"

#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"
#include "widgets/style/tabular.h"

#include <QApplication>
#include <QPainter>

namespace earshot {

void FilterOffers::setOffers(const QList<FilterOffer> &offers)
{
    beginResetModel();
    m_offers = offers;
    endResetModel();
}

int FilterOffers::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_offers.size());
}

QVariant FilterOffers::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FilterOffer &offer = m_offers[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return offer.text;
    case NoteRole:
        return offer.note;
    case CountRole:
        return offer.count;
    case Qt::AccessibleTextRole: {
        QStringList parts = {offer.text, offer.note, offer.count};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

void FilterOfferDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->fillRect(option.rect, colors[isChosen ? ColorRole::Selection : ColorRole::Surface]);
    painter->setFont(option.font);
    QRect rest = option.rect.adjusted(metrics::c_between, 0, -metrics::c_between, 0);
    const auto cut = [&](int width) {
        QRect part = rest;
        part.setWidth(std::min(width, rest.width()));
        return QStyle::visualRect(option.direction, rest, part);
    };
    const QString count = index.data(FilterOffers::CountRole).toString();
    if (!count.isEmpty()) {
        const int width = int(tabularWidth(option.font, count)) + 1;
        painter->setPen(colors[ColorRole::Muted]);
        QRect place = rest;
        place.setLeft(rest.right() - width);
        drawTabular(*painter, QStyle::visualRect(option.direction, rest, place), Qt::AlignCenter, count);
        rest.setRight(place.left() - metrics::c_between);
        if (option.direction == Qt::RightToLeft)
            rest.translate(width + metrics::c_between, 0);
    }
    const QString text = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, rest.width());
    painter->setPen(colors[ColorRole::Text]);
    const int width = option.fontMetrics.horizontalAdvance(text);
    const int align = int(QStyle::visualAlignment(option.direction, Qt::AlignLeading | Qt::AlignVCenter));
    painter->drawText(cut(width + 1), align | Qt::TextSingleLine, text);
    if (option.direction == Qt::LeftToRight)
        rest.setLeft(rest.left() + width + metrics::c_paneMargin);
    else
        rest.setRight(rest.right() - width - metrics::c_paneMargin);
    painter->setPen(colors[ColorRole::Muted]);
    const QString note = index.data(FilterOffers::NoteRole).toString();
    if (rest.width() > 0)
        painter->drawText(rest, align | Qt::TextSingleLine,
                          option.fontMetrics.elidedText(note, Qt::ElideRight, rest.width()));
    painter->restore();
}

QSize FilterOfferDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), std::max(metrics::c_smallControlHeight, option.fontMetrics.height() + 6)};
}

} // namespace earshot
