// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/conversationlistrow.h"
#include "models/items/deliverylistrow.h"
#include "models/store/database.h"

#include <QList>

namespace earshot {

// The rows of tables as the store has them, for a page of ids at a time: a few milliseconds. In the connection's
// thread.

/** Those of @p ids that there are, in no order. @p now decides what is overdue. */
Result<QList<ConversationListRowPtr>> readConversationRows(const Database &database, const QList<qint64> &ids,
                                                           Timestamp now);

/** What runs, the longest first, at most @p most. */
Result<QList<ConversationListRowPtr>> readRunningRows(const Database &database, int most, Timestamp now);

/** Does a running conversation take so long at @p now, more than half of its source's end time-out, that an end may
 * have been missed? */
bool isOverdueAt(const ConversationListRow &row, Timestamp now);

Result<QList<DeliveryListRowPtr>> readDeliveryRows(const Database &database, const QList<qint64> &ids);

} // namespace earshot
