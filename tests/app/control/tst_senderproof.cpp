// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/senderproof.h"
#include "models/verify/presets.h"
#include "models/verify/verifier.h"

#include <QTest>

using namespace earshot;
using namespace std::chrono_literals;

namespace {

constexpr Timestamp c_noon = Timestamp(1'780'000'000s);
const QByteArray c_url = "https://hooks.example/hook/token?event=a";
const QByteArray c_body = R"({"event":"a"})";

SourceSecrets secretsFor(const QString &preset)
{
    const bool isStandard = preset == QLatin1StringView("standard-webhooks") || preset == QLatin1StringView("svix");
    SourceSecrets secrets;
    secrets.signing = {{isStandard ? QByteArray("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") : "s3cret", std::nullopt}};
    return secrets;
}

Verdict verdictOn(const QList<HeaderField> &fields, const SenderProof &proof, const SourceSecrets &secrets)
{
    SignedRequest request;
    request.values = [&fields](QByteArrayView name) {
        QList<QByteArrayView> values;
        for (const HeaderField &field : fields) {
            if (name.compare(field.name, Qt::CaseInsensitive) == 0)
                values.append(field.value);
        }
        return values;
    };
    request.url = c_url;
    request.body = c_body;
    return verify(proof, secrets, request, c_noon).verdict;
}

} // namespace

class SenderProofTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPresetIsVerified_data();
    void aPresetIsVerified();
    void credentialsAreVerified();
    void nothingIsShownWhereNothingIsAsked();
    void aMissingSecretIsSaid();
};

void SenderProofTest::aPresetIsVerified_data()
{
    QTest::addColumn<QString>("preset");
    for (const QString &preset : signaturePresets()) {
        if (preset != QLatin1StringView("twilio")) // signs forms; its bodySHA256 belongs to the address
            QTest::newRow(qPrintable(preset)) << preset;
    }
}

void SenderProofTest::aPresetIsVerified()
{
    QFETCH(QString, preset);
    SenderProof proof;
    proof.signature = signaturePreset(preset);
    const SourceSecrets secrets = secretsFor(preset);
    const auto fields = proofFields(proof, secrets, c_body, c_url, "msg_1", c_noon);
    QVERIFY(fields);
    QCOMPARE(verdictOn(*fields, proof, secrets), Verdict::Verified);
}

void SenderProofTest::credentialsAreVerified()
{
    SenderProof proof;
    proof.basic = true;
    proof.secretHeader = "X-Shared";
    SourceSecrets secrets;
    secrets.basic = "me:pass word";
    secrets.header = "shared s3cret";
    const auto fields = proofFields(proof, secrets, c_body, c_url, "msg_1", c_noon);
    QVERIFY(fields);
    QCOMPARE(verdictOn(*fields, proof, secrets), Verdict::Verified);
    proof.basic = false;
    proof.bearer = true;
    secrets.bearer = "b3arer";
    QCOMPARE(verdictOn(*proofFields(proof, secrets, c_body, c_url, "msg_1", c_noon), proof, secrets),
             Verdict::Verified);
}

void SenderProofTest::nothingIsShownWhereNothingIsAsked()
{
    const auto fields = proofFields({}, secretsFor(QStringLiteral("varda")), c_body, c_url, "msg_1", c_noon);
    QVERIFY(fields && fields->isEmpty());
}

void SenderProofTest::aMissingSecretIsSaid()
{
    SenderProof proof;
    proof.signature = signaturePreset(QStringLiteral("varda"));
    SourceSecrets ended;
    ended.signing = {{"s3cret", c_noon}};
    const auto fields = proofFields(proof, ended, c_body, c_url, "msg_1", c_noon);
    QVERIFY(!fields);
    QCOMPARE(fields.error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(SenderProofTest)
#include "tst_senderproof.moc"
