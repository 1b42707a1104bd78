// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/fold.h"
#include "models/store/database.h"

namespace earshot {

/** The columns of the event table that a FoldEvent is made from, in the order that foldEventFromRow() reads them. */
QString foldEventColumns();
FoldEvent foldEventFromRow(const Statement &row);

/** The columns of an INSERT of an event after delivery, position, source_id and conversation; and their values. */
QString eventColumns();
QVariantList eventValues(const FoldEvent &event);

} // namespace earshot
