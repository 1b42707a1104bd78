// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/sourcesettings.h"
#include "tests/models/store/livestore.h"

namespace earshot {

/** A LiveStore whose source keeps its past for a limited time, and whose clock is moved on. */
class AgedStore : public LiveStore
{
public:
    using LiveStore::LiveStore;

    void keep(const Retention &retention)
    {
        const QByteArray json = QJsonDocument(toJson(retention)).toJson(QJsonDocument::Compact);
        change(QStringLiteral("UPDATE source SET \"retention\" = ? WHERE \"id\" = ?"),
               {QString::fromUtf8(json), source()});
    }

    /** So long after noon of the first day. */
    void goTo(std::chrono::seconds offset) { clock().set(c_noon + offset); }

    /** What went. Until all is projected and removed. */
    PurgeReport purge(const PurgeWish &wish = {})
    {
        settle();
        const auto report = writer().purge(wish).result();
        if (!report)
            qFatal("%ls", qUtf16Printable(report.error().detail));
        return *report;
    }

    PurgeReport purgeBefore(std::chrono::seconds offset) { return purge({c_noon + offset, {}}); }

    /** A conversation that is over: two events and a message. */
    void sendEnded(const QString &id, std::chrono::seconds offset = {})
    {
        send(id, patchOf(QStringLiteral("in_progress")), offset);
        sendJson({{QStringLiteral("type"), QStringLiteral("call.ended")},
                  {QStringLiteral("id"), id},
                  {QStringLiteral("scope"), QStringLiteral("conversation")},
                  {QStringLiteral("at"), toMicroseconds(c_noon + offset + std::chrono::seconds(60))},
                  {QStringLiteral("message"), QString(id + QLatin1StringView("-m"))},
                  {QStringLiteral("text"), QStringLiteral("Goodbye")},
                  {QStringLiteral("patch"), patchOf(QStringLiteral("completed"), QStringLiteral("booked"))}},
                 offset + std::chrono::seconds(60));
    }

    qint64 sendJson(const QJsonObject &json, std::chrono::seconds offset = {})
    {
        return sendBody(QJsonDocument(json).toJson(QJsonDocument::Compact), offset);
    }

    /** One delivery that speaks of several conversations. */
    qint64 sendShared(const QStringList &ids, std::chrono::seconds offset = {})
    {
        QJsonArray events;
        for (const QString &id : ids) {
            events.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("call.ended")},
                                      {QStringLiteral("id"), id},
                                      {QStringLiteral("scope"), QStringLiteral("conversation")},
                                      {QStringLiteral("at"), toMicroseconds(c_noon + offset)},
                                      {QStringLiteral("patch"), patchOf(QStringLiteral("completed"))}});
        }
        return sendJson({{QStringLiteral("events"), events}}, offset);
    }

    /** An event of no conversation. */
    qint64 sendContact(const QString &key, std::chrono::seconds offset = {})
    {
        return sendJson({{QStringLiteral("type"), QStringLiteral("contact.created")}, {QStringLiteral("key"), key}},
                        offset);
    }

    bool hasBody(qint64 delivery) const
    {
        return reader()
            .value(QStringLiteral("SELECT 1 FROM delivery_body WHERE \"delivery\" = ?"), {delivery})
            .value()
            .isValid();
    }

    qint64 count(const QString &table) const
    {
        return number(QString(QLatin1StringView("SELECT count(*) FROM ") + table));
    }
};

} // namespace earshot
