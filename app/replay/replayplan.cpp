// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/replay/replayplan.h"

#include "app/control/hookurl.h"
#include "app/forward/tlstrust.h"
#include "app/replay/ownlistener.h"
#include "app/replay/replaymessage.h"
#include "models/store/secretreference.h"
#include "models/store/sources.h"
#include "models/verify/presets.h"

namespace earshot {
namespace {

constexpr int c_mostAtOnce = 24;

std::unexpected<Error> bad(const QString &detail)
{
    return failure(ErrorCode::BadArgument, detail);
}

/** A source with its secrets as they are. */
struct KnownSource {
    Source source;
    SourceSecrets secrets;
    QStringList unreadable;
};

Result<KnownSource> knownSource(const Database &database, const StoreLocation &location, const QString &name)
{
    const auto source = sources::byName(database, name);
    if (!source)
        return std::unexpected(source.error());
    const auto secrets = Secrets::load(location.secretsPath());
    if (!secrets)
        return std::unexpected(secrets.error());
    const ResolvedSecrets resolved = resolvedSecrets(secrets->source(source->key), SecretPlaces::ofProcess());
    return KnownSource{*source, resolved.secrets, resolved.unreadable};
}

QList<HeaderField> credentialsOf(const KnownSource &known)
{
    QList<HeaderField> fields;
    const SenderProof &proof = known.source.proof;
    if (proof.basic && !known.secrets.basic.isEmpty())
        fields.append({"Authorization", "Basic " + known.secrets.basic.toBase64()});
    if (proof.bearer && !known.secrets.bearer.isEmpty())
        fields.append({"Authorization", "Bearer " + known.secrets.bearer});
    if (!proof.secretHeader.isEmpty() && !known.secrets.header.isEmpty())
        fields.append({proof.secretHeader, known.secrets.header});
    return fields;
}

/** To the hook of a source of this store, with the proof that it asks for. */
Result<void> aimAtSource(ReplayPlan &plan, const Database &database, const StoreLocation &location, const QString &name,
                         Timestamp now)
{
    const auto known = knownSource(database, location, name);
    if (!known)
        return std::unexpected(known.error());
    const QByteArray token = known->secrets.token(now);
    if (token.isEmpty())
        return failure(ErrorCode::NotFound, QStringLiteral("the source \"%1\" has no address").arg(name));
    const QString base = listeningBase(location);
    if (base.isEmpty())
        return failure(ErrorCode::NotFound,
                       QStringLiteral("nobody receives for this store; start \"earshot serve\" or open the window"));
    plan.url = QUrl(hookUrl(base, QString::fromLatin1(token)));
    plan.credentials = credentialsOf(*known);
    plan.hidden.append(token);
    for (const QByteArray &secret : {known->secrets.basic, known->secrets.bearer, known->secrets.header})
        plan.hidden.append(secret);
    return trustOwnListener(plan, database);
}

Result<void> aim(ReplayPlan &plan, const Database &database, const StoreLocation &location,
                 const ReplayRequest &request, Timestamp now)
{
    plan.caFile = request.caFile;
    if (!request.caFile.isEmpty() && !tlsTrusting(request.caFile))
        return failure(ErrorCode::FileFailed, QStringLiteral("no certificate can be read from %1").arg(request.caFile));
    if (!request.source.isEmpty())
        return aimAtSource(plan, database, location, request.source, now);
    const auto url = replayUrl(request.url);
    if (!url)
        return std::unexpected(url.error());
    plan.url = *url;
    return {};
}

/** As a source asks its sender to; with its own newest secret unless another is given. */
Result<void> signLikeSource(ReplayPlan &plan, const Database &database, const StoreLocation &location,
                            const QString &name, Timestamp now)
{
    const auto known = knownSource(database, location, name);
    if (!known)
        return bad(QStringLiteral("\"%1\" is neither a source nor a way to sign; the ways are %2")
                       .arg(name, signaturePresets().join(QLatin1StringView(", "))));
    plan.scheme = known->source.proof.signature;
    if (!plan.scheme)
        return bad(QStringLiteral("the source \"%1\" asks for no signature").arg(name));
    if (!plan.secret.isEmpty())
        return {};
    for (const TimedSecret &secret : known->secrets.signing) {
        if (secret.isLiveAt(now))
            plan.secret = secret.value;
        if (!plan.secret.isEmpty())
            return {};
    }
    return failure(ErrorCode::NotFound, known->unreadable.isEmpty()
                                            ? QStringLiteral("the source \"%1\" has no signing secret").arg(name)
                                            : QStringLiteral("the signing secret of \"%1\" cannot be read (%2)")
                                                  .arg(name, known->unreadable.join(QLatin1StringView(", "))));
}

Result<void> chooseSignature(ReplayPlan &plan, const Database &database, const StoreLocation &location,
                             const ReplayRequest &request, Timestamp now)
{
    if (request.signature.isEmpty())
        return request.secret.isEmpty() ? Result<void>()
                                        : bad(QStringLiteral("a secret is given, but not how to sign with it"));
    plan.secret = request.secret;
    plan.scheme = signaturePreset(request.signature);
    if (!plan.scheme) {
        if (const auto done = signLikeSource(plan, database, location, request.signature, now); !done)
            return done;
    }
    if (plan.secret.isEmpty())
        return bad(QStringLiteral("signing as %1 needs the secret").arg(request.signature));
    plan.hidden.append(plan.secret);
    return {};
}

Result<void> checkPace(const ReplayPace &pace)
{
    if (pace.speed != 0 && pace.ratePerSecond != 0)
        return bad(QStringLiteral("a speed and a rate together make no sense"));
    if (pace.speed != 0 && (pace.speed < 1 || pace.speed > 100))
        return bad(QStringLiteral("the speed is 1 to 100 times the pace they came at"));
    if (pace.ratePerSecond < 0 || pace.ratePerSecond > 10'000)
        return bad(QStringLiteral("the rate is at most 10,000 a second"));
    if (pace.atOnce < 1 || pace.atOnce > c_mostAtOnce)
        return bad(QStringLiteral("1 to %1 can be under way at once").arg(c_mostAtOnce));
    return {};
}

Result<void> choose(ReplayPlan &plan, const Database &database, const ReplayRequest &request,
                    const RecordSelection &selection)
{
    auto arrivals = request.deliveries.isEmpty() ? storedArrivals(database, selection)
                                                 : storedArrivals(database, request.deliveries);
    if (!arrivals)
        return std::unexpected(arrivals.error());
    plan.arrivals = *std::move(arrivals);
    if (request.edit != DeliveryEdit() && plan.arrivals.size() != 1)
        return bad(QStringLiteral("only one delivery at a time can be sent edited"));
    return checkEdit(request.edit);
}

} // namespace

Result<QUrl> replayUrl(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool isHttp = url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https");
    if (!url.isValid() || !isHttp || url.host().isEmpty())
        return bad(QStringLiteral("the address to send to is a whole URL, as in https://test.example/hook"));
    if (!url.userInfo().isEmpty())
        return bad(QStringLiteral("the address may not hold a user or password; send an Authorization header instead"));
    if (url.hasFragment())
        return bad(QStringLiteral("the part of the address from # on is never sent. Leave it out"));
    return url;
}

Result<ReplayPlan> planReplay(const Database &database, const StoreLocation &location, const ReplayRequest &request,
                              const RecordSelection &selection, Timestamp now)
{
    ReplayPlan plan;
    plan.withQuery = request.withQuery;
    plan.forwardable = request.forwardable;
    plan.pace = request.pace;
    plan.edit = request.edit;
    if (const auto checked = checkPace(request.pace); !checked)
        return std::unexpected(checked.error());
    if (const auto aimed = aim(plan, database, location, request, now); !aimed)
        return std::unexpected(aimed.error());
    if (const auto chosen = chooseSignature(plan, database, location, request, now); !chosen)
        return std::unexpected(chosen.error());
    if (const auto chosen = choose(plan, database, request, selection); !chosen)
        return std::unexpected(chosen.error());
    return plan;
}

} // namespace earshot
