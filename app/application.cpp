// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"

#include "app/control/hookurl.h"
#include "app/control/listenaddress.h"
#include "models/base/logging.h"
#include "models/store/migrations.h"
#include "models/store/sources.h"

#include <QCoreApplication>
#include <QEventLoop>

namespace earshot {
namespace {

constexpr std::chrono::milliseconds
    c_forwardTick(100); // changes come by the hundred; the outbox is looked at once for them
constexpr std::chrono::milliseconds c_forwardGrace = std::chrono::seconds(5);

} // namespace

Application::Application(ServeSettings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
    m_forwardTick.setSingleShot(true);
    m_forwardTick.setInterval(c_forwardTick);
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
    auto reader = openToRead(m_settings.writer.location.path);
    if (!reader)
        return std::unexpected(reader.error());
    m_reader = *std::move(reader);

    if (const auto loaded = loadSources(); !loaded)
        return loaded;
    startForwarding();
    return startAnswering();
}

Result<void> Application::listen(const ListenerSettings &settings)
{
    m_listener.reset(); // the port may be the same
    auto listener = std::make_unique<Listener>(settings, m_clock, m_role->writer());
    m_listener = std::move(listener);
    tellHooks();
    const auto port = m_listener->start();
    if (!port) {
        m_listener.reset();
        return std::unexpected(port.error());
    }
    m_base = baseUrl({settings.address, *port});
    return publish();
}

void Application::startForwarding()
{
    const auto secretsOf = [this](const QString &destinationKey) { return m_secrets.destination(destinationKey); };
    m_forwarder = std::make_unique<Forwarder>(m_role->writer(), m_sender, secretsOf, m_settings.forwarder, m_clock);
    connect(&m_role->writer(), &Writer::changed, this, [this] {
        if (!m_forwardTick.isActive())
            m_forwardTick.start();
    });
    connect(&m_forwardTick, &QTimer::timeout, m_forwarder.get(), &Forwarder::wake);
    m_forwarder->start();
}

Result<void> Application::startAnswering()
{
    m_control = std::make_unique<ControlServer>([this](const QJsonObject &request) { return m_role->start(request); });
    connect(m_control.get(), &ControlServer::performed, this, &Application::obey);
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
    return m_role->lock().publish(facts);
}

void Application::stop()
{
    m_control.reset(); // nothing new is asked for
    m_listener.reset(); // waits for the writer's answers, and for the senders to have them
    stopForwarding();
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
    tellHooks();
    return {};
}

void Application::tellHooks()
{
    if (!m_listener)
        return;
    QList<Hook> hooks;
    for (const Source &source : std::as_const(m_sources)) {
        const QByteArray token = m_secrets.hookToken(source.key);
        if (source.enabled && !token.isEmpty())
            hooks.append({source.id, token, source.allow, {}});
    }
    m_listener->setHooks(hooks);
}

void Application::obey()
{
    if (const auto loaded = loadSources(); !loaded)
        qCWarning(lcApp) << "the sources cannot be read:" << loaded.error().detail;
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
