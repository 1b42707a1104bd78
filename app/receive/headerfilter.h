// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/requesthead.h"
#include "models/domain/delivery.h"

#include <cstdint>

namespace earshot {

/** What came of looking at a secret that a sender showed. */
enum class Finding : std::uint8_t { NotChecked, Matched, DidNotMatch };

/** The same for each kind that a source may ask for. */
struct CredentialFindings {
    Finding basic = Finding::NotChecked;
    Finding bearer = Finding::NotChecked;
    Finding secretHeader = Finding::NotChecked;
};

/** The header as it may be stored. A field that proves who sent it (Authorization, Proxy-Authorization, Cookie and the
 * source's own @p secretHeader) is kept only as what it was, such as `bearer, did not match`; where the hook's @p token
 * stands in any other, as in a proxy's X-Original-URI, it is masked. */
QList<HeaderField> storableHeaders(const RequestHead &head, QByteArrayView secretHeader,
                                   const CredentialFindings &findings, QByteArrayView token);

} // namespace earshot
