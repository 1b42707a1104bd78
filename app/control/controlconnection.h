// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/control/controlserver.h"

#include <QFutureWatcher>
#include <QLocalSocket>
#include <QTimer>

namespace earshot {

/** One peer of the control socket: reads its request, hands it on, answers, closes and deletes itself. What it has
 * asked for is done also if it hangs up meanwhile. */
class ControlConnection final : public QObject
{
    Q_OBJECT

public:
    /** Owns @p socket. */
    ControlConnection(QLocalSocket *socket, const ControlServer::Handler &handler,
                      std::chrono::milliseconds requestTimeout, QObject *parent);

Q_SIGNALS:
    /** What was asked for has been done; the answer follows. */
    void performed();

private:
    void readRequest();
    void start(const QByteArray &line);
    void finish();
    void answer(const Result<QJsonObject> &result);
    void leaveIfDone();

    QLocalSocket *m_socket;
    const ControlServer::Handler &m_handler;
    QTimer m_timer;
    QFutureWatcher<Result<QJsonObject>> m_work;
    bool m_isRead = false; ///< the request's line is complete; what comes after it is not read
    bool m_isWorking = false;
};

} // namespace earshot
