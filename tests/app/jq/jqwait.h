// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/jq/jqrunner.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTimer>

namespace earshot {

/** The helper that the tests run. */
inline QString helperProgram()
{
    return QStringLiteral(EARSHOT_JQ_HELPER);
}

inline QStringList helperArguments()
{
    return {QStringLiteral("jq-helper")};
}

/** Waits for what the future gives; Unavailable where it never ends. */
template <typename T>
std::expected<T, JqError> awaited(const QFuture<std::expected<T, JqError>> &future)
{
    constexpr std::chrono::minutes c_patience(1);
    QEventLoop loop; // QTest::qWaitFor() would sleep between its looks
    QFutureWatcher<std::expected<T, JqError>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(c_patience, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec();
    if (!future.isFinished())
        return std::unexpected(JqError{JqError::Kind::Unavailable, QStringLiteral("the future did not end"), 0, 0});
    return future.result();
}

} // namespace earshot
