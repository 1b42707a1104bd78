// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/deliverylistrow.h"
#include "models/items/pagedtablemodel.h"

namespace earshot {

enum class DeliveryColumn {
    Verdict,
    Received,
    State,
    Kind,
    Source,
    Size,
    Count_ ///< how many there are
};

/** The deliveries of a scope, live. */
class DeliveryTableModel final : public PagedTableModel
{
    Q_OBJECT

public:
    /** @p reader, @p scope and @p clock must outlive it. */
    DeliveryTableModel(StoreReader &reader, const ViewScope &scope, const Clock &clock, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    /** Null while its page is being read. */
    DeliveryListRowPtr row(int row) const;
};

} // namespace earshot
