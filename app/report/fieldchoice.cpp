// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/fieldchoice.h"

namespace earshot {

FieldChoice::FieldChoice(RecordKind kind)
    : m_fields(recordFields(kind))
{
    for (std::size_t i = 0; i < m_fields.size(); ++i)
        m_indices.push_back(i);
}

Result<FieldChoice> FieldChoice::of(RecordKind kind, const QStringList &names)
{
    FieldChoice choice(kind);
    if (names.isEmpty())
        return choice;
    choice.m_indices.clear();
    for (const QString &name : names) {
        const auto found = std::ranges::find(choice.m_fields, name, &Field::name);
        if (found == choice.m_fields.end())
            return failure(ErrorCode::BadArgument,
                           QStringLiteral("%1 have no field \"%2\"").arg(recordKindText(kind), name));
        const auto index = std::size_t(found - choice.m_fields.begin());
        if (std::ranges::find(choice.m_indices, index) != choice.m_indices.end())
            return failure(ErrorCode::BadArgument, QStringLiteral("the field \"%1\" is named twice").arg(name));
        choice.m_indices.push_back(index);
    }
    return choice;
}

} // namespace earshot
