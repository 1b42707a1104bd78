// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/certificatewatch.h"
#include "app/control/controlserver.h"
#include "app/control/listenersetting.h"
#include "app/control/writerrole.h"
#include "app/coverage/coveragerecorder.h"
#include "app/coverage/enricher.h"
#include "app/damagewatch.h"
#include "app/expose/tunnel.h"
#include "app/forward/forwarder.h"
#include "app/receive/listener.h"
#include "models/store/secretreference.h"

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
    EnricherSettings enricher;
    std::shared_ptr<KeyStore>
        keyStore; ///< where destinations' secrets may lie; a window puts new ones there. May be null
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

    /** Takes no more deliveries until the next listen(), and waits until those taken are committed and answered. All
     * else goes on. The coverage ledger keeps @p reason. */
    void stopListening(DownReason reason = DownReason::Stop);

    /** Where deliveries come in, as in `http://127.0.0.1:8765`; null while none do. */
    QString listeningBase() const;

    /** Why deliveries cannot be stored at present; nothing while they can. */
    std::optional<Error> storeTrouble() const;

    /** Where the store lies that was found damaged and replaced by a new one; empty if it was not. After takeRole(). */
    QString storePutAside() const;

    /** How the program that gives the listener a public address is doing. */
    TunnelState tunnel() const { return m_tunnel.state(); }

    /** Of the certificate that senders see; nothing without TLS. */
    const std::optional<CertificateFacts> &certificate() const { return m_certificates.facts(); }

    /** Takes note of what another process has had changed: reads sources, secrets, settings and the certificate anew.
     */
    void reload();

    /** Takes no more requests and deliveries, waits until those taken are committed and answered, and lets go of the
     * store. */
    void stop();

    ReadyFacts readyFacts() const;

Q_SIGNALS:
    /** It listens as the settings have it now, under TLS instead of without, say: listeningBase() may be another, and
     * is null where that failed. */
    void listeningChanged();

    /** storeTrouble() is another. */
    void storeTroubleChanged();

    /** The store's file is damaged, as reading all of it has shown. Nothing more can be stored until it is opened anew,
     * which puts it aside. */
    void storeDamaged(const earshot::Error &damage);

    /** certificate() is another. */
    void certificateChanged();

    /** tunnel() is another. */
    void tunnelChanged();

private:
    void startForwarding();
    void startEnriching();
    void startRecording();
    /** Lets go of the listener, if there is one, after what it refused is taken note of. */
    void endListener();
    Result<void> startAnswering();
    void stopForwarding();
    /** Reads sources and secrets anew and tells the listener. */
    Result<void> loadSources();
    void readKeyStore();
    void tellHooks();
    /** Reads what is set for the listener and has it listen like that, without a stop where that is possible. */
    Result<void> loadListenerSetting();
    void followListenerSetting(const ListenerSetting &setting);
    void presentCertificate(const CertificateFiles &files);
    /** Reads what is set for the tunnel and has it run like that, as long as something listens. */
    Result<void> loadTunnelSetting();
    void carryTunnel();
    void takeTunnelState();
    /** Under which senders reach sources that have no address of their own. */
    QString publicBase() const;
    /** Says in the lock's file who we are and where we listen. */
    Result<void> publish();

    const ServeSettings m_settings;
    const SystemClock m_clock;
    std::unique_ptr<WriterRole> m_role;
    std::optional<Database> m_reader; ///< of this thread
    QList<Source> m_sources;
    Secrets m_secrets;
    SecretPlaces m_places = SecretPlaces::ofProcess();
    QHash<QByteArray, QByteArray> m_fromKeyStore; ///< secrets of destinations, by their names there
    QList<Hook> m_hooks; ///< of the sources, with their secrets
    std::unique_ptr<Listener> m_listener; ///< while it receives
    std::unique_ptr<CoverageRecorder> m_coverage; ///< from takeRole() until stop()
    ListenerSettings m_asked; ///< where to listen, and what this run was told
    ListenerSetting m_listenerSetting; ///< what is set in the store
    QString m_base; ///< where it listens, or did last
    CertificateWatch m_certificates{m_clock};
    DamageWatch m_damage{m_settings.writer.location.path};
    TunnelSettings m_tunnelSettings; ///< what is set in the store
    Tunnel m_tunnel;
    JqRunner m_jq;
    Mapper m_mapper{m_jq};
    const Connectors m_connectors = allConnectors();
    HttpExchanger m_exchanger;
    std::unique_ptr<Forwarder> m_forwarder;
    QTimer m_forwardTick; ///< runs from a change until the forwarder looks
    std::unique_ptr<Enricher> m_enricher;
    QTimer m_enrichTick; ///< runs from a change until the enricher looks
    std::unique_ptr<ControlServer> m_control;
};

} // namespace earshot
