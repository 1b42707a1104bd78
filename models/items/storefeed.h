// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storereader.h"
#include "models/store/fileidentity.h"

#include <QThread>
#include <QTimer>

namespace earshot {

/** Looks for changes in a thread of its own. A store that another file replaces, as where a damaged one was put aside,
 * is one in which everything has changed. After it has told of some it waits until they were taken, so that a busy
 * window gets fewer and larger ones. */
class FeedWorker final : public QObject
{
    Q_OBJECT

public:
    /** Counts @p isFollowed down after its first look. */
    FeedWorker(const StoreLocation &location, std::latch &isFollowed);

    /** In its thread. */
    void begin();
    void goOn();
    void end();

Q_SIGNALS:
    void found(const earshot::StoreChanges &changes);
    void failed(const earshot::Error &error);
    void recovered();

private:
    void look();
    Result<StoreChanges> poll();
    Result<void> open();
    void tellFailure(const Error &error);

    const StoreLocation m_location;
    std::latch &m_isFollowed;
    QTimer m_timer{this};
    FileIdentity m_file; ///< that is read
    std::optional<Database> m_database;
    std::optional<ChangeReader> m_changes;
    bool m_isFailed = false;
    bool m_wasOpen = false; ///< at some time: what changed since is unknown
};

/** The front of the worker and its thread. */
class StoreReader::Feed
{
public:
    explicit Feed(StoreReader &reader);
    ~Feed();

private:
    QThread m_thread;
    std::unique_ptr<FeedWorker> m_worker;
};

} // namespace earshot
