// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/trytonrights.h"

namespace earshot {
namespace {

using L1 = QLatin1StringView;

/** Models, and what must be allowed with them. A note needs the right to change what it hangs on (as of
 * trytond/ir/resource.py). */
struct Need {
    const char *what;
    QList<std::pair<QString, QStringList>> rights;
};

const QList<Need> &needs()
{
    static const QString c_read = QStringLiteral("read");
    static const QString c_write = QStringLiteral("write");
    static const QString c_create = QStringLiteral("create");
    static const QString c_party = QStringLiteral("party.party");
    static const QList<Need> c_needs{
        {"find and make contacts",
         {{c_party, {c_read, c_create}}, {QStringLiteral("party.contact_mechanism"), {c_read, c_create}}}},
        {"write notes on contacts", {{QStringLiteral("ir.note"), {c_read, c_write, c_create}}, {c_party, {c_write}}}},
    };
    return c_needs;
}

RightCheck checkOf(const Need &need, const QJsonObject &access)
{
    QStringList missing;
    for (const auto &[model, rights] : need.rights) {
        const QJsonObject allowed = access.value(model).toObject();
        for (const QString &right : rights) {
            if (!tryton::isTrue(allowed.value(right)))
                missing.append(QStringLiteral("%1: %2").arg(model, right));
        }
    }
    return {QString::fromLatin1(need.what), missing.isEmpty(), missing.join(QStringLiteral(", "))};
}

} // namespace

QCoro::Task<Called<QList<RightCheck>>> trytonRights(TrytonRpc &rpc, Passage &passage)
{
    const QJsonArray models = tryton::names({L1("party.party"), L1("party.contact_mechanism"), L1("ir.note")});
    const TrytonCall call{QStringLiteral("ask for rights"), QStringLiteral("model.ir.model.access.get_access"),
                          tryton::listOf(models)};
    QCoro::Task<Called<TrytonResult>> asking = rpc.call(passage, call);
    const Called<TrytonResult> access = co_await asking;
    if (!access)
        co_return std::unexpected(access.error());
    QList<RightCheck> rights;
    for (const Need &need : needs())
        rights.append(checkOf(need, access->value.toObject()));
    co_return rights;
}

QCoro::Task<CallFailure> explainedByRights(TrytonRpc &rpc, Passage &passage, CallFailure failure)
{
    if (!isUserError(failure)) // whose words say so only in the user's language
        co_return failure;
    QCoro::Task<Called<QList<RightCheck>>> asking = trytonRights(rpc, passage);
    const Called<QList<RightCheck>> rights = co_await asking;
    QStringList missing;
    for (const RightCheck &right : rights.value_or(QList<RightCheck>())) {
        if (!right.isThere)
            missing.append(right.missing);
    }
    if (missing.isEmpty())
        co_return failure;
    co_return CallFailure{CallFailure::Kind::Forbidden,
                          QStringLiteral("its user lacks rights in Tryton: %1").arg(missing.join(QStringLiteral(", "))),
                          failure.answer};
}

} // namespace earshot
