// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/conversationlistrow.h"
#include "models/items/storereader.h"

#include <QAbstractListModel>

namespace earshot {

/** What runs now, the longest first, never filtered: a filter cannot hide a burning call. Short, so whole in memory.
 * The row is RowRole's ConversationListRowPtr. GUI thread. */
class LiveLaneModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    /** @p reader and @p clock must outlive it. */
    LiveLaneModel(StoreReader &reader, const Clock &clock, QObject *parent = nullptr);
    ~LiveLaneModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /** How many run for so long that an end may have been missed. */
    int overdueCount() const;

    /** Names of the enabled sources whose platform tells of a conversation only when it ends (eigi, Insighto), for
     * which silence is not calm. */
    QStringList sourcesThatOnlyReportEnds() const;

Q_SIGNALS:
    void summaryChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace earshot
