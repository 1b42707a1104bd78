// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/judgement.h"

#include "app/receive/target.h"
#include "models/verify/verifier.h"

namespace earshot {
namespace {

SignedRequest signedRequest(const HookEntry &hook, const RequestHead &head, QByteArrayView body)
{
    SignedRequest request;
    request.values = [&head](QByteArrayView name) { return head.values(name); };
    if (hook.proof.signature && !hook.publicBase.isEmpty())
        request.url = hook.publicBase + originForm(head.target).toByteArray();
    request.body = body;
    return request;
}

Finding findingOf(const VerdictReport &report)
{
    switch (report.verdict) {
    case Verdict::Verified:
        return Finding::Matched;
    case Verdict::Failed:
        return Finding::DidNotMatch;
    default:
        return Finding::NotChecked;
    }
}

/** Each shared secret by itself, for what is stored of it. */
CredentialFindings findingsOf(const HookEntry &hook, const SignedRequest &request, Timestamp now)
{
    const auto look = [&](bool isAsked, const SenderProof &alone) {
        return isAsked ? findingOf(verify(alone, hook.secrets, request, now)) : Finding::NotChecked;
    };
    SenderProof basic;
    basic.basic = true;
    SenderProof bearer;
    bearer.bearer = true;
    SenderProof header;
    header.secretHeader = hook.proof.secretHeader;
    return {look(hook.proof.basic, basic), look(hook.proof.bearer, bearer),
            look(!hook.proof.secretHeader.isEmpty(), header)};
}

} // namespace

Judgement judge(const HookEntry &hook, const RequestHead &head, QByteArrayView body, const Clock &clock)
{
    if (!hook.proof.isAsked())
        return {};
    if (hook.secretsUnreadable)
        return {{Verdict::Unchecked, QStringLiteral("secret-unreadable"), std::nullopt}, {}};
    const SignedRequest request = signedRequest(hook, head, body);
    const Timestamp now = clock.now();
    return {verify(hook.proof, hook.secrets, request, now), findingsOf(hook, request, now)};
}

Answer proofRefusal(const SenderProof &proof)
{
    if (proof.basic)
        return proof.bearer ? Answer::ProofRefusedBoth : Answer::ProofRefusedBasic;
    return proof.bearer ? Answer::ProofRefusedBearer : Answer::ProofRefused;
}

} // namespace earshot
