// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/listenersettings.h"
#include "app/system/addresses.h"
#include "app/system/backoff.h"
#include "app/system/networkwatch.h"
#include "app/system/powerwatch.h"
#include "app/system/selfcheck.h"
#include "models/base/result.h"
#include "models/items/listenerstate.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace earshot {

class Application;

struct KeeperSettings {
    std::chrono::milliseconds firstRetry{1000}; ///< after listening failed; the next is twice as long, …
    std::chrono::milliseconds longestRetry{60'000}; ///< … up to this
    std::chrono::milliseconds checkInterval{30'000}; ///< how often it asks itself for an answer
    std::chrono::milliseconds checkPatience{5'000}; ///< with that answer
    int silencesAllowed = 2; ///< answers that may be missing in a row, as they do under a heavy load
    std::chrono::milliseconds settling{500}; ///< after the network changed
    PowerSettings power;
    std::function<AddressState(const QString &)> addressState = earshot::addressState;
};

/** Sees to it that an Application goes on receiving: listens again, with growing waits, where it could not; ends
 * listening in good order before the computer sleeps, and begins again when it wakes; looks after each change of the
 * network, and now and then anyway, whether the address is still this computer's and the listener answers. Of the
 * Application's thread. */
class ListenerKeeper final : public QObject
{
    Q_OBJECT

public:
    /** @p application must have taken its role, and outlive this. */
    ListenerKeeper(Application &application, const KeeperSettings &settings, QObject *parent = nullptr);
    ~ListenerKeeper() override;

    /** Listens there from now on, or tries the same again at once. */
    void listen(const ListenerSettings &settings);

    /** The application listens there already; keeps that up. Once. */
    void keep(const ListenerSettings &settings);

    /** Looks whether senders are still heard; what is found follows by stateChanged(). */
    void look();

    const ListenerState &state() const { return m_state; }

Q_SIGNALS:
    void stateChanged(const earshot::ListenerState &state);

private:
    void watch();
    void listenNow();
    void lookAfresh();
    void takeCheck(SelfCheck::Outcome outcome);
    void sleep();
    void wake();
    void beginToListen();
    void tellListening();
    void takeChange();
    void fall(ListenerState state);
    ListenerState downState(const Error &error) const;
    ListenerState addressLost(AddressState address) const;
    void tell(const ListenerState &state);

    Application &m_application;
    const KeeperSettings m_settings;
    ListenerSettings m_wanted;
    ListenerState m_state;
    BackOff m_backOff;
    bool m_isAsleep = false;
    int m_silences = 0;
    QTimer m_retry{this};
    QTimer m_checks{this};
    SelfCheck m_check;
    NetworkWatch m_network;
    PowerWatch m_power;
};

} // namespace earshot
