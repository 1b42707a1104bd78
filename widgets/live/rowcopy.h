// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/live/cellwords.h"

#include <QItemSelection>
#include <QString>

class QHeaderView;

namespace earshot {

/** The most rows that are copied as text: more belongs into an export. */
inline constexpr int c_mostCopiedRows = 10'000;

/** The rows of a selection as tab-separated lines under their headings, in the order of the table and with the columns
 * that @p header shows. */
QString copiedRows(const QItemSelection &selection, const QAbstractItemModel &model, const CellWords &words,
                   const QHeaderView &header);

} // namespace earshot
