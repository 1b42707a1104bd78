// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/engine/backfilljob.h"

#include "app/control/carryout.h"

namespace earshot {
namespace {

using L1 = QLatin1StringView;

constexpr int c_atATime = 3; // so that a cancel is heard soon

QJsonObject requestFor(const QString &name, qint64 after)
{
    return {{QStringLiteral("operation"), QStringLiteral("coverage backfill")},
            {QStringLiteral("name"), name},
            {QStringLiteral("after"), after},
            {QStringLiteral("most"), c_atATime}};
}

void add(BackfillResult &sum, const QJsonObject &answer)
{
    sum.fetched += answer.value(L1("fetched")).toInteger();
    sum.running += answer.value(L1("running")).toInteger();
    sum.gone += answer.value(L1("gone")).toInteger();
    sum.failed += answer.value(L1("failed")).toInteger();
    sum.remaining = answer.value(L1("remaining")).toInteger();
    sum.stopped = answer.value(L1("stopped")).toString();
}

} // namespace

void runBackfill(const QString &name, const StoreLocation &location, const std::atomic_bool &stop,
                 QPromise<Result<BackfillResult>> &promise)
{
    BackfillResult sum;
    qint64 after = 0;
    qint64 asked = 0;
    bool hasMore = true;
    while (hasMore && !stop && !promise.isCanceled()) {
        const auto answer = carryOut(requestFor(name, after), location);
        if (!answer) {
            promise.addResult(std::unexpected(answer.error()));
            promise.finish();
            return;
        }
        add(sum, *answer);
        asked += answer->value(L1("asked")).toInteger();
        promise.setProgressRange(0, int(asked + sum.remaining));
        promise.setProgressValue(int(asked));
        const qint64 last = answer->value(L1("last")).toInteger();
        hasMore = sum.remaining > 0 && sum.stopped.isEmpty() && last > after;
        after = last;
    }
    promise.addResult(sum);
    promise.finish();
}

} // namespace earshot
