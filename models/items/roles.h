// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Qt>

namespace earshot {

/** Roles that the item models share. */
enum ItemRole {
    RecordIdRole = Qt::UserRole, ///< qint64: Earshot's id of the row's record; 0 while its page is not read yet
    SortRole, ///< a typed value
    RowRole, ///< the row as a value, std::shared_ptr<const …Row>; null while its page is not read yet
    UnseenRole, ///< bool: new since last looked at
};

} // namespace earshot
