// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace earshot {

/** Turns SIGTERM, SIGINT and SIGHUP into signals of Qt's. The second that asks to stop ends the process at once, as if
 * nobody had caught it. What hears our output may go away without ending us (SIGPIPE). One at a time; of the main
 * thread. */
class StopSignals final : public QObject
{
    Q_OBJECT

public:
    /** What SIGHUP means: a terminal that was closed, or, to a service, that its settings have changed. */
    enum class Hangup { Stops, Reloads };

    explicit StopSignals(Hangup hangup = Hangup::Stops, QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void stopAsked();
    void reloadAsked();

private:
    void readPipe();

    std::unique_ptr<QSocketNotifier> m_notifier;
};

/** Whether this process belongs to a terminal, whose end it should not outlive. */
bool hasTerminal();

} // namespace earshot
