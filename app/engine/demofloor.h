// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/simulate/simulationsender.h"
#include "models/items/sourcelist.h"
#include "models/items/storeactions.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <deque>

namespace earshot {

/** Made-up calls and chats for someone who has no platform at hand yet: two weeks of them at once, then live ones. They
 * go the way that real ones go, over HTTP to the hooks of three sources, in a store of their own. GUI thread. */
class DemoFloor final : public QObject
{
    Q_OBJECT

public:
    /** All must outlive it. */
    DemoFloor(StoreActions &actions, SourceList &sources, const Clock &clock, QObject *parent = nullptr);
    ~DemoFloor() override;

    /** Makes the sources where they are missing and plays; @p base is the address that is listened on. Once. */
    void play(const QString &base);

Q_SIGNALS:
    /** It cannot be played. */
    void failed(const QString &reason);

private:
    void addMissingSources();
    void add(const NewSource &source);
    void begin();
    void fillHistory();
    void sendHistory();
    void playLive();

    struct PastDelivery {
        Timestamp at;
        QUrl hook;
        SimulatedRequest request;
    };

    StoreActions &m_actions;
    SourceList &m_sources;
    const Clock &m_clock;
    QString m_base;
    QHash<QString, QUrl> m_hooks; ///< by platform
    bool m_hasBegun = false;
    QNetworkAccessManager m_network;
    std::deque<PastDelivery> m_past;
    int m_inFlight = 0;
    std::unique_ptr<SimulationSender> m_live;
};

} // namespace earshot
