// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/hubspotapi.h"
#include "app/forward/hubspotconnector.h"

#include <QJsonArray>

#include <algorithm>

namespace earshot {
namespace {

using L1 = QLatin1StringView;

constexpr L1 c_contacts("contacts");
constexpr L1 c_calls("calls");
// HubSpot asks the same two for calls, communications and notes (developers.hubspot.com, "Scope requirements" of each).
constexpr L1 c_readScope("crm.objects.contacts.read");
constexpr L1 c_writeScope("crm.objects.contacts.write");
constexpr L1 c_nobody("earshot-test"); ///< a key that nothing has

QString wordsFor(const DestinationAnswer &answer)
{
    if (const auto failure = hubspotFailure(answer))
        return failure->reason;
    return QStringLiteral("answered %1").arg(answer.status.value_or(0));
}

RightCheck readRight(bool isThere, const QString &missing)
{
    return {QStringLiteral("read contacts, calls and chats"), isThere, isThere ? QString() : missing};
}

RightCheck writeRight(bool isThere, const QString &missing)
{
    return {QStringLiteral("write contacts, calls and chats"), isThere, isThere ? QString() : missing};
}

/** What a refused request lacks: the scope that we know of, unless HubSpot names others. Any other failure says nothing
 * about rights. */
QString lackOf(const DestinationAnswer &answer, L1 scope)
{
    if (answer.status != 401 && answer.status != 403)
        return wordsFor(answer);
    const QStringList needed = neededScopes(answer);
    return needed.isEmpty() || needed.contains(scope) ? QString(scope) : needed.join(L1(" or "));
}

/** Reads only: does the search answer? */
QCoro::Task<RightCheck> probedRead(Passage &passage)
{
    const HubSpotApi api(passage.shipment());
    const QJsonObject filter{{QStringLiteral("propertyName"), QStringLiteral("email")},
                             {QStringLiteral("operator"), QStringLiteral("EQ")},
                             {QStringLiteral("value"), QString(c_nobody)}};
    const QJsonObject group{{QStringLiteral("filters"), QJsonArray{filter}}};
    QCoro::Task<DestinationAnswer> asking =
        passage.exchange(api.search(QStringLiteral("may it read"), c_contacts, {group}, {}, 1));
    const DestinationAnswer answer = co_await asking;
    co_return readRight(answer.isSuccess(), lackOf(answer, c_readScope));
}

/** Changes a contact that does not exist, and so nothing: who may not write is told that first. */
QCoro::Task<RightCheck> probedWrite(Passage &passage)
{
    const HubSpotApi api(passage.shipment());
    const QJsonObject nothing{{QStringLiteral("lastname"), QString(c_nobody)}};
    QCoro::Task<DestinationAnswer> asking =
        passage.exchange(api.change(QStringLiteral("may it write"), c_contacts, QStringLiteral("0"), nothing));
    const DestinationAnswer answer = co_await asking;
    co_return writeRight(answer.status && *answer.status != 401 && *answer.status != 403, lackOf(answer, c_writeScope));
}

/** A look for a key that nothing has: 404 where the property is there and its values are unique, else 400. */
QCoro::Task<RightCheck> keyCheck(Passage &passage, QString object, QString property)
{
    const HubSpotApi api(passage.shipment());
    QCoro::Task<DestinationAnswer> asking =
        passage.exchange(api.readByKey(QStringLiteral("is the property there"), object, property, c_nobody, {}));
    const DestinationAnswer answer = co_await asking;
    const bool isThere = saysNotFound(answer) || answer.isSuccess();
    const QString missing = isThere ? QString()
                            : answer.status == 400
                                ? QStringLiteral("a property %1 of %2 with unique values").arg(property, object)
                                : wordsFor(answer);
    co_return RightCheck{QStringLiteral("find %1 by %2").arg(object, property), isThere, missing};
}

QCoro::Task<QList<RightCheck>> keyChecks(Passage &passage)
{
    const HubSpotApi api(passage.shipment());
    QList<RightCheck> checks;
    if (!api.contactKey().isEmpty()) {
        QCoro::Task<RightCheck> checking = keyCheck(passage, c_contacts, api.contactKey());
        checks.append(co_await checking);
    }
    if (!api.recordKey().isEmpty()) {
        QCoro::Task<RightCheck> checking = keyCheck(passage, c_calls, api.recordKey());
        checks.append(co_await checking);
    }
    co_return checks;
}

} // namespace

QCoro::Task<DestinationTest> HubSpotConnector::test(Passage &passage)
{
    const HubSpotApi api(passage.shipment());
    QCoro::Task<DestinationAnswer> asking = passage.exchange(api.tokenInfo());
    const DestinationAnswer answer = co_await asking;
    DestinationTest test{.accepted = false, .words = wordsFor(answer), .rights = {}};
    const bool isUntold = answer.status == 400 || answer.status == 403 || answer.status == 404;
    if (!answer.isSuccess() && !isUntold)
        co_return test;
    const QJsonObject told = answer.json().toObject();
    if (answer.isSuccess() && told.value(L1("scopes")).isArray()) {
        const QJsonArray scopes = told.value(L1("scopes")).toArray();
        test.rights = {readRight(scopes.contains(QString(c_readScope)), c_readScope),
                       writeRight(scopes.contains(QString(c_writeScope)), c_writeScope)};
        const QString portal = told.value(L1("hubId")).toVariant().toString();
        test.words = QStringLiteral("the token is of the account (portal) %1").arg(portal);
    } else { // a service key or an OAuth token, of which HubSpot does not tell
        test.words = QStringLiteral("HubSpot does not tell the scopes of this token; they were tried");
        QCoro::Task<RightCheck> reading = probedRead(passage);
        test.rights.append(co_await reading);
        QCoro::Task<RightCheck> writing = probedWrite(passage);
        test.rights.append(co_await writing);
    }
    const auto isThere = [](const RightCheck &right) { return right.isThere; };
    if (std::ranges::all_of(test.rights, isThere)) {
        QCoro::Task<QList<RightCheck>> checking = keyChecks(passage);
        test.rights += co_await checking;
    }
    test.accepted = std::ranges::all_of(test.rights, isThere);
    if (!test.accepted)
        test.words += QStringLiteral("; something is missing");
    co_return test;
}

} // namespace earshot
