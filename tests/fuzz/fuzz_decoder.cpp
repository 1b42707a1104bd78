// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Feeds requests as in the decoders' samples to one platform's decoder, EARSHOT_FUZZ_PLATFORM.

#include "tests/models/platforms/httpsample.h"

#include "models/domain/fields.h"
#include "models/platforms/registry.h"

#include <cstdint>
#include <cstdlib>

using namespace earshot;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/** A patch must come out of the store as it went in. */
void checkEvent(const Event &event)
{
    require(patchToJson(patchFromJson(patchToJson(event.patch))) == patchToJson(event.patch));
    require(!event.conversation || !event.conversation->platformId.isEmpty());
    require(event.patch.durationSeconds.value_or(0) >= 0);
}

void checkAnswer(const Decoded &decoded)
{
    const bool isMalformed = decoded.state == DeliveryState::Malformed;
    require(decoded.digest.size() == 32);
    require(isMalformed != decoded.reason.isEmpty());
    require(decoded.events.size() == (isMalformed ? 0 : 1));
    for (const Event &event : decoded.events)
        checkEvent(event);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const PlatformRegistry registry;
    Source source;
    source.platform = QStringLiteral(EARSHOT_FUZZ_PLATFORM);
    source.region = QStringLiteral("US");
    source.idField = QStringLiteral("data.items.0.id");
    const QByteArray request(reinterpret_cast<const char *>(data), qsizetype(size));
    const Delivery delivery = deliveryFromHttp(request);
    const PlatformDecoder *decoder = registry.decoderFor(source.platform);
    require(decoder != nullptr);
    const Decoded decoded = decoder->decode(delivery, source);
    checkAnswer(decoded);
    require(decoder->decode(delivery, source).digest == decoded.digest);
    return 0;
}
