// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkAccessManager>
#include <QObject>

#include <chrono>

namespace earshot {

/** Asks a listener of this computer for `/health`, as a sender would reach it. Of its thread's event loop. */
class SelfCheck final : public QObject
{
    Q_OBJECT

public:
    enum class Outcome {
        Answers, ///< whatever it says
        Silent, ///< takes connections and says nothing in time: busy, or stuck
        Unreachable, ///< takes no connection
    };

    explicit SelfCheck(std::chrono::milliseconds patience, QObject *parent = nullptr);

    /** Asks at @p base, as in `http://0.0.0.0:8765`; finished() follows. Not while one is under way. */
    void start(const QString &base);

    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void finished(earshot::SelfCheck::Outcome outcome);

private:
    const std::chrono::milliseconds m_patience;
    QNetworkAccessManager m_network;
    bool m_isRunning = false;
};

/** Where a listener of @p base is asked: an address that stands for all is asked by the loopback one. */
QUrl healthUrl(const QString &base);

} // namespace earshot
