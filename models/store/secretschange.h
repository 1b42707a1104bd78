// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/secrets.h"

#include <optional>

namespace earshot {

/** A change of secrets that belongs to a change of the store: read and edited within its transaction, saved just before
 * the commit, put back as it was where the commit fails. What a crash between the two leaves is a newer file beside an
 * older store: a secret that nobody asks for yet. Of one thread. */
class SecretsChange
{
public:
    explicit SecretsChange(const QString &path)
        : m_path(path)
    {
    }

    /** The secrets, to be changed. Errors: FileFailed. */
    Result<Secrets *> edit();

    /** Writes them if they were edited, without those that have ended at @p now. Errors: FileFailed, and then the file
     * is as it was. */
    Result<void> save(Timestamp now);

    /** Puts the file back as it was before save(). Errors: FileFailed. */
    Result<void> undo();

private:
    QString m_path;
    bool m_fileWasThere = false;
    std::optional<Secrets> m_before;
    std::optional<Secrets> m_edited;
    bool m_isSaved = false;
};

} // namespace earshot
