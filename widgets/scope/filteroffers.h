// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace earshot {

/** One thing that the filter line offers. */
struct FilterOffer {
    QString text; ///< what will be written
    QString note; ///< what it is, in the user's language
    QString count; ///< how many have it; empty where that is not known
};

/** What the popup of the filter line shows: fields, values or former filters. */
class FilterOffers final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { NoteRole = Qt::UserRole, CountRole };

    using QAbstractListModel::QAbstractListModel;

    void setOffers(const QList<FilterOffer> &offers);

    const QList<FilterOffer> &offers() const { return m_offers; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<FilterOffer> m_offers;
};

/** Text at the leading edge, its note muted behind it, the count at the trailing edge. */
class FilterOfferDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace earshot
