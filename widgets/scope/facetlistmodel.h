// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/facets.h"
#include "widgets/style/colors.h"
#include "widgets/style/displaysettings.h"
#include "widgets/style/icons.h"

#include <QAbstractListModel>
#include <QSet>

namespace earshot {

/** A row of the facets: the heading of a group, one of its values, or what stands for those that are folded away. */
struct FacetRow {
    enum class Kind { Heading, Value, More };

    Kind kind = Kind::Value;
    QString field;
    QString value; ///< null where it is unknown
    QString word; ///< in the user's language
    qint64 count = 0; ///< of More: how many values are folded away
    qreal share = 0; ///< of the group's greatest count
    bool isFolded = false; ///< of a heading
    bool isIncluded = false;
    bool isExcluded = false;
    std::optional<Icon> icon;
    ColorRole iconColor = ColorRole::Muted;
    QString monogram; ///< instead of an icon

    /** The same row, perhaps with other counts. */
    bool isSameAs(const FacetRow &other) const;
};

/** What Facets counts, as rows in words. States stand in the order of their life, outcomes in that of legends, all else
 * by count; while only counts change no row moves. */
class FacetListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { FieldRole = Qt::UserRole, ValueRole };

    /** All must outlive it. */
    FacetListModel(const Facets &facets, const ViewScope &scope, const DisplaySettings &settings,
                   QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const FacetRow &row(int row) const { return m_rows[row]; }

    /** The row of that value, or of the heading where @p value is nothing; -1 if there is none. */
    int rowOf(const QString &field, const std::optional<QString> &value) const;

    /** Fields whose groups show their heading only. */
    QStringList folded() const { return {m_folded.begin(), m_folded.end()}; }

    void setFolded(const QStringList &fields);
    void toggleFolded(const QString &field);

    /** Shows all values of a group, or the first eight again. */
    void toggleAll(const QString &field);

    /** Reads facets and scope anew; also after a change of language. */
    void refresh();

private:
    QList<FacetRow> rowsOf(const FacetGroup &group) const;
    QList<FacetValue> ordered(const FacetGroup &group) const;
    FacetRow rowOf(const FacetGroup &group, const FacetValue &value, const FieldTerms &terms) const;
    void take(const QList<FacetRow> &rows);

    const Facets &m_facets;
    const ViewScope &m_scope;
    const DisplaySettings &m_settings;
    QList<FacetRow> m_rows;
    ScopeQuery m_query; ///< that the order of rows belongs to
    bool m_keepsOrder = false;
    QSet<QString> m_folded;
    QSet<QString> m_whole; ///< groups that show all their values
};

} // namespace earshot
