// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/answer.h"
#include "app/receive/headerfilter.h"
#include "app/receive/hooktable.h"
#include "models/domain/verdict.h"

namespace earshot {

/** Whether a request's sender is who it should be. */
struct Judgement {
    VerdictReport report;
    CredentialFindings findings;

    /** 401 and quarantine. */
    bool isRefused() const { return report.verdict == Verdict::Failed || report.verdict == Verdict::Expired; }
};

/** Looks at all that @p hook asks for, in a request that has come in whole. @p head 's target is the raw one, with the
 * token: what Twilio signs is the public URL, which is made for this and forgotten. */
Judgement judge(const HookEntry &hook, const RequestHead &head, QByteArrayView body, const Clock &clock);

/** The 401 of a source that asks for @p proof. */
Answer proofRefusal(const SenderProof &proof);

} // namespace earshot
