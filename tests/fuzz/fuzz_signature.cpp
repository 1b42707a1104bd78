// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first line is a preset's word or a signature's JSON, the rest a request as in the decoders' samples. Whatever it
// says: it is not verified by two secrets that differ, what we sign ourselves is verified, and that no longer is when a
// byte of its body changes.

#include "tests/models/platforms/httpsample.h"

#include "models/verify/presets.h"
#include "models/verify/verdicttext.h"
#include "models/verify/verifier.h"

#include <QJsonDocument>

#include <cstdint>
#include <cstdlib>

using namespace earshot;

namespace {

const QByteArray c_secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const QByteArray c_otherSecret = "whsec_c29tZXRoaW5nIGVsc2UgYWx0b2dldGhlcg==";
const QByteArray c_url = "https://hooks.example:443/hook/x?a=1";
constexpr Timestamp c_now = fromMicroseconds(1'614'265'330'000'000);

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/** The scheme that the first line says; its JSON comes back as it was read. */
std::optional<SenderProof> readProof(const QByteArray &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    const QJsonObject signature =
        json.isEmpty() ? QJsonObject{{QStringLiteral("preset"), QString::fromUtf8(line)}} : json;
    const auto proof = proofFromJson({{QStringLiteral("signature"), signature}});
    if (!proof) {
        require(proof.error().code == ErrorCode::BadArgument && !proof.error().detail.isEmpty());
        return std::nullopt;
    }
    const auto again = proofFromJson(toJson(*proof));
    require(again && *again == *proof);
    return *proof;
}

/** One live secret and one that has ended. */
SourceSecrets secretsOf(const QByteArray &live)
{
    SourceSecrets secrets;
    secrets.signing = {{live, std::nullopt}, {"ended", c_now}};
    return secrets;
}

SignedRequest viewOf(const QList<HeaderField> &headers, const QByteArray &body)
{
    const auto values = [&headers](QByteArrayView name) {
        QList<QByteArrayView> found;
        for (const HeaderField &field : headers) {
            if (field.name.compare(name, Qt::CaseInsensitive) == 0)
                found.append(field.value);
        }
        return found;
    };
    return {values, c_url, body};
}

void checkReport(const VerdictReport &report)
{
    require(report.verdict != Verdict::Unsigned && report.verdict != Verdict::Released);
    require(report.isAccepted() || !report.reason.isEmpty());
    require(report.reason.isEmpty() || verdictReasonText(report.reason) != report.reason);
}

void checkForeign(const SenderProof &proof, const Delivery &delivery)
{
    const SignedRequest request = viewOf(delivery.headers, delivery.body);
    const VerdictReport report = verify(proof, secretsOf(c_secret), request, c_now);
    const VerdictReport other = verify(proof, secretsOf(c_otherSecret), request, c_now);
    checkReport(report);
    checkReport(other);
    require(report.verdict != Verdict::Verified || other.verdict != Verdict::Verified);
}

void checkOwn(const SenderProof &proof, const QByteArray &body)
{
    const auto fields = sign(*proof.signature, c_secret, body, c_url, "msg_1", c_now);
    require(fields.has_value());
    const SourceSecrets secrets = secretsOf(c_secret);
    require(verify(proof, secrets, viewOf(*fields, body), c_now).verdict == Verdict::Verified);
    if (body.isEmpty() || proof.signature->kind == SignatureScheme::Kind::Twilio) // a form's bytes may say the same
        return;
    QByteArray changed = body;
    const qsizetype at = qsizetype(qHash(body) % size_t(body.size()));
    changed[at] = char(changed.at(at) ^ 0x20);
    const VerdictReport report = verify(proof, secrets, viewOf(*fields, changed), c_now);
    checkReport(report);
    require(report.verdict == Verdict::Failed);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype end = input.indexOf('\n');
    const auto proof = readProof(input.first(end < 0 ? input.size() : end));
    if (!proof)
        return 0;
    const Delivery delivery = deliveryFromHttp(end < 0 ? QByteArray() : input.sliced(end + 1));
    checkForeign(*proof, delivery);
    checkOwn(*proof, delivery.body);
    return 0;
}
