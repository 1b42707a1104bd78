// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/listenerkeeper.h"

#include "app/application.h"
#include "app/system/portholder.h"
#include "models/base/logging.h"

#include <QUrl>

namespace earshot {

ListenerKeeper::ListenerKeeper(Application &application, const KeeperSettings &settings, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_settings(settings)
    , m_backOff(settings.firstRetry, settings.longestRetry)
    , m_check(settings.checkPatience)
    , m_network(settings.settling)
    , m_power(settings.power)
{
    m_retry.setSingleShot(true);
    m_retry.callOnTimeout(this, &ListenerKeeper::listenNow);
    m_checks.setInterval(settings.checkInterval);
    m_checks.callOnTimeout(this, &ListenerKeeper::look);
    connect(&m_application, &Application::listeningChanged, this, &ListenerKeeper::takeChange);
    connect(&m_application, &Application::certificateChanged, this, [this] {
        if (m_state.kind == ListenerState::Kind::Listening && !m_application.listeningBase().isEmpty())
            tellListening();
    });
    connect(&m_check, &SelfCheck::finished, this, &ListenerKeeper::takeCheck);
    connect(&m_network, &NetworkWatch::changed, this, &ListenerKeeper::lookAfresh);
    connect(&m_power, &PowerWatch::goingToSleep, this, &ListenerKeeper::sleep);
    connect(&m_power, &PowerWatch::wokeUp, this, &ListenerKeeper::wake);
}

ListenerKeeper::~ListenerKeeper() = default;

void ListenerKeeper::listen(const ListenerSettings &settings)
{
    m_wanted = settings;
    m_backOff.reset();
    watch();
    if (!m_isAsleep)
        listenNow();
}

void ListenerKeeper::keep(const ListenerSettings &settings)
{
    m_wanted = settings;
    watch();
    beginToListen();
}

/** Once. */
void ListenerKeeper::watch()
{
    if (m_checks.isActive())
        return;
    m_checks.start();
    m_power.start();
    if (!m_network.start())
        qCDebug(lcApp) << "the kernel does not tell of network changes; looked for each"
                       << m_settings.checkInterval.count() << "ms";
}

void ListenerKeeper::listenNow()
{
    m_retry.stop();
    const auto listening = m_application.listen(m_wanted);
    if (listening)
        beginToListen();
    else
        fall(downState(listening.error()));
}

void ListenerKeeper::beginToListen()
{
    m_backOff.reset();
    m_silences = 0;
    const QString base = m_application.listeningBase();
    m_wanted.port = quint16(QUrl(base).port(m_wanted.port)); // of a free one that was picked: senders know it by now
    if (m_state.kind == ListenerState::Kind::Down)
        qCInfo(lcApp) << "receiving again on" << base;
    tellListening();
}

void ListenerKeeper::tellListening()
{
    ListenerState state{ListenerState::Kind::Listening, m_application.listeningBase(), {}};
    if (const auto &certificate = m_application.certificate())
        state.certificateEnds = certificate->notAfter;
    tell(state);
}

/** As other settings have it, which may have failed. */
void ListenerKeeper::takeChange()
{
    if (m_isAsleep)
        return;
    if (m_application.listeningBase().isEmpty())
        listenNow();
    else
        tellListening();
}

void ListenerKeeper::look()
{
    if (m_isAsleep)
        return;
    if (m_application.listeningBase().isEmpty()) {
        if (!m_retry.isActive())
            listenNow();
        return;
    }
    if (const AddressState address = m_settings.addressState(m_wanted.address); address != AddressState::Ours) {
        m_application.stopListening(DownReason::Network);
        fall(addressLost(address));
    } else if (!m_check.isRunning()) {
        m_check.start(m_application.listeningBase());
    }
}

/** Something has changed: what was in the way may be gone, so no wait goes on. */
void ListenerKeeper::lookAfresh()
{
    m_backOff.reset();
    m_retry.stop();
    look();
}

void ListenerKeeper::takeCheck(SelfCheck::Outcome outcome)
{
    if (m_isAsleep || m_application.listeningBase().isEmpty())
        return;
    m_silences = outcome == SelfCheck::Outcome::Silent ? m_silences + 1 : 0;
    if (outcome == SelfCheck::Outcome::Answers)
        return;
    if (outcome == SelfCheck::Outcome::Silent && m_silences <= m_settings.silencesAllowed) {
        qCWarning(lcApp) << "the listener did not answer within" << m_settings.checkPatience.count() << "ms";
        return;
    }
    qCWarning(lcApp) << "the listener does not answer any more; it is started anew";
    listenNow();
}

void ListenerKeeper::sleep()
{
    m_isAsleep = true;
    m_retry.stop();
    m_application.stopListening(DownReason::Sleep); // those who were heard are answered first
    ListenerState state{ListenerState::Kind::Down, {}, QStringLiteral("the computer sleeps")};
    state.cause = ListenerState::Cause::Asleep;
    tell(state);
}

void ListenerKeeper::wake()
{
    m_isAsleep = false;
    lookAfresh();
}

void ListenerKeeper::fall(ListenerState state)
{
    state.address = m_wanted.address;
    state.port = m_wanted.port;
    state.retryIn = m_backOff.next();
    m_retry.start(state.retryIn);
    if (m_state.kind != state.kind || m_state.cause != state.cause)
        qCWarning(lcApp) << "not receiving, and trying again:" << state.reason;
    tell(state);
}

ListenerState ListenerKeeper::downState(const Error &error) const
{
    if (const AddressState address = m_settings.addressState(m_wanted.address); address != AddressState::Ours)
        return addressLost(address);
    ListenerState state{ListenerState::Kind::Down, {}, error.detail};
    if (const auto holder = portHolder(m_wanted.address, m_wanted.port);
        holder && error.code == ErrorCode::ListenFailed) {
        state.cause = ListenerState::Cause::PortTaken;
        state.program = holder->program;
        state.process = holder->process;
        const QString who = holder->process > 0
                                ? QStringLiteral("%1, process %2").arg(holder->program).arg(holder->process)
                                : QStringLiteral("of another user");
        state.reason = QStringLiteral("port %1 is used by another program (%2)").arg(m_wanted.port).arg(who);
    }
    return state;
}

ListenerState ListenerKeeper::addressLost(AddressState address) const
{
    ListenerState state{ListenerState::Kind::Down, {}, {}};
    const bool isAllDown = address == AddressState::NetworkDown;
    state.cause = isAllDown ? ListenerState::Cause::NetworkDown : ListenerState::Cause::AddressGone;
    state.reason = isAllDown ? QStringLiteral("the network is down")
                             : QStringLiteral("this computer does not have the address %1").arg(m_wanted.address);
    return state;
}

void ListenerKeeper::tell(const ListenerState &state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace earshot
