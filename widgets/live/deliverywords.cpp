// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/deliverywords.h"

#include "models/domain/delivery.h"
#include "models/items/roles.h"
#include "widgets/style/format.h"
#include "widgets/style/verdictwords.h"
#include "widgets/style/words.h"

namespace earshot {
namespace {

using Column = DeliveryColumn;

DeliveryListRowPtr rowOf(const QModelIndex &index)
{
    return index.data(RowRole).value<DeliveryListRowPtr>();
}

bool isState(const DeliveryListRow &row, DeliveryState state)
{
    return row.state == deliveryStateText(state);
}

} // namespace

QString DeliveryWords::answeredText(int status)
{
    //: what a sender heard: nothing, as its connection was closed
    return status == 0 ? tr("not answered")
                       //: %1 is an HTTP status, as in 503
                       : tr("answered %1").arg(status);
}

DeliveryWords::DeliveryWords(const DisplaySettings &display)
    : m_display(display)
{
}

QString DeliveryWords::heading(int column) const
{
    return Column(column) == Column::Verdict ? QString() : columnName(column);
}

QString DeliveryWords::columnName(int column) const
{
    switch (Column(column)) {
    case Column::Verdict:
        //: whether a delivery's signature is right
        return tr("Signature");
    case Column::Received:
        return timeHeading(tr("Received"), m_display.format());
    case Column::State:
        return tr("State");
    case Column::Kind:
        //: of a delivery: the platform's word for what it tells
        return tr("Kind");
    case Column::Source:
        return tr("Source");
    case Column::Size:
        return tr("Size");
    case Column::Count_:
        break;
    }
    return {};
}

bool DeliveryWords::isFigure(int column) const
{
    return Column(column) == Column::Size;
}

QString DeliveryWords::text(const QModelIndex &index) const
{
    const DeliveryListRowPtr row = rowOf(index);
    if (!row)
        return {};
    switch (Column(index.column())) {
    case Column::Verdict:
        return verdictLook(row->verdict).word;
    case Column::Received:
        return timeWithMillisecondsText(row->receivedAt, m_display.format(), m_display.now());
    case Column::State:
        return deliveryStateLook(row->state).word;
    case Column::Kind: {
        const QString added = remark(*row);
        return added.isEmpty() ? kindText(*row) : QString(kindText(*row) + u' ' + added);
    }
    case Column::Source:
        return row->source.isEmpty() ? noneText() : oneLine(row->source);
    case Column::Size:
        return sizeText(row->sizeBytes, m_display.format().locale);
    case Column::Count_:
        break;
    }
    return {};
}

QString DeliveryWords::kindText(const DeliveryListRow &row) const
{
    return row.kind.isEmpty() ? noneText() : oneLine(row.kind);
}

QString DeliveryWords::remark(const DeliveryListRow &row) const
{
    if (row.duplicateOf)
        //: of a delivery that came again; %1 is when it came first
        return tr("of %1").arg(timeText(*row.duplicateOf, m_display.format(), m_display.now()));
    if (isState(row, DeliveryState::Quarantined) && !row.verdictReason.isEmpty())
        return oneLine(verdictReasonBrief(row.verdictReason));
    const QString reason = oneLine(row.reason);
    if (!row.answered)
        return reason;
    const QString answered = answeredText(*row.answered);
    return reason.isEmpty() ? answered : QString(answered + QStringLiteral(" · ") + reason);
}

QString DeliveryWords::spoken(const QModelIndex &index) const
{
    const QString words = text(index);
    if (words.isNull())
        return tr("not read yet");
    return words == noneText() ? tr("none") : words;
}

QString DeliveryWords::toolTip(const QModelIndex &index) const
{
    const DeliveryListRowPtr row = rowOf(index);
    if (!row)
        return {};
    switch (Column(index.column())) {
    case Column::Verdict: {
        const QString why = verdictReasonWords(row->verdictReason, platformName(row->platform));
        const QString word = verdictLook(row->verdict).word;
        return why.isEmpty() ? word : QString(word + QLatin1Char('\n') + why);
    }
    case Column::Received:
        return timeTooltip(row->receivedAt, m_display.format(), m_display.now());
    case Column::Size:
        //: %1 is a number of bytes, in full
        return tr("%1 bytes").arg(m_display.format().locale.toString(row->sizeBytes));
    default:
        return {};
    }
}

std::optional<CellTerm> DeliveryWords::term(const QModelIndex &index) const
{
    const DeliveryListRowPtr row = rowOf(index);
    if (!row)
        return std::nullopt;
    switch (Column(index.column())) {
    case Column::Verdict:
        return CellTerm{QStringLiteral("verdict"), row->verdict};
    case Column::State:
        return CellTerm{QStringLiteral("state"), row->state};
    case Column::Source:
        return CellTerm{QStringLiteral("source"), row->source};
    default:
        return std::nullopt;
    }
}

std::optional<ColorRole> DeliveryWords::tick(const QModelIndex &index) const
{
    const DeliveryListRowPtr row = rowOf(index);
    if (!row)
        return std::nullopt;
    if (isState(*row, DeliveryState::Malformed) || isState(*row, DeliveryState::Quarantined))
        return ColorRole::OutcomeSpam;
    if (isState(*row, DeliveryState::Unknown))
        return ColorRole::OutcomeFollowUp;
    if (index.data(UnseenRole).toBool())
        return ColorRole::Accent;
    return std::nullopt;
}

} // namespace earshot
