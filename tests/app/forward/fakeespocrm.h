// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/app/forward/crmcase.h"

#include <QMap>

namespace earshot {

/** EspoCRM as far as its connector uses it, with what a running 9.0 was seen to do: a duplicate check that answers 409,
 * a unique field that also deleted records hold, unknown fields that are ignored, a duration that is made up. */
class FakeEspoCrm final : public VendorCrm
{
public:
    explicit FakeEspoCrm(Shipment shipment);

    QString add(const QString &entity, const QJsonObject &fields);
    /** It is found no more, but goes on holding its key. */
    void softDelete(const QString &entity, const QString &id);

    /** Those that are not deleted. */
    QList<QJsonObject> all(const QString &entity) const;

    QSet<QString> customFields = {QStringLiteral("cExternalId")};
    QString uniqueField = QStringLiteral("cExternalId");
    QJsonObject acl; ///< of `GET App/user`

protected:
    DestinationAnswer handle(const CrmRequest &request) override;

private:
    DestinationAnswer list(const CrmRequest &request, const QString &entity) const;
    DestinationAnswer create(const CrmRequest &request, const QString &entity);
    DestinationAnswer change(const CrmRequest &request, const QString &entity, const QString &id);
    QList<QJsonObject> lookAlikes(const QJsonObject &contact) const;
    bool clashes(const QString &entity, const QJsonObject &fields) const;

    QMap<QString, QList<QJsonObject>> m_records;
    int m_next = 1;
};

} // namespace earshot
