// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/selftestrequest.h"

#include "app/control/hookurl.h"
#include "app/control/listenersetting.h"
#include "models/store/publicurl.h"
#include "models/store/secrets.h"
#include "models/store/sources.h"

#include <algorithm>

namespace earshot {
namespace {

Result<Source> testedSource(const Database &database, const QString &name)
{
    if (!name.isEmpty())
        return sources::byName(database, name);
    const auto known = sources::all(database);
    if (!known)
        return std::unexpected(known.error());
    const auto enabled = std::ranges::find(*known, true, &Source::enabled);
    if (enabled == known->end())
        return failure(
            ErrorCode::NotFound,
            QStringLiteral("there is no source whose hook could be tested. Add one with earshot source add"));
    return *enabled;
}

Result<QString> testedAddress(const QString &told, const Source &source, const QJsonObject &tunnel)
{
    if (!told.isEmpty())
        return checkedPublicUrl(told);
    if (!source.publicUrl.isEmpty())
        return source.publicUrl;
    return tunnel.value(QLatin1StringView("public")).toString();
}

} // namespace

Result<SelfTestRequest> selfTestRequest(const Database &database, const StoreLocation &location, const QString &source,
                                        const QString &publicUrl, Timestamp now)
{
    const auto tested = testedSource(database, source);
    if (!tested)
        return std::unexpected(tested.error());
    const auto secrets = Secrets::load(location.secretsPath());
    if (!secrets)
        return std::unexpected(secrets.error());
    const auto listener = listenerSetting(database);
    if (!listener)
        return std::unexpected(listener.error());
    const QJsonObject tunnel = tunnelFacts(location);
    const auto address = testedAddress(publicUrl, *tested, tunnel);
    if (!address)
        return std::unexpected(address.error());

    SelfTestRequest request;
    request.localBase = listeningBase(location);
    request.publicBase = *address;
    if (address->isEmpty())
        request.tunnelProblem = tunnel.value(QLatin1StringView("reason")).toString();
    request.sourceName = tested->name;
    request.platform = tested->platform;
    request.token = secrets->hookToken(tested->key);
    request.ownCertificate = listener->tls ? listener->tls->certificate : QString();
    request.now = now;
    return request;
}

} // namespace earshot
