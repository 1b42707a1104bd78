// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace earshot {

/** Turns SIGTERM, SIGINT and SIGHUP into a signal of Qt's. The second of them ends the process at once, as if nobody
 * had caught it. What hears our output may go away without ending us (SIGPIPE). One at a time; of the main thread. */
class StopSignals final : public QObject
{
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void stopAsked();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace earshot
