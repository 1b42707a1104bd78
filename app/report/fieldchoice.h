// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/store/record.h"

#include <QStringList>

#include <vector>

namespace earshot {

/** Which fields of a record kind a file has, in which order. A value. */
class FieldChoice
{
public:
    /** All of them, in the order of exports. */
    FieldChoice(RecordKind kind); // NOLINT(google-explicit-constructor): a kind is the choice of all its fields

    /** Those of @p names, in their order; all if there are none. BadArgument names one that the kind lacks or that
     * stands there twice. */
    static Result<FieldChoice> of(RecordKind kind, const QStringList &names);

    /** Places in recordFields(). */
    const std::vector<std::size_t> &indices() const { return m_indices; }

    const Field &field(std::size_t index) const { return m_fields[index]; }

private:
    std::span<const Field> m_fields;
    std::vector<std::size_t> m_indices;
};

} // namespace earshot
