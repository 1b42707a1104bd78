// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/decoderthread.h"

#include "models/base/logging.h"
#include "models/domain/verdict.h"
#include "models/store/decodeworker.h"
#include "models/store/migrations.h"
#include "models/store/sources.h"
#include "models/verify/verdicttext.h"

#include <QTimer>

#include <array>

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr int c_pageDeliveries = 256;
constexpr qint64 c_pageBytes = 8 << 20;
constexpr auto c_retryAfter = 1s;

/** What no decoder of this version understands is kept as an event that can be seen. */
Decoded undecoded(const QString &platform)
{
    Decoded decoded;
    decoded.state = DeliveryState::Unknown;
    decoded.reason = QStringLiteral("not-found: this version has no decoder for the platform \"%1\"").arg(platform);
    return decoded;
}

/** A sender that is not who it should be says nothing that counts; nor, until a person has looked, does one whom we
 * could not check. Without a digest it repeats nothing and is repeated by nothing. */
bool isQuarantined(const Delivery &delivery)
{
    static const std::array words = {verdictWord(Verdict::Failed), verdictWord(Verdict::Expired),
                                     verdictWord(Verdict::Unchecked)};
    return std::ranges::find(words, delivery.verdict) != words.end();
}

Decoded quarantined(const Delivery &delivery)
{
    Decoded decoded;
    decoded.state = DeliveryState::Quarantined;
    decoded.reason = delivery.verdictReason.isEmpty() ? delivery.verdict : verdictReasonText(delivery.verdictReason);
    return decoded;
}

/** Of a delivery that is not frozen only a store that was tampered with lacks the body. */
Decoded erased()
{
    Decoded decoded;
    decoded.state = DeliveryState::Erased;
    decoded.reason = QStringLiteral("body-gone: what was sent is not kept any more");
    return decoded;
}

} // namespace

DecodeWorker::DecodeWorker(QString storePath, const DecoderRegistry &registry, DecodedQueue &queue,
                           std::function<void()> decoded)
    : m_storePath(std::move(storePath))
    , m_registry(registry)
    , m_queue(queue)
    , m_decoded(std::move(decoded))
{
}

Result<void> DecodeWorker::open(qint64 after)
{
    m_after = after;
    auto database = openToRead(m_storePath);
    if (!database)
        return std::unexpected(database.error());
    m_database.emplace(std::move(*database));
    auto reader = JournalReader::open(*m_database);
    if (!reader)
        return std::unexpected(reader.error());
    m_reader = std::move(*reader);
    return {};
}

void DecodeWorker::close()
{
    m_reader = JournalReader();
    m_database.reset();
}

void DecodeWorker::wake()
{
    if (!m_awake.exchange(true))
        QMetaObject::invokeMethod(this, &DecodeWorker::advance, Qt::QueuedConnection);
}

void DecodeWorker::advance()
{
    m_awake = false;
    if (!m_database)
        return;
    const auto more = decodePage();
    if (!more) {
        qCWarning(lcProject) << "reading the journal:" << more.error().detail;
        QTimer::singleShot(c_retryAfter, this, &DecodeWorker::wake);
    } else if (*more) {
        wake();
    }
}

/** One page to the queue; true if there may be another. */
Result<bool> DecodeWorker::decodePage()
{
    const auto page = m_reader.after(m_after, c_pageDeliveries, c_pageBytes);
    if (!page)
        return std::unexpected(page.error());
    if (page->isEmpty())
        return false;
    if (const auto loaded = loadSources(); !loaded)
        return std::unexpected(loaded.error());

    DecodedBatch batch;
    batch.reserve(std::size_t(page->size()));
    for (const Delivery &delivery : *page)
        batch.push_back(decode(delivery));
    m_after = page->last().id;
    if (!m_queue.push(std::move(batch)))
        return false; // closed: the writer stops
    m_decoded();
    return true;
}

/** A handful of rows, read for each page: so a changed zone or name counts from the next delivery on. */
Result<void> DecodeWorker::loadSources()
{
    const auto sources = sources::everById(*m_database);
    if (!sources)
        return std::unexpected(sources.error());
    m_sources.clear();
    for (const Source &source : *sources)
        m_sources.insert(source.id, std::make_shared<const Source>(source));
    return {};
}

DecodedDelivery DecodeWorker::decode(const Delivery &delivery) const
{
    DecodedDelivery decoded;
    decoded.id = delivery.id;
    decoded.receivedAt = delivery.receivedAt;
    decoded.looped = delivery.looped;
    decoded.source = m_sources.value(delivery.sourceId);
    if (!decoded.source) { // its row is gone, which only a damaged store can show
        Source lost;
        lost.id = delivery.sourceId;
        decoded.source = std::make_shared<const Source>(lost);
    }
    if (isQuarantined(delivery) || delivery.isBodyGone) {
        decoded.decoded = delivery.isBodyGone ? erased() : quarantined(delivery);
        return decoded;
    }
    const PlatformDecoder *decoder = m_registry.decoderFor(decoded.source->platform);
    decoded.decoded = decoder ? decoder->decode(delivery, *decoded.source) : undecoded(decoded.source->platform);
    return decoded;
}

DecoderThread::DecoderThread(const QString &storePath, const DecoderRegistry &registry, DecodedQueue &queue,
                             std::function<void()> decoded)
    : m_queue(queue)
    , m_worker(std::make_unique<DecodeWorker>(storePath, registry, queue, std::move(decoded)))
{
    m_thread.setObjectName(QStringLiteral("decoder"));
    m_worker->moveToThread(&m_thread);
}

DecoderThread::~DecoderThread()
{
    m_queue.close(); // a decoder that waits for room goes on to its end
    if (!m_thread.isRunning())
        return;
    QMetaObject::invokeMethod(m_worker.get(), &DecodeWorker::close, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

Result<void> DecoderThread::start(qint64 after)
{
    m_thread.start();
    Result<void> opened;
    QMetaObject::invokeMethod(
        m_worker.get(), [this, after, &opened] { opened = m_worker->open(after); }, Qt::BlockingQueuedConnection);
    if (opened)
        wake();
    return opened;
}

void DecoderThread::wake()
{
    m_worker->wake();
}

} // namespace earshot
