// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/deliverytablemodel.h"
#include "widgets/live/cellwords.h"
#include "widgets/style/displaysettings.h"

#include <QCoreApplication>

namespace earshot {

/** The cells of a table of deliveries in words. */
class DeliveryWords final : public CellWords
{
    Q_DECLARE_TR_FUNCTIONS(earshot::DeliveryWords)

public:
    /** @p display must outlive it. */
    explicit DeliveryWords(const DisplaySettings &display);

    QString heading(int column) const override;
    QString columnName(int column) const override;
    bool isFigure(int column) const override;
    QString text(const QModelIndex &index) const override;
    QString spoken(const QModelIndex &index) const override;
    QString toolTip(const QModelIndex &index) const override;
    std::optional<CellTerm> term(const QModelIndex &index) const override;
    std::optional<ColorRole> tick(const QModelIndex &index) const override;

    /** Of DeliveryListRow::answered. */
    static QString answeredText(int status);

    /** The platform's word, or that there is none. */
    QString kindText(const DeliveryListRow &row) const;

    /** What follows the kind: "of 14:29:12" of a duplicate, else why it is in its state; often null. */
    QString remark(const DeliveryListRow &row) const;

private:
    const DisplaySettings &m_display;
};

} // namespace earshot
