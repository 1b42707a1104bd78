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

/** Earshot without a window: makes the parts, connects them and stops them in the right order. Of the main thread,
 * whose event loop it needs; the listener, the writer and the decoders bring threads of their own. */
class Application final : public QObject
{
    Q_OBJECT

public:
    explicit Application(ServeSettings settings, QObject *parent = nullptr);

    /** Stops. */
    ~Application() override;

    /** Takes the writer's role, receives, forwards and answers requests from then on. Once. Errors: WriterHeld,
     * ListenFailed, and those of opening the store. */
    Result<void> start();

    /** Takes no more requests and deliveries, waits until those taken are committed and answered, and lets go of the
     * store. */
    void stop();

    ReadyFacts readyFacts() const;

private:
    Result<void> startReceiving();
    void startForwarding();
    Result<void> startAnswering();
    void stopForwarding();
    /** Reads sources and secrets anew and tells the listener. */
    Result<void> loadSources();
    /** Takes note of what another process has had changed. */
    void obey();
    QString base() const;

    const ServeSettings m_settings;
    const SystemClock m_clock;
    std::unique_ptr<WriterRole> m_role;
    std::optional<Database> m_reader; ///< of this thread
    QList<Source> m_sources;
    Secrets m_secrets;
    std::unique_ptr<Listener> m_listener;
    WebhookSender m_sender;
    std::unique_ptr<Forwarder> m_forwarder;
    QTimer m_forwardTick; ///< runs from a change until the forwarder looks
    std::unique_ptr<ControlServer> m_control;
};

} // namespace earshot
