// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/control/carryout.h"

#include "app/control/controlclient.h"
#include "app/control/writerrole.h"

#include <QElapsedTimer>

#include <chrono>
#include <optional>
#include <thread>

namespace earshot {
namespace {

// A command holds the role for moments only, and who looks at the lock disturbs it for less: worth trying again.
constexpr std::chrono::milliseconds c_patience(10'000);
constexpr std::chrono::milliseconds c_pause(20);

Result<QJsonObject> doItHere(WriterRole &role, const QJsonObject &request)
{
    QFuture<Result<QJsonObject>> future = role.start(request);
    future.waitForFinished();
    return future.result();
}

/** Nothing where the holder is gone, or is one that takes no requests. */
std::optional<Result<QJsonObject>> askTheHolder(const QJsonObject &request, const StoreLocation &location,
                                                const std::function<void()> &stillWaiting)
{
    const auto facts = WriterLock::holder(location.lockPath());
    const QString socket = facts ? facts->value(QLatin1StringView("socket")).toString() : QString();
    if (socket.isEmpty())
        return std::nullopt;
    Result<QJsonObject> answer = askHolder(socket, request, stillWaiting);
    if (!answer && answer.error().code == ErrorCode::NetworkFailed)
        return std::nullopt;
    return answer;
}

} // namespace

Result<QJsonObject> carryOut(const QJsonObject &request, const StoreLocation &location,
                             const std::function<void()> &stillWaiting)
{
    QElapsedTimer waited;
    waited.start();
    while (true) {
        const auto role = WriterRole::take({.location = location});
        if (role)
            return doItHere(**role, request);
        if (role.error().code != ErrorCode::WriterHeld)
            return std::unexpected(role.error());
        if (auto answer = askTheHolder(request, location, stillWaiting))
            return *std::move(answer);
        if (waited.hasExpired(c_patience.count()))
            return std::unexpected(role.error());
        std::this_thread::sleep_for(c_pause);
    }
}

} // namespace earshot
