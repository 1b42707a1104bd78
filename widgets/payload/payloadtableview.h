// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/delivery.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/rowdelegate.h"
#include "widgets/payload/formparts.h"

#include <QAbstractTableModel>

namespace earshot {

/** Rows of plain texts: header fields, or parts of a form. */
class PayloadRowsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /** As many texts in each row as there are headings. */
    void setRows(const QList<QStringList> &rows);
    void setHeadings(const QStringList &headings);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_headings;
    QList<QStringList> m_rows;
};

/** Paints names in the colour of names and values in the fixed font. */
class PayloadRowsDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    int neededWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/** A delivery's header fields, or the parts of its form, as a table. Copying gives `name: value` lines. */
class PayloadTableView final : public DataTable
{
    Q_OBJECT

public:
    enum class Kind { Headers, Parts };

    /** @p display must outlive it. */
    PayloadTableView(Kind kind, DisplaySettings &display, QWidget *parent = nullptr);

    void setHeaders(const QList<HeaderField> &headers);
    void setParts(const QList<FormPart> &parts);

    /** The selected rows, or all if none is. */
    QString copyText() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const Kind m_kind;
    PayloadRowsModel m_model;
    PayloadRowsDelegate m_delegate;
    QList<FormPart> m_parts;
};

} // namespace earshot
