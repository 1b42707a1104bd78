// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/conversationlistrow.h"
#include "widgets/style/displaysettings.h"

#include <QStyledItemDelegate>

namespace earshot {

/** Paints a running conversation as a card: who, with whom, and for how long. Its leading edge says what it is: a bar
 * runs, a double line rings, a dashed one waits for an end. */
class LiveCardDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /** @p display must outlive it. */
    explicit LiveCardDelegate(DisplaySettings &display, QObject *parent = nullptr);

    /** Of a card, without the room around it. */
    static QSize cardSize(const QFont &font);

    /** Between cards, and below them. */
    static int gap();
    static int marginBelow();

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintFrame(QPainter &painter, const QStyleOptionViewItem &option, const QRect &card) const;
    void paintLowerLine(QPainter &painter, const QStyleOptionViewItem &option, const QRect &line,
                        const ConversationListRow &row) const;

    DisplaySettings &m_display;
};

} // namespace earshot
