// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/forwarder.h"
#include "app/forward/forwardingrules.h"
#include "models/store/outbox.h"
#include "tests/models/store/plaindecoder.h"

#include <QTemporaryDir>

namespace earshot {

/** A store with its writer, forwarding rules, connectors and forwarder, wired as in the program, with a clock that
 * stands still and waits that are always half of the longest. A failed step throws. */
class ForwardingHarness
{
public:
    static constexpr Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000); // 2026-05-14T12:00:00Z

    ForwardingHarness();

    /** Begins forwarding, as a new process would: the one before, if any, is gone without a word. */
    void start(const Clock *clock = nullptr, const ForwarderSettings &settings = {});
    void crash();

    /** Before start(): who serves destinations of that kind. */
    void setConnector(const QString &kind, std::unique_ptr<Connector> connector);

    /** A webhook without a limit of requests worth the name. */
    Destination addDestination(const QString &name, const QString &url, const std::optional<QString> &rule);
    Destination addDestination(const Destination &destination);
    void change(const Destination &destination);
    void resume(const Destination &destination);
    Destination destination(const QString &name);

    /** A delivery about the conversation @p platformId comes in and is projected. */
    void deliver(const QString &platformId, const QString &outcome = {}, const QString &phone = {});
    /** The id of a conversation. */
    qint64 idOf(const QString &platformId);
    void enqueue(const QString &platformId, const Destination &destination);

    QList<OutboxRow> rows();
    /** The one row for the destination CRM. */
    OutboxRow onlyRow();

    /** What was tried with the only row, the latest first. */
    QList<LoggedAttempt> log();

    Timestamp now() const { return m_clock.now(); }

    /** The clock goes on and the forwarder looks at it. */
    void advance(std::chrono::microseconds time);

    /** Runs a job on the writer's thread and waits for it. */
    template <typename T>
    T run(std::function<Result<T>(const Database &)> job)
    {
        QFuture<Result<T>> future = m_writer->run<T>(std::move(job));
        future.waitForFinished();
        Result<T> result = future.result();
        if (!result)
            throw std::runtime_error(result.error().detail.toStdString());
        if constexpr (!std::is_void_v<T>)
            return std::move(*result);
    }

    Forwarder &forwarder() { return *m_forwarder; }

    QString folder() const { return m_folder.path(); }

    void setSecrets(const Secrets::Destination &secrets) { m_secrets = secrets; }

private:
    QTemporaryDir m_folder;
    PlainRegistry m_registry;
    ManualClock m_clock{c_noon};
    ForwardingRules m_rules{m_clock};
    Secrets::Destination m_secrets;
    std::unique_ptr<Writer> m_writer;
    JqRunner m_jq;
    Mapper m_mapper{m_jq};
    Connectors m_connectors = allConnectors();
    std::unique_ptr<HttpExchanger> m_exchanger;
    std::unique_ptr<Forwarder> m_forwarder;
    qint64 m_source = 0;
};

} // namespace earshot
