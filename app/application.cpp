// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"

#include "app/control/hookurl.h"
#include "app/control/listenaddress.h"
#include "app/hooklist.h"
#include "app/system/addresses.h"
#include "models/base/logging.h"
#include "models/store/migrations.h"
#include "models/store/settings.h"
#include "models/store/sources.h"

#include <QCoreApplication>
#include <QEventLoop>

namespace earshot {
namespace {

constexpr std::chrono::milliseconds
    c_forwardTick(100); // changes come by the hundred; the outbox is looked at once for them
constexpr std::chrono::milliseconds c_enrichTick(1000);
constexpr std::chrono::milliseconds c_forwardGrace = std::chrono::seconds(5);

/** For other processes: tunnelFacts(). */
QJsonObject toJson(const TunnelState &state)
{
    static constexpr std::array c_kinds = {"off", "starting", "up", "down"};
    return {{QStringLiteral("kind"), QString::fromLatin1(c_kinds.at(std::size_t(state.kind)))},
            {QStringLiteral("public"), state.publicBase},
            {QStringLiteral("reason"), state.reason}};
}

} // namespace

Application::Application(ServeSettings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
    m_forwardTick.setSingleShot(true);
    m_forwardTick.setInterval(c_forwardTick);
    m_enrichTick.setSingleShot(true);
    m_enrichTick.setInterval(c_enrichTick);
    m_places.keyStore = [this](const QByteArray &name) { return m_fromKeyStore.value(name); };
    connect(&m_certificates, &CertificateWatch::replaced, this, &Application::presentCertificate);
    connect(&m_certificates, &CertificateWatch::factsChanged, this, &Application::certificateChanged);
    connect(this, &Application::storeTroubleChanged, &m_damage, [this] { m_damage.look(storeTrouble()); });
    connect(&m_damage, &DamageWatch::confirmed, this, &Application::storeDamaged);
    connect(&m_tunnel, &Tunnel::stateChanged, this, &Application::takeTunnelState);
}

Application::~Application()
{
    stop();
}

Result<void> Application::start()
{
    if (const auto taken = takeRole(); !taken)
        return taken;
    return listen(m_settings.listener);
}

Result<void> Application::takeRole()
{
    auto role = WriterRole::take(m_settings.writer);
    if (!role)
        return std::unexpected(role.error());
    m_role = *std::move(role);
    connect(&m_role->writer(), &Writer::troubleChanged, this, &Application::storeTroubleChanged);
    if (const QString warning = m_settings.writer.location.folderWarning(); !warning.isEmpty())
        qCWarning(lcApp).noquote() << warning;
    if (m_settings.keyStore)
        m_role->useKeyStore(m_settings.keyStore, m_settings.isWindow);
    auto reader = openToRead(m_settings.writer.location.path);
    if (!reader)
        return std::unexpected(reader.error());
    m_reader = *std::move(reader);

    if (const auto loaded = loadSources(); !loaded)
        return loaded;
    if (const auto loaded = loadListenerSetting(); !loaded)
        return loaded;
    if (const auto loaded = loadTunnelSetting(); !loaded)
        return loaded;
    startForwarding();
    startEnriching();
    startRecording();
    return startAnswering();
}

std::optional<Error> Application::storeTrouble() const
{
    return m_role ? m_role->writer().trouble() : std::nullopt;
}

QString Application::storePutAside() const
{
    return m_role ? m_role->writer().putAside() : QString();
}

Result<void> Application::listen(const ListenerSettings &settings)
{
    endListener(); // the port may be the same
    m_asked = settings;
    const ListenerSettings effective = withSetting(settings, m_listenerSetting);
    auto listener = std::make_unique<Listener>(effective, m_clock, m_role->writer());
    m_listener = std::move(listener);
    tellHooks();
    const auto port = m_listener->start();
    if (!port) {
        m_listener.reset();
        m_coverage->noteDown(addressState(effective.address) == AddressState::Ours ? DownReason::Port
                                                                                   : DownReason::Network);
        carryTunnel();
        return std::unexpected(port.error());
    }
    m_asked.port = *port; // senders know it by now, if it was picked
    m_base = baseUrl({effective.address, *port}, effective.tls.has_value());
    tellHooks(); // with that address
    m_certificates.watch(effective.tls);
    m_coverage->noteListening(m_base);
    carryTunnel();
    return publish();
}

void Application::endListener()
{
    if (!m_listener)
        return;
    m_listener->stop(); // waits for the writer's answers, and for the senders to have them
    m_coverage->takeRefusals();
    m_listener.reset();
}

void Application::stopListening(DownReason reason)
{
    endListener();
    m_coverage->noteDown(reason);
    carryTunnel();
    if (const auto published = publish(); !published)
        qCWarning(lcApp) << "others still read that this process listens:" << published.error().detail;
}

void Application::startRecording()
{
    const auto takeRefusals = [this] { return m_listener ? m_listener->takeRefusals() : QList<Refusals>(); };
    m_coverage = std::make_unique<CoverageRecorder>(m_role->writer(), m_clock, takeRefusals);
}

void Application::startForwarding()
{
    const auto secretsOf = [this](const QString &destinationKey) {
        return resolvedSecrets(m_secrets.destination(destinationKey), m_places);
    };
    const ForwarderParts parts{m_role->writer(), m_connectors, m_exchanger, m_mapper, m_clock};
    m_forwarder = std::make_unique<Forwarder>(parts, secretsOf, m_settings.forwarder);
    connect(&m_role->writer(), &Writer::changed, this, [this] {
        if (!m_forwardTick.isActive())
            m_forwardTick.start();
    });
    connect(&m_forwardTick, &QTimer::timeout, m_forwarder.get(), &Forwarder::wake);
    m_forwarder->start();
}

void Application::startEnriching()
{
    m_enricher = std::make_unique<Enricher>(m_role->writer(), m_settings.writer.location, m_clock, m_settings.enricher);
    connect(&m_role->writer(), &Writer::changed, this, [this] {
        if (!m_enrichTick.isActive())
            m_enrichTick.start();
    });
    connect(&m_enrichTick, &QTimer::timeout, m_enricher.get(), &Enricher::wake);
    m_enricher->wake();
}

Result<void> Application::startAnswering()
{
    m_control = std::make_unique<ControlServer>([this](const QJsonObject &request) { return m_role->start(request); });
    connect(m_control.get(), &ControlServer::performed, this, &Application::reload);
    if (const auto listening = m_control->listen(m_settings.writer.location); !listening)
        return listening;
    return publish();
}

Result<void> Application::publish()
{
    QJsonObject facts{{QStringLiteral("pid"), QCoreApplication::applicationPid()},
                      {QStringLiteral("socket"), m_control->path()}};
    if (m_settings.isWindow)
        facts.insert(QStringLiteral("window"), true);
    if (m_listener)
        facts.insert(QStringLiteral("listen"), m_base);
    if (const auto tls = withSetting(m_asked, m_listenerSetting).tls; m_listener && tls)
        facts.insert(QStringLiteral("certificate"), tls->certificate);
    if (m_tunnel.state().kind != TunnelState::Kind::Off)
        facts.insert(QStringLiteral("tunnel"), toJson(m_tunnel.state()));
    return m_role->lock().publish(facts);
}

void Application::stop()
{
    m_control.reset(); // nothing new is asked for
    m_damage.stop();
    m_tunnel.disconnect(this);
    m_tunnel.carry({}, {});
    endListener();
    if (m_coverage)
        m_coverage->noteDown(DownReason::Stop);
    m_enricher.reset();
    stopForwarding();
    m_coverage.reset(); // waits until that is written
    m_reader.reset();
    m_role.reset();
}

void Application::stopForwarding()
{
    if (!m_forwarder)
        return;
    QEventLoop loop;
    connect(m_forwarder.get(), &Forwarder::stopped, &loop, &QEventLoop::quit);
    m_forwarder->stop(c_forwardGrace); // tells later, never at once
    loop.exec();
    m_forwarder.reset();
}

Result<void> Application::loadSources()
{
    const auto known = sources::all(*m_reader);
    if (!known)
        return std::unexpected(known.error());
    const auto secrets = Secrets::load(m_settings.writer.location.secretsPath());
    if (!secrets)
        return std::unexpected(secrets.error());
    m_sources = *known;
    m_secrets = *secrets;
    readKeyStore();
    m_hooks = hooksOf(m_sources, m_secrets, m_places);
    tellHooks();
    return {};
}

/** Waits, but for no longer than the store's patience, and only for what was not read yet. */
void Application::readKeyStore()
{
    if (!m_settings.keyStore)
        return;
    const QList<QByteArray> names = keyStoreNames(m_secrets);
    for (const QByteArray &name : names) {
        if (m_fromKeyStore.contains(name))
            continue;
        QFuture<Result<QByteArray>> reading = m_settings.keyStore->read(name);
        reading.waitForFinished();
        if (const auto secret = reading.result())
            m_fromKeyStore.insert(name, *secret);
        else
            qCWarning(lcApp) << "a destination's secret cannot be had:" << secret.error().detail;
    }
}

void Application::tellHooks()
{
    if (m_listener)
        m_listener->setHooks(reachedAt(publicBase(), m_hooks));
}

Result<void> Application::loadListenerSetting()
{
    const auto setting = listenerSetting(*m_reader);
    if (!setting)
        return std::unexpected(setting.error());
    if (*setting != m_listenerSetting)
        followListenerSetting(*setting);
    return {};
}

void Application::followListenerSetting(const ListenerSetting &setting)
{
    const ListenerSettings before = withSetting(m_asked, m_listenerSetting);
    const ListenerSettings after = withSetting(m_asked, setting);
    m_listenerSetting = setting;
    if (!m_listener)
        return;
    const bool isOtherKind =
        before.tls.has_value() != after.tls.has_value() || before.trustedProxies != after.trustedProxies;
    if (isOtherKind) {
        if (const auto listening = listen(m_asked); !listening)
            qCWarning(lcApp) << "not receiving any more:" << listening.error().detail;
        Q_EMIT listeningChanged();
    } else if (after.tls && after.tls != before.tls) {
        presentCertificate(*after.tls);
        m_certificates.watch(after.tls);
    }
}

Result<void> Application::loadTunnelSetting()
{
    const auto kept = settings::get(*m_reader, c_tunnelKey);
    if (!kept)
        return std::unexpected(kept.error());
    const auto settings = tunnelSettingsFromJson(kept->value_or(QJsonObject()));
    if (!settings)
        return std::unexpected(settings.error());
    m_tunnelSettings = *settings;
    carryTunnel();
    return {};
}

void Application::carryTunnel()
{
    m_tunnel.carry(m_tunnelSettings, listeningBase());
}

void Application::takeTunnelState()
{
    tellHooks(); // some signatures are over the public address
    if (m_control) {
        if (const auto published = publish(); !published)
            qCWarning(lcApp) << "others do not hear of the tunnel:" << published.error().detail;
    }
    Q_EMIT tunnelChanged();
}

QString Application::publicBase() const
{
    const TunnelState tunnel = m_tunnel.state();
    return tunnel.publicBase.isEmpty() ? m_base : tunnel.publicBase;
}

void Application::presentCertificate(const CertificateFiles &files)
{
    if (!m_listener)
        return;
    if (const auto presented = m_listener->setCertificate(files); !presented)
        qCWarning(lcApp) << "the certificate in use stays:" << presented.error().detail;
    else
        qCInfo(lcApp) << "senders see the certificate of" << files.certificate << "from now on";
}

void Application::reload()
{
    if (const auto loaded = loadSources(); !loaded)
        qCWarning(lcApp) << "the sources cannot be read:" << loaded.error().detail;
    if (const auto loaded = loadListenerSetting(); !loaded)
        qCWarning(lcApp) << "the settings cannot be read:" << loaded.error().detail;
    if (const auto loaded = loadTunnelSetting(); !loaded)
        qCWarning(lcApp) << "the tunnel's settings cannot be read:" << loaded.error().detail;
    m_certificates.look();
    m_forwarder->wake();
}

QString Application::listeningBase() const
{
    return m_listener ? m_base : QString();
}

ReadyFacts Application::readyFacts() const
{
    ReadyFacts facts{m_base, {}};
    for (const Source &source : m_sources) {
        if (!source.enabled)
            continue;
        const QByteArray token = m_secrets.hookToken(source.key);
        const QString shown = m_settings.showSecrets ? QString::fromLatin1(token) : maskedToken(token);
        facts.sources.append({source.name, source.platform, hookUrl(m_base, shown)});
    }
    return facts;
}

} // namespace earshot
