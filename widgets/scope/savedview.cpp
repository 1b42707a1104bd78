// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/savedview.h"

#include "models/items/facetterms.h"

#include <QCoreApplication>

namespace earshot {
namespace {

SavedView shipped(const QString &key, RecordKind kind, const QString &filter)
{
    SavedView view;
    view.key = key;
    view.kind = kind;
    view.filter = filter;
    return view;
}

} // namespace

QString viewName(const SavedView &view)
{
    if (!view.name.isEmpty())
        return view.name;
    if (view.key == QLatin1StringView("all"))
        //: a saved view: all conversations
        return QCoreApplication::translate("SavedView", "All");
    if (view.key == QLatin1StringView("running"))
        //: a saved view: conversations that run now
        return QCoreApplication::translate("SavedView", "Running");
    if (view.key == QLatin1StringView("booked"))
        return QCoreApplication::translate("SavedView", "Booked");
    if (view.key == QLatin1StringView("missed"))
        //: a saved view: calls that nobody answered or that the caller gave up
        return QCoreApplication::translate("SavedView", "Missed");
    if (view.key == QLatin1StringView("follow-up"))
        return QCoreApplication::translate("SavedView", "Follow up");
    if (view.key == QLatin1StringView("all-deliveries"))
        return QCoreApplication::translate("SavedView", "All deliveries");
    if (view.key == QLatin1StringView("duplicates"))
        return QCoreApplication::translate("SavedView", "Duplicates");
    if (view.key == QLatin1StringView("not-understood"))
        //: a saved view: deliveries of a kind that is new to Earshot
        return QCoreApplication::translate("SavedView", "Not understood");
    if (view.key == QLatin1StringView("malformed"))
        return QCoreApplication::translate("SavedView", "Malformed");
    if (view.key == QLatin1StringView("quarantine"))
        //: a saved view: deliveries set aside because their sender is not proved
        return QCoreApplication::translate("SavedView", "Quarantine");
    return QCoreApplication::translate("SavedView", "View");
}

QList<SavedView> shippedViews()
{
    constexpr auto calls = RecordKind::Conversations;
    constexpr auto deliveries = RecordKind::Deliveries;
    const QString running =
        withFieldTerms({}, QStringLiteral("status"), {{QStringLiteral("in_progress"), QStringLiteral("ringing")}, {}});
    return {shipped(QStringLiteral("all"), calls, {}),
            shipped(QStringLiteral("running"), calls, running),
            shipped(QStringLiteral("booked"), calls, QStringLiteral("outcome:booked")),
            shipped(QStringLiteral("missed"), calls, QStringLiteral("-(-outcome:no_answer -status:abandoned)")),
            shipped(QStringLiteral("follow-up"), calls, QStringLiteral("outcome:follow_up")),
            shipped(QStringLiteral("all-deliveries"), deliveries, {}),
            shipped(QStringLiteral("duplicates"), deliveries, QStringLiteral("state:duplicate")),
            shipped(QStringLiteral("not-understood"), deliveries, QStringLiteral("state:unknown")),
            shipped(QStringLiteral("malformed"), deliveries, QStringLiteral("state:malformed")),
            shipped(QStringLiteral("quarantine"), deliveries, QStringLiteral("state:quarantined"))};
}

QVariantMap toVariantMap(const SavedView &view)
{
    QVariantMap map{{QStringLiteral("kind"), recordKindText(view.kind)},
                    {QStringLiteral("filter"), view.filter},
                    {QStringLiteral("range"), timeRangeText(view.range)}};
    if (!view.key.isEmpty())
        map.insert(QStringLiteral("key"), view.key);
    if (!view.name.isEmpty())
        map.insert(QStringLiteral("name"), view.name);
    if (view.sortColumn >= 0) {
        map.insert(QStringLiteral("sortColumn"), view.sortColumn);
        map.insert(QStringLiteral("descending"), view.sortOrder == Qt::DescendingOrder);
    }
    return map;
}

std::optional<SavedView> savedViewFrom(const QVariantMap &map)
{
    SavedView view;
    view.key = map.value(QStringLiteral("key")).toString();
    view.name = map.value(QStringLiteral("name")).toString();
    view.filter = map.value(QStringLiteral("filter")).toString();
    const auto kind = recordKindFromText(map.value(QStringLiteral("kind")).toString());
    const auto range = timeRangeFromText(map.value(QStringLiteral("range")).toString());
    if (!kind || !range || (view.key.isEmpty() && view.name.isEmpty()))
        return std::nullopt;
    view.kind = *kind;
    view.range = *range;
    view.sortColumn = map.value(QStringLiteral("sortColumn"), -1).toInt();
    view.sortOrder = map.value(QStringLiteral("descending"), true).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder;
    return view;
}

} // namespace earshot
