// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/shadowrowsmodel.h"

namespace earshot {

Look shadowLook(ShadowRow::Verdict verdict)
{
    switch (verdict) {
    case ShadowRow::Verdict::Same:
        //: Of a conversation: a new mapping would change nothing at its destination
        return {Icon::Tick, ShadowRowsModel::tr("Same"), ColorRole::GoodText};
    case ShadowRow::Verdict::Changed:
        //: Of a conversation: a new mapping would change it at its destination
        return {Icon::Edit, ShadowRowsModel::tr("Changed"), ColorRole::WarningText};
    case ShadowRow::Verdict::New:
        //: Of a conversation: its destination has nothing of it yet
        return {Icon::Plus, ShadowRowsModel::tr("New"), ColorRole::InfoText};
    case ShadowRow::Verdict::Fails:
        //: Of a conversation: a new mapping makes nothing of it
        return {Icon::Error, ShadowRowsModel::tr("Would fail"), ColorRole::ErrorText};
    }
    Q_UNREACHABLE();
}

QString shadowWords(ShadowRow::Verdict verdict, int changes)
{
    const QString word = shadowLook(verdict).word;
    if (verdict != ShadowRow::Verdict::Changed)
        return word;
    //: %1: "Changed", then how many fields of a record are
    return ShadowRowsModel::tr("%1, %n field(s)", nullptr, changes).arg(word);
}

ShadowRowsModel::ShadowRowsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ShadowRowsModel::setRun(const ShadowRun &run)
{
    beginResetModel();
    m_run = run;
    choose();
    endResetModel();
}

void ShadowRowsModel::setShown(std::optional<ShadowRow::Verdict> verdict)
{
    beginResetModel();
    m_shown = verdict;
    choose();
    endResetModel();
}

void ShadowRowsModel::choose()
{
    m_rows.clear();
    for (qsizetype place = 0; place < m_run.rows.size(); ++place) {
        if (!m_shown || m_run.rows[place].verdict == *m_shown)
            m_rows.append(place);
    }
}

void ShadowRowsModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int ShadowRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ShadowRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ShadowRowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ShadowRow &shown = row(index.row());
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (!isText)
        return {};
    if (index.column() == Conversation)
        return shown.contact;
    return shadowWords(shown.verdict, int(shown.changes.size()));
}

QVariant ShadowRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Conversation ? tr("Conversation") : tr("Verdict");
}

} // namespace earshot
