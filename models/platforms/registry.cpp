// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/platforms/registry.h"

namespace earshot {

const PlatformDecoder *PlatformRegistry::decoderFor(QStringView platform) const
{
    for (const PlatformDecoder *decoder : m_decoders) {
        if (decoder->platform() == platform)
            return decoder;
    }
    return nullptr;
}

QStringList knownPlatforms()
{
    return {InsightoDecoder().platform(), EigiDecoder().platform(), VardaDecoder().platform(),
            CustomDecoder().platform()};
}

} // namespace earshot
