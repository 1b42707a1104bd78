// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/espocrmapi.h"
#include "app/forward/espocrmconnector.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace earshot {
namespace {

using L1 = QLatin1StringView;

/** A right as `GET App/user` tells it in `acl.table.<entity>.<action>`: yes, all, team, own, no; or one word for the
 * entity as a whole. */
bool isGranted(const QJsonObject &table, const QString &entity, L1 action)
{
    const QJsonValue scope = table.value(entity);
    if (!scope.isObject())
        return scope.toBool();
    const QString level = scope.toObject().value(action).toString();
    return !level.isEmpty() && level != L1("no");
}

RightCheck checkOf(const QJsonObject &table, const QString &entity, L1 action)
{
    const bool isThere = isGranted(table, entity, action);
    return {QStringLiteral("%1 %2").arg(action, entity), isThere,
            isThere ? QString() : QStringLiteral("role: %1, %2").arg(entity, action)};
}

QList<RightCheck> checksOf(const QJsonObject &acl)
{
    const QJsonObject table = acl.value(L1("table")).toObject();
    QList<RightCheck> checks{checkOf(table, QStringLiteral("Contact"), L1("read")),
                             checkOf(table, QStringLiteral("Contact"), L1("create"))};
    for (const QString &entity : {QStringLiteral("Call"), QStringLiteral("Meeting")}) {
        for (const L1 action : {L1("create"), L1("read"), L1("edit")})
            checks.append(checkOf(table, entity, action));
    }
    return checks;
}

/** Records are assigned to a user, for which a key that is another's needs leave. */
RightCheck assignmentCheck(const QJsonObject &told, const QString &assignedUser)
{
    const QString own = told.value(L1("user")).toObject().value(L1("id")).toString();
    const QString level = told.value(L1("acl")).toObject().value(L1("assignmentPermission")).toString();
    const bool isThere = assignedUser == own || level == L1("all") || level == L1("team") || level == L1("yes");
    return {QStringLiteral("assign records to %1").arg(assignedUser), isThere,
            isThere ? QString() : QStringLiteral("role: assignment permission")};
}

/** A look for a key that nothing has: 200 where the field is there, else 400. */
QCoro::Task<RightCheck> keyCheck(Passage &passage, QString entity)
{
    const EspoCrmApi api(passage.shipment());
    QCoro::Task<DestinationAnswer> asking = passage.exchange(
        api.find(QStringLiteral("is the field there"), entity, QStringLiteral("equals"), api.keyField(),
                 QStringLiteral("earshot-test"), {QStringLiteral("id"), api.keyField()}));
    const DestinationAnswer answer = co_await asking;
    const std::optional<CallFailure> failure = espocrmFailure(answer);
    const bool isUnknown = answer.status == 400 || answer.status == 403;
    const QString missing = !failure    ? QString()
                            : isUnknown ? QStringLiteral("a field %1 of %2").arg(api.keyField(), entity)
                                        : failure->reason;
    co_return RightCheck{QStringLiteral("find %1 by %2").arg(entity, api.keyField()), !failure, missing};
}

QString wordsFor(const QJsonObject &told)
{
    const QJsonObject user = told.value(L1("user")).toObject();
    return QStringLiteral("the key is of the user %1").arg(user.value(L1("userName")).toString());
}

} // namespace

QCoro::Task<DestinationTest> EspoCrmConnector::test(Passage &passage)
{
    const EspoCrmApi api(passage.shipment());
    QCoro::Task<DestinationAnswer> asking = passage.exchange(api.user());
    const DestinationAnswer answer = co_await asking;
    DestinationTest test;
    if (const auto failure = espocrmFailure(answer)) {
        test.words = failure->reason;
        if (answer.status == 404 || failure->kind == CallFailure::Kind::Lost)
            test.words += QStringLiteral("; the address should end in /api/v1");
        co_return test;
    }
    const QJsonObject told = answer.json().toObject();
    if (!told.value(L1("acl")).isObject()) {
        test.words = notUnderstood(answer, QStringLiteral("a word on rights")).reason;
        co_return test;
    }
    test.words = wordsFor(told);
    test.rights = checksOf(told.value(L1("acl")).toObject());
    test.rights.append(assignmentCheck(told, api.assignedUser()));
    if (!api.keyField().isEmpty()) {
        for (const QString &entity : {QStringLiteral("Call"), QStringLiteral("Meeting")}) {
            QCoro::Task<RightCheck> checking = keyCheck(passage, entity);
            test.rights.append(co_await checking);
        }
    }
    test.accepted = std::ranges::all_of(test.rights, [](const RightCheck &right) { return right.isThere; });
    co_return test;
}

} // namespace earshot
