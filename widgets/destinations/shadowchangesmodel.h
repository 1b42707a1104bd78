// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/forwarding.h"

#include <QAbstractTableModel>

namespace earshot {

/** The fields of one conversation in a shadow run that would be others: what the destination has beside what it would
 * get. GUI thread. */
class ShadowChangesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Field, HasNow, WouldGet, ColumnCount };

    explicit ShadowChangesModel(QObject *parent = nullptr);

    void setChanges(const QList<ShadowChange> &changes);

    /** Texts are to be asked for anew. */
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ShadowChange> m_changes;
};

} // namespace earshot
