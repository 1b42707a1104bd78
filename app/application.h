// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/control/controlserver.h"
#include "app/control/writerrole.h"
#include "app/forward/forwarder.h"
#include "app/forward/webhooksender.h"
#include "app/receive/listener.h"
#include "models/store/secrets.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace earshot {

/** What `earshot serve` is told. */
struct ServeSettings {
    WriterSettings writer;
    ListenerSettings listener;
    ForwarderSettings forwarder;
    bool showSecrets = false; ///< whole tokens in readyFacts()
    bool isWindow = false; ///< what other processes are told of this one: it ends when a person closes it
};

/** What is said once everything runs. */
struct ReadyFacts {
    struct Source {
        QString name;
        QString platform;
        QString url; ///< of its hook
    };

    QString listen; ///< as in `http://127.0.0.1:8765`
    QList<Source> sources; ///< those that may post
};

/** What receives, projects and forwards, with or without a window: makes the parts, connects them and stops them in the
 * right order. Of the thread that made it, whose event loop it needs; the listener, the writer and the decoders bring
 * threads of their own. */
class Application final : public QObject
{
    Q_OBJECT

public:
    explicit Application(ServeSettings settings, QObject *parent = nullptr);

    /** Stops. */
    ~Application() override;

    /** takeRole() and listen() in one: both or neither. Once. */
    Result<void> start();

    /** Takes the writer's role, projects, forwards and answers requests from then on. Once. Errors: WriterHeld, and
     * those of opening the store. */
    Result<void> takeRole();

    /** Receives from then on; again after a failure or to receive elsewhere, which ends the listening of before.
     * Errors: ListenFailed. */
    Result<void> listen(const ListenerSettings &settings);

    /** Where deliveries come in, as in `http://127.0.0.1:8765`; null while none do. */
    QString listeningBase() const;

    /** Takes no more requests and deliveries, waits until those taken are committed and answered, and lets go of the
     * store. */
    void stop();

    ReadyFacts readyFacts() const;

private:
    void startForwarding();
    Result<void> startAnswering();
    void stopForwarding();
    /** Reads sources and secrets anew and tells the listener. */
    Result<void> loadSources();
    void tellHooks();
    /** Says in the lock's file who we are and where we listen. */
    Result<void> publish();
    /** Takes note of what another process has had changed. */
    void obey();

    const ServeSettings m_settings;
    const SystemClock m_clock;
    std::unique_ptr<WriterRole> m_role;
    std::optional<Database> m_reader; ///< of this thread
    QList<Source> m_sources;
    Secrets m_secrets;
    std::unique_ptr<Listener> m_listener; ///< while it receives
    QString m_base; ///< where it listens, or did last
    WebhookSender m_sender;
    std::unique_ptr<Forwarder> m_forwarder;
    QTimer m_forwardTick; ///< runs from a change until the forwarder looks
    std::unique_ptr<ControlServer> m_control;
};

} // namespace earshot
