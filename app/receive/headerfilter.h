// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/requesthead.h"
#include "models/domain/delivery.h"

namespace earshot {

/** The header as it may be stored. A field that proves who sent it (Authorization, Proxy-Authorization, Cookie and the
 * source's own @p secretHeader) is kept only as what it was, such as `bearer, not checked`; where the hook's @p token
 * stands in any other, as in a proxy's X-Original-URI, it is masked. */
QList<HeaderField> storableHeaders(const RequestHead &head, QByteArrayView secretHeader, QByteArrayView token);

} // namespace earshot
