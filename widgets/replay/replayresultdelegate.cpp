// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/replay/replayresultdelegate.h"

#include "widgets/replay/replayresultmodel.h"
#include "widgets/replay/replaywords.h"

namespace earshot {

void ReplayResultDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    const QRect content = contentRect(option);
    if (index.column() == ReplayResultModel::Status) {
        const auto *model = qobject_cast<const ReplayResultModel *>(index.model());
        if (model == nullptr)
            return;
        const Look look = replayLook(model->outcome(index.row()));
        paintIconAndText(painter, option, index, content, look.icon, look.color, look.word);
        return;
    }
    TextStyle style;
    style.tabular = index.column() != ReplayResultModel::Answer;
    if (index.column() == ReplayResultModel::Elapsed)
        style.alignment = Qt::AlignTrailing;
    if (index.column() == ReplayResultModel::Answer)
        style.color = ColorRole::TextSecond;
    paintCellText(painter, option, index, content, cellText(index), style);
}

} // namespace earshot
