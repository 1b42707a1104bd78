// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/store/location.h"

#include <QFuture>
#include <QJsonObject>
#include <QLocalServer>
#include <QTemporaryDir>

#include <chrono>
#include <functional>
#include <memory>

namespace earshot {

/** Where other processes of the same user ask the holder of a store's writer's role to do something: one request and
 * one answer a connection, as in controlmessage.h. Lives in the main thread; a request's work is done elsewhere. */
class ControlServer final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<QFuture<Result<QJsonObject>>(const QJsonObject &request)>;

    /** @p handler starts a request's work; called in this object's thread. */
    explicit ControlServer(Handler handler, QObject *parent = nullptr);
    ~ControlServer() override;

    /** Takes requests at `<store>.sock`, or in a private folder where that path is too long for a socket. A socket left
     * there by a process that died is replaced: the caller holds the lock. Errors: ListenFailed. */
    Result<void> listen(const StoreLocation &location);

    /** Where it listens; empty while it does not. */
    QString path() const;

    /** How long a peer may take for its request line. */
    void setRequestTimeout(std::chrono::milliseconds timeout) { m_requestTimeout = timeout; }

Q_SIGNALS:
    /** A request has been carried out. Before its answer is sent, so that who hears that can rely on what is done here.
     */
    void performed();

private:
    Result<QString> socketPathFor(const StoreLocation &location);
    void takeConnections();

    Handler m_handler;
    std::chrono::milliseconds m_requestTimeout = std::chrono::seconds(10);
    std::unique_ptr<QTemporaryDir> m_folder; ///< only where the store's own path is too long
    QLocalServer m_server;
};

} // namespace earshot
