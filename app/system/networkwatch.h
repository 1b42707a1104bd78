// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/filedescriptor.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <chrono>
#include <memory>

namespace earshot {

/** Tells when interfaces or addresses of this computer have changed, from the kernel itself (rtnetlink(7)), so that it
 * works alike on a desktop, on a server and in a container. Of its thread's event loop. */
class NetworkWatch final : public QObject
{
    Q_OBJECT

public:
    /** Changes come by the dozen while a network comes up; they are told once it has been quiet for @p settling. */
    explicit NetworkWatch(std::chrono::milliseconds settling, QObject *parent = nullptr);

    /** Listens to the kernel; false, with errno set, if it does not let us. */
    bool start();

    /** … to @p socket instead, of which every message counts as a change. */
    void start(FileDescriptor socket);

Q_SIGNALS:
    void changed();

private:
    void readAll();

    FileDescriptor m_socket;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_settling{this};
};

} // namespace earshot
