// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/listenerstate.h"
#include "models/items/sourcelist.h"
#include "widgets/style/displaysettings.h"

#include <QAbstractTableModel>

namespace earshot {

/** The sources as a table shows them. A short list that lies in memory: it is read anew whenever the list changes. */
class SourceTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Platform, State, Deliveries, LastDelivery, Address, ColumnCount };

    enum Role { PlatformRole = Qt::UserRole, EnabledRole };

    /** Both must outlive it. */
    SourceTableModel(SourceList &sources, DisplaySettings &settings, QObject *parent = nullptr);

    void setListener(const ListenerState &state);

    /** The source of a row; null where there is none. */
    const SourceEntry *entry(int row) const;

    int rowOf(const QString &name) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /** After a change of language. */
    void retranslate();

private:
    void takeEntries();
    QString text(const SourceEntry &entry, int column) const;
    QString stateText(const SourceEntry &entry) const;

    SourceList &m_sources;
    DisplaySettings &m_settings;
    ListenerState m_listener;
    QList<SourceEntry> m_entries;
};

} // namespace earshot
