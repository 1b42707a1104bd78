// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/secretschange.h"

#include <QFile>

namespace earshot {

Result<Secrets *> SecretsChange::edit()
{
    if (!m_edited) {
        m_fileWasThere = QFile::exists(m_path);
        const auto loaded = Secrets::load(m_path);
        if (!loaded)
            return std::unexpected(loaded.error());
        m_before = *loaded;
        m_edited = *loaded;
    }
    return &*m_edited;
}

Result<void> SecretsChange::save(Timestamp now)
{
    if (!m_edited)
        return {};
    m_edited->prune(now);
    const auto saved = m_edited->save(m_path);
    m_isSaved = saved.has_value();
    return saved;
}

Result<void> SecretsChange::undo()
{
    if (!m_isSaved)
        return {};
    m_isSaved = false;
    if (m_fileWasThere)
        return m_before->save(m_path);
    QFile file(m_path);
    if (!file.remove())
        return failure(ErrorCode::FileFailed,
                       QStringLiteral("%1 cannot be removed: %2").arg(m_path, file.errorString()));
    return {};
}

} // namespace earshot
