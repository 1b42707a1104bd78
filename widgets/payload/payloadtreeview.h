// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/payload/payloadtreemodel.h"

#include <QStyledItemDelegate>
#include <QTreeView>

namespace earshot {

/** Paints the cells of a payload's tree: names, values by their type, and what they were read as. Always left to right
 * and plain text. */
class PayloadTreeDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
};

/** The tree of a payload. ← → fold and unfold, * unfolds all that is inside. */
class PayloadTreeView final : public QTreeView
{
    Q_OBJECT

public:
    /** @p display must outlive it. */
    explicit PayloadTreeView(DisplaySettings &display, QWidget *parent = nullptr);

    PayloadTreeModel &payload() { return m_model; }

    /** Unfolds what is small, and selects the place that was selected in the payload before. Null for none. */
    void setContent(const PayloadContentPtr &content);

    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    /** Another value is selected; invalid for none. */
    void selected(const QModelIndex &index);

    /** Enter or a double click on a value. */
    void rowActivated(const QModelIndex &index);

protected:
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &options, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    /** One step from a container to what is inside: a name, or a place in a list. */
    struct Step {
        QString name;
        int row = 0;
    };

    void updateMetrics();
    void shareWidth();
    void unfold(const JsonOutline &outline, int node, int depth);
    QList<Step> stepsTo(int node) const;
    int nodeAt(const QList<Step> &steps) const;

    PayloadTreeModel m_model;
    PayloadTreeDelegate m_delegate;
    JsonOutlinePtr m_outline;
    QPersistentModelIndex m_hovered;
    bool m_hasOwnWidths = false; ///< a person has moved a column's edge
    bool m_isSharing = false;
};

} // namespace earshot
