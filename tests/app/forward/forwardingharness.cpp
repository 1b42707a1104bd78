// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/forward/forwardingharness.h"

#include "models/store/sources.h"
#include "tests/app/jq/jqwait.h"

namespace earshot {
namespace {

Source plainSource()
{
    Source source;
    source.key = QStringLiteral("abcdefgh");
    source.name = QStringLiteral("Calls");
    source.platform = QStringLiteral("plain");
    source.createdAt = ForwardingHarness::c_noon;
    return source;
}

QByteArray callEnded(const QString &platformId, const QString &outcome, const QString &phone, Timestamp at)
{
    QJsonObject patch{{QStringLiteral("status"), QStringLiteral("completed")}, {QStringLiteral("outcome"), outcome}};
    if (!phone.isNull())
        patch.insert(QStringLiteral("contact_phone"), phone);
    const QJsonObject event{{QStringLiteral("type"), QStringLiteral("call.ended")},
                            {QStringLiteral("scope"), QStringLiteral("call")},
                            {QStringLiteral("id"), platformId},
                            {QStringLiteral("at"), toMicroseconds(at)},
                            {QStringLiteral("patch"), patch}};
    return QJsonDocument(event).toJson();
}

} // namespace

ForwardingHarness::ForwardingHarness()
    : m_jq(helperProgram(), helperArguments())
{
    WriterSettings settings;
    settings.location = StoreLocation::inFolder(m_folder.path());
    const auto hook = [this](const Database &database, const QList<qint64> &changed) {
        return m_rules.enqueue(database, changed);
    };
    m_writer = std::make_unique<Writer>(settings, m_registry, m_clock, hook);
    if (const auto started = m_writer->start(); !started)
        throw std::runtime_error(started.error().detail.toStdString());
    m_source = run<Source>([](const Database &database) { return sources::add(database, plainSource()); }).id;
}

void ForwardingHarness::start(const Clock *clock, const ForwarderSettings &settings)
{
    m_exchanger = std::make_unique<HttpExchanger>();
    const ForwarderParts parts{*m_writer, m_connectors, *m_exchanger, m_mapper, clock ? *clock : m_clock};
    m_forwarder =
        std::make_unique<Forwarder>(parts, [this](const QString &) { return m_secrets; }, settings, [] { return 0.5; });
    QObject::connect(m_writer.get(), &Writer::changed, m_forwarder.get(), &Forwarder::wake);
    m_forwarder->start();
}

void ForwardingHarness::crash()
{
    m_forwarder.reset();
    m_exchanger.reset();
}

void ForwardingHarness::setConnector(const QString &kind, std::unique_ptr<Connector> connector)
{
    m_connectors[kind] = std::move(connector);
}

Destination ForwardingHarness::addDestination(const QString &name, const QString &url,
                                              const std::optional<QString> &rule)
{
    Destination destination;
    destination.name = name;
    destination.url = url;
    destination.rule = rule;
    destination.options = {{QStringLiteral("rate"), 1000}};
    return addDestination(destination);
}

Destination ForwardingHarness::addDestination(const Destination &destination)
{
    return run<Destination>([this, destination](const Database &database) {
        m_rules.invalidate();
        return destinations::add(database, destination);
    });
}

void ForwardingHarness::change(const Destination &destination)
{
    run<void>([this, destination](const Database &database) {
        m_rules.invalidate();
        return destinations::change(database, destination);
    });
}

void ForwardingHarness::resume(const Destination &destination)
{
    run<void>([id = destination.id, now = m_clock.now()](const Database &database) {
        return destinations::resume(database, id, now);
    });
    m_forwarder->wake();
}

Destination ForwardingHarness::destination(const QString &name)
{
    return run<Destination>([name](const Database &database) { return destinations::byName(database, name); });
}

void ForwardingHarness::deliver(const QString &platformId, const QString &outcome, const QString &phone)
{
    Intake intake;
    intake.delivery.sourceId = m_source;
    intake.delivery.receivedAt = m_clock.now();
    intake.delivery.method = "POST";
    intake.delivery.target = "/hook/****";
    intake.delivery.body = callEnded(platformId, outcome, phone, m_clock.now());
    QPromise<Result<qint64>> promise;
    promise.start();
    QFuture<Result<qint64>> stored = promise.future();
    intake.done = [promise = std::move(promise)](Result<qint64> result) mutable {
        promise.addResult(std::move(result));
        promise.finish();
    };
    if (!m_writer->offer(std::move(intake)) || !stored.result())
        throw std::runtime_error("a delivery was not stored");
    if (!m_writer->projected().result())
        throw std::runtime_error("a delivery was not projected");
}

qint64 ForwardingHarness::idOf(const QString &platformId)
{
    return run<qint64>([platformId](const Database &database) -> Result<qint64> {
        const auto id =
            database.value(QStringLiteral("SELECT \"id\" FROM identity WHERE \"platform_id\" = ?"), {platformId});
        return id ? Result<qint64>(id->toLongLong()) : std::unexpected(id.error());
    });
}

void ForwardingHarness::enqueue(const QString &platformId, const Destination &destination)
{
    run<qint64>([conversation = idOf(platformId), id = destination.id, now = m_clock.now()](const Database &database) {
        return outbox::enqueue(database, {conversation}, id, now);
    });
    if (m_forwarder)
        m_forwarder->wake();
}

QList<OutboxRow> ForwardingHarness::rows()
{
    return run<QList<OutboxRow>>([](const Database &database) { return outbox::list(database, {}); });
}

OutboxRow ForwardingHarness::onlyRow()
{
    QList<OutboxRow> found;
    for (const OutboxRow &row : rows()) {
        if (row.destinationName == QLatin1StringView("CRM"))
            found.append(row);
    }
    if (found.size() != 1)
        throw std::runtime_error("not one row");
    return found.first();
}

QList<LoggedAttempt> ForwardingHarness::log()
{
    return run<QList<LoggedAttempt>>(
        [row = onlyRow().id](const Database &database) { return outboxlog::ofRow(database, row); });
}

void ForwardingHarness::advance(std::chrono::microseconds time)
{
    m_clock.set(m_clock.now() + time);
    m_forwarder->wake();
}

} // namespace earshot
