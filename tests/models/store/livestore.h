// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/migrations.h"
#include "models/store/sources.h"
#include "models/store/writer.h"
#include "tests/models/store/plaindecoder.h"

#include <QJsonDocument>
#include <QTemporaryDir>

#include <semaphore>

namespace earshot {

/** A store in a temporary folder with its writer running, which takes what PlainDecoder understands. Fails hard, as its
 * own mistakes are. */
class LiveStore
{
public:
    static constexpr Timestamp c_noon = fromMicroseconds(1'778'760'000'000'000); // 2026-05-14T12:00:00Z

    explicit LiveStore(std::chrono::milliseconds sweepInterval = std::chrono::hours(1))
        : LiveStore(WriterSettings{.location = {}, .sweepInterval = sweepInterval})
    {
    }

    /** The location is its own. */
    explicit LiveStore(WriterSettings settings)
        : m_clock(c_noon)
    {
        settings.location = location();
        m_writer = std::make_unique<Writer>(settings, m_registry, m_clock);
        const auto started = m_writer->start();
        if (!started)
            qFatal("%ls", qUtf16Printable(started.error().detail));
        m_source = addSource(QStringLiteral("desk"));
    }

    StoreLocation location() const { return StoreLocation::inFolder(m_folder.path()); }

    Writer &writer() { return *m_writer; }

    ManualClock &clock() { return m_clock; }

    qint64 addSource(const QString &name, const QString &platform = QStringLiteral("plain"))
    {
        Source source;
        source.name = name;
        source.key = name;
        source.platform = platform;
        return run<qint64>([source](const Database &database) -> Result<qint64> {
            const auto stored = sources::add(database, source);
            return stored ? Result<qint64>(stored->id) : std::unexpected(stored.error());
        });
    }

    /** One event of conversation @p id, so long after noon; its delivery's id. Not projected yet. */
    qint64 send(const QString &id, const QJsonObject &patch = {}, std::chrono::seconds offset = {},
                const QString &type = QStringLiteral("conversation.updated"))
    {
        const QJsonObject json{{QStringLiteral("type"), type},
                               {QStringLiteral("id"), id},
                               {QStringLiteral("scope"), QStringLiteral("conversation")},
                               {QStringLiteral("at"), toMicroseconds(c_noon + offset)},
                               {QStringLiteral("n"), ++m_sent},
                               {QStringLiteral("patch"), patch}};
        return sendBody(QJsonDocument(json).toJson(QJsonDocument::Compact), offset);
    }

    qint64 sendBody(const QByteArray &body, std::chrono::seconds offset = {})
    {
        return sendDelivery(deliveryOf(body, offset));
    }

    /** As sendBody() sends it. */
    Delivery deliveryOf(const QByteArray &body, std::chrono::seconds offset = {}) const
    {
        Delivery delivery;
        delivery.sourceId = m_source;
        delivery.receivedAt = c_noon + offset;
        delivery.method = "POST";
        delivery.target = "/hook/****";
        delivery.remote = QStringLiteral("192.0.2.7");
        delivery.body = body;
        delivery.verdict = QStringLiteral("unsigned");
        return delivery;
    }

    /** Its id, after its commit; 0 if it was not stored. */
    qint64 sendDelivery(const Delivery &delivery)
    {
        std::binary_semaphore answered(0);
        qint64 id = 0;
        const bool taken = m_writer->offer({delivery, [&](Result<qint64> result) {
                                                id = result.value_or(0);
                                                answered.release();
                                            }});
        if (taken)
            answered.acquire();
        return id;
    }

    qint64 source() const { return m_source; }

    /** Until all that was sent is projected. */
    void settle() { m_writer->projected().waitForFinished(); }

    template <typename T>
    T run(std::function<Result<T>(const Database &)> job)
    {
        const Result<T> result = m_writer->run<T>(std::move(job)).result();
        if (!result)
            qFatal("%ls", qUtf16Printable(result.error().detail));
        return *result;
    }

    /** Runs one changing statement on the writer's connection. */
    void change(const QString &sql, const QVariantList &values = {})
    {
        run<int>([sql, values](const Database &database) -> Result<int> {
            const auto done = database.run(sql, values);
            return done ? Result<int>(0) : std::unexpected(done.error());
        });
    }

    Database reader() const
    {
        auto database = openToRead(location().path);
        if (!database)
            qFatal("%ls", qUtf16Printable(database.error().detail));
        return std::move(*database);
    }

    qint64 number(const QString &sql) const { return reader().value(sql).value().toLongLong(); }

    /** Earshot's id of a conversation. */
    qint64 idOf(const QString &platformId) const
    {
        return reader()
            .value(QStringLiteral("SELECT \"id\" FROM identity WHERE \"platform_id\" = ?"), {platformId})
            .value()
            .toLongLong();
    }

private:
    QTemporaryDir m_folder;
    PlainRegistry m_registry;
    ManualClock m_clock;
    std::unique_ptr<Writer> m_writer;
    qint64 m_source = 0;
    qint64 m_sent = 0;
};

/** A patch with a status and, where it is not null, an outcome. */
inline QJsonObject patchOf(const QString &status, const QString &outcome = {})
{
    QJsonObject patch{{QStringLiteral("status"), status}, {QStringLiteral("kind"), QStringLiteral("call")}};
    if (!outcome.isNull())
        patch.insert(QStringLiteral("outcome"), outcome);
    return patch;
}

} // namespace earshot
