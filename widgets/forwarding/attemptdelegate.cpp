// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/forwarding/attemptdelegate.h"

#include "models/items/outboxattemptsmodel.h"
#include "widgets/style/format.h"
#include "widgets/style/forwardingwords.h"
#include "widgets/style/metrics.h"

namespace earshot {
namespace {

using Model = OutboxAttemptsModel;

bool isExchange(const QModelIndex &index)
{
    return index.data(Model::IsExchangeRole).toBool();
}

std::optional<AttemptOutcomeKind> outcomeOf(const QModelIndex &index)
{
    const QString text = index.siblingAtColumn(Model::What).data().toString();
    for (int kind = 0; kind <= int(AttemptOutcomeKind::Asks); ++kind) {
        if (text == attemptOutcomeText(AttemptOutcomeKind(kind)))
            return AttemptOutcomeKind(kind);
    }
    return std::nullopt;
}

} // namespace

QString AttemptDelegate::cellText(const QModelIndex &index) const
{
    const QVariant value = index.data();
    if (index.column() == Model::Latency)
        return value.isNull() ? QString()
                              : latencyText(std::chrono::microseconds(value.toLongLong()), settings().format().locale);
    return isExchange(index) ? exchangeText(index) : attemptText(index);
}

QString AttemptDelegate::attemptText(const QModelIndex &index) const
{
    const QVariant value = index.data();
    switch (index.column()) {
    case Model::Number:
        return settings().format().locale.toString(value.toInt());
    case Model::When:
        return timeText(fromMicroseconds(value.toLongLong()), settings().format(), settings().now());
    case Model::What:
        return attemptLook(outcomeOf(index)).word;
    default:
        return value.toString();
    }
}

QString AttemptDelegate::exchangeText(const QModelIndex &index)
{
    const QString text = index.data().toString();
    return index.column() == Model::What ? exchangePurposeWord(text) : text;
}

void AttemptDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QRect content = contentRect(option);
    TextStyle style;
    if (!isExchange(index) && index.column() == Model::What) {
        const Look look = attemptLook(outcomeOf(index));
        content = paintCellIcon(painter, option, index, content, look.icon, look.color);
        style.font = metrics::strong(option.font);
    } else if (isExchange(index)) {
        style.color = ColorRole::TextSecond;
        if (index.column() == Model::What) // below the word of its attempt
            content = QStyle::visualRect(option.direction, content,
                                         content.adjusted(metrics::c_icon + metrics::c_between - 2, 0, 0, 0));
    }
    if (index.column() == Model::Latency || index.column() == Model::Number) {
        style.alignment = Qt::AlignTrailing;
        style.tabular = true;
        style.ownDirection = false;
    }
    paintCellText(painter, option, index, content, cellText(index), style);
}

} // namespace earshot
