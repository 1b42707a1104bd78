// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFutureWatcher>

#include <utility>

namespace earshot {

/** Calls @p handler with the future's result, in the thread of @p context and only while that lives. Before Qt 6.5,
 * `QFuture::then()` with a context takes it for granted that the context outlives the future. */
template <typename T, typename Handler>
void whenDone(const QFuture<T> &future, QObject *context, Handler handler)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcher<T>::finished, context, [watcher, handler = std::move(handler)]() mutable {
        watcher->deleteLater();
        const QFuture<T> done = watcher->future();
        if (done.resultCount() > 0)
            handler(done.result());
    });
    watcher->setFuture(future);
}

} // namespace earshot
