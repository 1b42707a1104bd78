// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/platformdecoder.h"
#include "models/platforms/custom.h"
#include "models/platforms/eigi.h"
#include "models/platforms/insighto.h"
#include "models/platforms/varda.h"

#include <QStringList>

#include <array>

namespace earshot {

/** Every decoder of this version. Immutable, so any thread. */
class PlatformRegistry final : public DecoderRegistry
{
public:
    PlatformRegistry() = default;
    Q_DISABLE_COPY_MOVE(PlatformRegistry)

    const PlatformDecoder *decoderFor(QStringView platform) const override;

private:
    InsightoDecoder m_insighto;
    EigiDecoder m_eigi;
    VardaDecoder m_varda;
    CustomDecoder m_custom;
    std::array<const PlatformDecoder *, 4> m_decoders = {&m_insighto, &m_eigi, &m_varda, &m_custom};
};

/** The platforms a source can be of, in the order to offer them. */
QStringList knownPlatforms();

} // namespace earshot
