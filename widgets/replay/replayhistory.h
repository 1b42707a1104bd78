// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QUrl>

class QSettings;

namespace earshot {

/** Where a person has replayed to, kept with the window's settings. GUI thread. */
class ReplayHistory
{
public:
    /** @p settings must outlive it. */
    explicit ReplayHistory(QSettings &settings)
        : m_settings(settings)
    {
    }

    /** The last ten addresses, the latest first; without their queries, which may hold a key. */
    QStringList addresses() const;

    void add(const QUrl &address);

    /** Whether payloads may go there without being asked: this computer, or a host that was agreed to. */
    bool isAgreed(const QUrl &address) const;
    void agree(const QUrl &address);

private:
    QSettings &m_settings;
};

} // namespace earshot
