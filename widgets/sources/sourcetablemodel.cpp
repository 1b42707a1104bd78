// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/sourcetablemodel.h"

#include "widgets/style/words.h"

#include <algorithm>

namespace earshot {

SourceTableModel::SourceTableModel(SourceList &sources, DisplaySettings &settings, QObject *parent)
    : QAbstractTableModel(parent)
    , m_sources(sources)
    , m_settings(settings)
    , m_entries(sources.entries())
{
    connect(&sources, &SourceList::changed, this, &SourceTableModel::takeEntries);
    connect(&settings, &DisplaySettings::changed, this, &SourceTableModel::retranslate);
}

/** Rows that stay are told as changed only, so that a selection survives arrivals. */
void SourceTableModel::takeEntries()
{
    const QList<SourceEntry> entries = m_sources.entries();
    const auto sameSource = [](const SourceEntry &a, const SourceEntry &b) { return a.source.id == b.source.id; };
    if (!std::ranges::equal(entries, m_entries, sameSource)) {
        beginResetModel();
        m_entries = entries;
        endResetModel();
        return;
    }
    m_entries = entries;
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_entries.size()) - 1, ColumnCount - 1));
}

void SourceTableModel::setListener(const ListenerState &state)
{
    m_listener = state;
    retranslate();
}

void SourceTableModel::retranslate()
{
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_entries.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const SourceEntry *SourceTableModel::entry(int row) const
{
    return row >= 0 && row < m_entries.size() ? &m_entries[row] : nullptr;
}

int SourceTableModel::rowOf(const QString &name) const
{
    const auto found =
        std::ranges::find_if(m_entries, [&](const SourceEntry &entry) { return entry.source.name == name; });
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

int SourceTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int SourceTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString SourceTableModel::stateText(const SourceEntry &entry) const
{
    if (!entry.source.enabled) {
        //: State of a source: it takes no deliveries
        return tr("Disabled");
    }
    //: State of a source: whether it takes deliveries
    return m_listener.kind == ListenerState::Kind::Down ? tr("Not receiving") : tr("Listening");
}

QString SourceTableModel::text(const SourceEntry &entry, int column) const
{
    switch (column) {
    case Name:
        return entry.source.name;
    case Platform:
        return platformName(entry.source.platform);
    case State:
        return stateText(entry);
    case Deliveries:
        return countText(entry.deliveries, m_settings.format().locale);
    case LastDelivery:
        return entry.lastDeliveryAt ? timeText(*entry.lastDeliveryAt, m_settings.format(), m_settings.now())
                                    : noneText();
    case Address:
        return entry.token.isEmpty() ? noneText() : hookAddress(entry, m_listener.base, true);
    default:
        return {};
    }
}

QVariant SourceTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SourceEntry &entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(entry, index.column()));
    case PlatformRole:
        return entry.source.platform;
    case EnabledRole:
        return entry.source.enabled && m_listener.kind != ListenerState::Kind::Down;
    default:
        return {};
    }
}

QVariant SourceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Deliveries ? Qt::AlignTrailing : Qt::AlignLeading) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Source");
    case Platform:
        return tr("Platform");
    case State:
        return tr("State");
    case Deliveries:
        return tr("Deliveries");
    case LastDelivery:
        return tr("Last delivery");
    case Address:
        return tr("Address");
    default:
        return {};
    }
}

} // namespace earshot
