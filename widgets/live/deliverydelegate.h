// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/live/deliverywords.h"
#include "widgets/live/livedelegate.h"

namespace earshot {

/** Paints the cells of a table of deliveries: duplicates muted, quarantined ones with a bar at the leading edge. */
class DeliveryDelegate final : public LiveDelegate
{
    Q_OBJECT

public:
    /** Both must outlive it. */
    DeliveryDelegate(DisplaySettings &display, const DeliveryWords &words, QObject *parent);

    bool isMuted(const QModelIndex &index) const override;

protected:
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintVerdict(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                      const DeliveryListRow &row) const;
    void paintReceived(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintKind(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const DeliveryListRow &row) const;

    const DeliveryWords &m_words;
};

} // namespace earshot
