// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/filedescriptor.h"
#include "models/store/location.h"

#include <QLocalServer>
#include <QObject>

#include <chrono>

namespace earshot {

/** One window a store and user: the first one keeps a lock beside the store for as long as it lives and answers on a
 * socket there; a second asks it to come to the front, and goes. Apart from the writer's role, which a `serve` may
 * hold. Of the GUI thread. */
class WindowInstance final : public QObject
{
    Q_OBJECT

public:
    enum class Found {
        Nobody, ///< we are the first, or cannot know
        Raised, ///< another one is, and has come to the front
        NoAnswer, ///< another one is, and does not answer
    };

    explicit WindowInstance(QObject *parent = nullptr);
    ~WindowInstance() override;

    /** Becomes the first on that store, or asks who is to come to the front, and waits for the answer at most
     * @p patience; without any, nobody is asked. What was held of another store is let go. */
    Found claim(const StoreLocation &store, std::chrono::milliseconds patience);

    static QString lockPath(const StoreLocation &store);

    /** Beside the store; where that is too long for a socket's name, in the folder for temporary files. */
    static QString socketPath(const StoreLocation &store);

Q_SIGNALS:
    /** Another program was started on our store. @p token is its right to take the focus, under Wayland; may be null.
     */
    void raiseRequested(const QByteArray &token);

private:
    void release();
    void listen(const StoreLocation &store);
    void takeConnections();
    void takeLine(QLocalSocket &socket);

    QString m_claimed; ///< path of the store
    FileDescriptor m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace earshot
