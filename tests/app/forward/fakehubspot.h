// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/app/forward/crmcase.h"

#include <QMap>

namespace earshot {

/** HubSpot as far as its connector uses it: objects with unique properties, a search that may lag behind, scopes. */
class FakeHubSpot final : public VendorCrm
{
public:
    using VendorCrm::VendorCrm;

    struct Object {
        QString id;
        QJsonObject properties;
    };

    QString add(const QString &type, const QJsonObject &properties);
    void remove(const QString &type, const QString &id);

    const QList<Object> &all(const QString &type) { return m_objects[type]; }

    /** Pairs such as `calls 9001 contacts 501`. */
    const QSet<QString> &ties() const { return m_ties; }

    bool searchSees = true; ///< what was written; else it finds nothing at all
    QSet<QString> uniqueProperties = {QStringLiteral("email")};
    QStringList scopes = {QStringLiteral("crm.objects.contacts.read"), QStringLiteral("crm.objects.contacts.write")};
    bool tellsScopes = true;

protected:
    DestinationAnswer handle(const CrmRequest &request) override;

private:
    DestinationAnswer handleObject(const CrmRequest &request, const QStringList &path);
    DestinationAnswer tokenInfo() const;
    DestinationAnswer tie(const QStringList &path);
    DestinationAnswer get(const CrmRequest &request, const QString &type, const QString &value);
    DestinationAnswer create(const QString &type, const QJsonObject &body);
    DestinationAnswer upsert(const QString &type, const QJsonObject &body);
    DestinationAnswer change(const QString &type, const QString &id, const QJsonObject &body);
    DestinationAnswer search(const QString &type, const QJsonObject &body);
    Object *find(const QString &type, const QString &property, const QString &value);
    std::optional<DestinationAnswer> refusal(const CrmRequest &request) const;

    QMap<QString, QList<Object>> m_objects;
    QSet<QString> m_ties;
    int m_next = 501;
};

} // namespace earshot
