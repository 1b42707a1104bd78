// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/payload/payloadcontent.h"
#include "widgets/style/displaysettings.h"

#include <QAbstractItemModel>

namespace earshot {

enum class PayloadColumn {
    Field,
    Value,
    ReadAs,
    Count_ ///< how many there are
};

/** The values of a payload as a tree: what they are called, what they are, and what they were read as. Nothing is
 * copied out of the payload but what is asked for. */
class PayloadTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        TypeRole = Qt::UserRole, ///< int: a JsonType
        NodeRole, ///< int: the value's number in the outline
    };

    /** @p display must outlive it. */
    explicit PayloadTreeModel(DisplaySettings &display, QObject *parent = nullptr);

    /** Null for none. */
    void setContent(const PayloadContentPtr &content);

    /** The value's number in the outline; -1 for an invalid index. */
    static int nodeOf(const QModelIndex &index);

    QModelIndex indexOfNode(int node, int column = 0) const;

    /** What is known of the value; without anything if nothing is. */
    ValueReading reading(const QModelIndex &index) const;

    /** The value as it is copied: a text without quotes and escapes, else as sent. */
    QString copyText(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString fieldText(int node) const;
    QString valueText(int node) const;
    QString readAsText(int node) const;
    QString timeReading(Timestamp time) const;
    QString toolTip(int node, PayloadColumn column) const;
    QVariant text(int node, PayloadColumn column) const;

    DisplaySettings &m_display;
    PayloadContentPtr m_content; ///< null, or with an outline
};

} // namespace earshot
