// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/domain/delivery.h"
#include "models/domain/proof.h"
#include "models/domain/verdict.h"

#include <functional>

namespace earshot {

/** What a proof is looked for in: the request as it came over the wire. Views, valid for one call. */
struct SignedRequest {
    /** All values of the header field of that name in any case, in their order. */
    std::function<QList<QByteArrayView>(QByteArrayView name)> values;
    QByteArray url; ///< the public one, complete with query; only some schemes look at it. Empty if it is not known
    QByteArrayView body; ///< the raw bytes
};

/** Looks at everything that @p proof asks for; the worst of the findings is the verdict, failed before expired before
 * unchecked. Stateless, any thread; what is compared is compared in constant time (gnutls_memcmp). Never fails: a
 * secret that is missing or cannot be read as its form says, or a URL that is signed but not known, is
 * Verdict::Unchecked. The two newest live signing secrets count. A failed signature costs up to 4 MiB of hashing
 * to explain. */
VerdictReport verify(const SenderProof &proof, const SourceSecrets &secrets, const SignedRequest &request,
                     Timestamp now);

/** The header fields that sign @p body as @p scheme says, by @p secret, at @p now: for sending again and for
 * simulating.
 * @p url is the whole one that is sent to, @p id is `{id}`; only schemes that sign them need them. Errors: BadArgument
 * for a secret that cannot be read or only checks (`whpk_`), a URL or an id that is missing. */
Result<QList<HeaderField>> sign(const SignatureScheme &scheme, const QByteArray &secret, QByteArrayView body,
                                const QByteArray &url, const QByteArray &id, Timestamp now);

} // namespace earshot
