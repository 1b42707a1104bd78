// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/controls/rowdelegate.h"

namespace earshot {

/** Paints the lines of an OutboxAttemptsModel: attempts strong, their requests set in below them. */
class AttemptDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    QString cellText(const QModelIndex &index) const override;

protected:
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QString attemptText(const QModelIndex &index) const;
    static QString exchangeText(const QModelIndex &index);
};

} // namespace earshot
