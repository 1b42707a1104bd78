// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/conversationlistrow.h"
#include "models/items/pagedtablemodel.h"

#include <QTimer>

namespace earshot {

enum class ConversationColumn {
    Gutter,
    Started,
    Status,
    Contact,
    Source,
    Duration,
    Outcome,
    LastLine,
    Agent,
    Channel,
    Value,
    Messages,
    Forwarding,
    Campaign,
    Intent,
    Count_ ///< how many there are
};

/** The conversations of a scope, live: one row each, changed in place. */
class ConversationTableModel final : public PagedTableModel
{
    Q_OBJECT

public:
    /** @p reader, @p scope and @p clock must outlive it. */
    ConversationTableModel(StoreReader &reader, const ViewScope &scope, const Clock &clock, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    /** DisplayRole is plain words in no particular language (`in_progress`): delegates say them to people. */
    QVariant data(const QModelIndex &index, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    /** Null while its page is being read. */
    ConversationListRowPtr row(int row) const;

private:
    void noteOverdue();

    const Clock &m_clock;
    QTimer m_overdueTimer;
};

} // namespace earshot
