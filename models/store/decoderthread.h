// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/boundedqueue.h"
#include "models/base/result.h"
#include "models/domain/platformdecoder.h"
#include "models/store/decodeddelivery.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace earshot {

class DecodeWorker;

/** Decoded deliveries between the decoder and the writer; bounded, so that a slow writer holds the decoder back. */
using DecodedQueue = BoundedQueue<DecodedBatch>;

/** Reads the journal past a point, oldest first, and decodes it in a thread of its own, over a read connection of its
 * own: a hostile form may take seconds, and the writer never waits for it. */
class DecoderThread
{
public:
    /** @p decoded is called on the decoder's thread after each batch put into @p queue. All must outlive this. */
    DecoderThread(const QString &storePath, const DecoderRegistry &registry, DecodedQueue &queue,
                  std::function<void()> decoded);
    ~DecoderThread();

    /** Opens the connection and begins after the delivery @p after. */
    Result<void> start(qint64 after);

    /** There may be more to read. Any thread. */
    void wake();

private:
    QThread m_thread;
    DecodedQueue &m_queue;
    std::unique_ptr<DecodeWorker> m_worker;
};

} // namespace earshot
