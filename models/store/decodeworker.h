// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/decoderthread.h"
#include "models/store/journal.h"

#include <QHash>

#include <atomic>

namespace earshot {

/** The object in the decoder's thread; DecoderThread hides it. */
class DecodeWorker : public QObject
{
    Q_OBJECT

public:
    DecodeWorker(QString storePath, const DecoderRegistry &registry, DecodedQueue &queue,
                 std::function<void()> decoded);

    Result<void> open(qint64 after);

    /** Closes the connection, in the worker's thread. */
    void close();

    /** Asks for one advance(), however often it is called before that runs. Any thread. */
    void wake();

private:
    void advance();
    Result<bool> decodePage();
    Result<void> loadSources();
    DecodedDelivery decode(const Delivery &delivery) const;

    const QString m_storePath;
    const DecoderRegistry &m_registry;
    DecodedQueue &m_queue;
    std::function<void()> m_decoded;
    std::optional<Database> m_database;
    JournalReader m_reader;
    QHash<qint64, std::shared_ptr<const Source>> m_sources;
    qint64 m_after = 0;
    std::atomic_bool m_awake = false;
};

} // namespace earshot
