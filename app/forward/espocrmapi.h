// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/callfailure.h"
#include "app/forward/crmrequest.h"
#include "app/forward/shipment.h"

namespace earshot {

/** EspoCRM's HTTP interface as one destination uses it: its requests, and what its answers say. The destination's
 * address is that of the interface, `https://crm.example/api/v1`. Keeps nothing but what the destination is told. */
class EspoCrmApi
{
public:
    explicit EspoCrmApi(const Shipment &shipment);

    /** Whose the records are. */
    const QString &assignedUser() const { return m_assignedUser; }

    /** The custom field that holds a record's key; empty for none. */
    const QString &keyField() const { return m_keyField; }

    /** Those whose @p attribute is (`equals`) or holds (`contains`) @p value. */
    CrmRequest find(const QString &purpose, const QString &entity, const QString &comparison, const QString &attribute,
                    const QString &value, const QStringList &select) const;
    CrmRequest create(const QString &purpose, const QString &entity, const QJsonObject &fields) const;
    CrmRequest change(const QString &purpose, const QString &entity, const QString &id,
                      const QJsonObject &fields) const;
    /** Who the key belongs to and what that user may do. */
    CrmRequest user() const;

    QString url(const QString &entity, const QString &id) const;

private:
    CrmRequest request(const QString &purpose, const QByteArray &method, const QString &path) const;

    QByteArray m_apiKey;
    QString m_base; ///< of the pages people see
    QString m_assignedUser;
    QString m_keyField;
};

/** What is wrong with an answer, with EspoCRM's own words. */
std::optional<CallFailure> espocrmFailure(const DestinationAnswer &answer);

/** The id of the one record in an answer. What else it echoes is not to be trusted: the duration of a new call is a
 * default there. */
Called<QString> espocrmId(const DestinationAnswer &answer);

/** Records in a list, or in the 409 that says there are look-alikes. */
QJsonArray espocrmRows(const DestinationAnswer &answer);

/** The key as a field of 100 characters holds it: a longer one ends in a digest. */
QString fittingKey(const QString &key);

} // namespace earshot
