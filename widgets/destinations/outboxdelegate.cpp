// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/outboxdelegate.h"

#include "models/items/outboxlistmodel.h"
#include "widgets/style/format.h"
#include "widgets/style/forwardingwords.h"

namespace earshot {
namespace {

ForwardingState stateOf(const QModelIndex &index)
{
    const QModelIndex state = index.siblingAtColumn(OutboxListModel::State);
    return forwardingStateFromText(state.data().toString()).value_or(ForwardingState::Waiting);
}

} // namespace

QString OutboxDelegate::cellText(const QModelIndex &index) const
{
    const QVariant value = index.data();
    switch (index.column()) {
    case OutboxListModel::State:
        return forwardingLook(stateOf(index)).word;
    case OutboxListModel::Conversation:
        return phoneText(value.toString());
    case OutboxListModel::NextTry:
        return value.isNull() ? noneText()
                              : timeText(fromMicroseconds(value.toLongLong()), settings().format(), settings().now());
    default:
        return value.isNull() || value.toString().isEmpty() ? noneText() : value.toString();
    }
}

bool OutboxDelegate::isMuted(const QModelIndex &index) const
{
    return stateOf(index) == ForwardingState::Discarded;
}

void OutboxDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect content = contentRect(option);
    if (index.column() == OutboxListModel::State) {
        const Look look = forwardingLook(stateOf(index));
        paintIconAndText(painter, option, index, content, look.icon, look.color, look.word);
        return;
    }
    TextStyle style;
    if (index.column() == OutboxListModel::Attempts) {
        style.alignment = Qt::AlignTrailing;
        style.tabular = true;
    } else if (index.column() >= OutboxListModel::LastAnswer) {
        style.color = ColorRole::TextSecond;
    }
    paintCellText(painter, option, index, content, cellText(index), style);
}

} // namespace earshot
