// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/callfailure.h"
#include "app/forward/crmrequest.h"
#include "app/forward/shipment.h"

namespace earshot {

/** HubSpot's HTTP interface as one destination uses it: its requests, and what its answers say. Keeps nothing but what
 * the destination is told. Paths are those of the version that is set: `v3` (with the associations of v4), or a date as
 * in `2026-03`. */
class HubSpotApi
{
public:
    explicit HubSpotApi(const Shipment &shipment);

    /** Properties of contacts that may hold a phone number as people write it. */
    const QStringList &phoneProperties() const { return m_phoneProperties; }

    /** The property with unique values that holds a contact's phone number; empty for none. */
    const QString &contactKey() const { return m_contactKey; }

    /** The property with unique values that holds a record's key; empty for none. */
    const QString &recordKey() const { return m_recordKey; }

    /** The plain property that holds a record's key; empty where such objects have none. */
    QString recordProperty(const QString &object) const;

    CrmRequest read(const QString &purpose, const QString &object, const QString &id,
                    const QStringList &properties) const;
    CrmRequest readByKey(const QString &purpose, const QString &object, const QString &property, const QString &value,
                         const QStringList &properties) const;
    CrmRequest search(const QString &purpose, const QString &object, const QJsonArray &filterGroups,
                      const QStringList &properties, int most) const;
    /** @p person may be empty. */
    CrmRequest create(const QString &purpose, const QString &object, const QJsonObject &properties,
                      const QString &person) const;
    CrmRequest upsert(const QString &purpose, const QString &object, const QString &property, const QString &value,
                      const QJsonObject &properties) const;
    CrmRequest change(const QString &purpose, const QString &object, const QString &id,
                      const QJsonObject &properties) const;
    CrmRequest tie(const QString &object, const QString &id, const QString &person) const;
    /** Which scopes the token has; its body holds the token. */
    CrmRequest tokenInfo() const;

    /** Null where the portal is not known. */
    QString personUrl(const QString &person) const;
    QString recordUrl(const QString &object, const QString &id, const QString &person) const;

private:
    CrmRequest request(const QString &purpose, const QByteArray &method, const QString &path,
                       const QJsonObject &body) const;
    QString objects(const QString &object) const;
    QString recordPage(const QString &type, const QString &id) const;

    QByteArray m_token;
    QString m_version;
    QString m_appUrl;
    QString m_portal;
    QStringList m_phoneProperties;
    QString m_contactKey;
    QString m_recordKey;
    QString m_recordProperty;
};

/** What is wrong with an answer, with HubSpot's own words and the scopes it names. */
std::optional<CallFailure> hubspotFailure(const DestinationAnswer &answer);

/** That no such object exists, and not that the path is wrong. */
bool saysNotFound(const DestinationAnswer &answer);

/** Scopes of which an answer says that one is needed. */
QStringList neededScopes(const DestinationAnswer &answer);

/** The id of the one object in an answer. */
Called<QString> hubspotId(const DestinationAnswer &answer);
/** The same of a batch of one, whose answer may be 200 or 207 and hold the failure inside. */
Called<QString> upsertedId(const DestinationAnswer &answer);
/** The id in `Existing ID: n` of a 409; null for none. */
QString existingId(const DestinationAnswer &answer);

/** What a mapping gave, as HubSpot takes it: all values text, null left out, bodies cut, no recording that is not
 * https. */
QJsonObject hubspotProperties(const QJsonObject &fields);

/** The field of such an object that holds its text; empty if nobody knows. */
QString bodyField(const QString &object);

/** @p properties with the key of the record at the end of its body, for objects that have no field for it. */
QJsonObject withMarker(QJsonObject properties, const QString &object, const QString &key);

} // namespace earshot
