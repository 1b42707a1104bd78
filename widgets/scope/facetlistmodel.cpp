// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/facetlistmodel.h"

#include "widgets/style/words.h"

namespace earshot {
namespace {

constexpr qsizetype c_shownValues = 8;

QString headingOf(const QString &field)
{
    if (field == QLatin1StringView("status"))
        return FacetListModel::tr("Status");
    if (field == QLatin1StringView("outcome"))
        return FacetListModel::tr("Outcome");
    if (field == QLatin1StringView("source"))
        return FacetListModel::tr("Source");
    if (field == QLatin1StringView("channel"))
        return FacetListModel::tr("Channel");
    if (field == QLatin1StringView("agent"))
        return FacetListModel::tr("Agent");
    if (field == QLatin1StringView("dur"))
        return FacetListModel::tr("Duration");
    if (field == QLatin1StringView("campaign"))
        return FacetListModel::tr("Campaign");
    return fieldHeading(field);
}

QString durationWord(const QString &value)
{
    const auto classes = durationClasses();
    const auto known = std::ranges::find(classes, QLatin1StringView(value.toLatin1()), &DurationClass::value);
    if (known == classes.end())
        return FacetListModel::tr("Not known");
    const qint64 from = known->from / 60;
    if (!known->to)
        //: a class of durations
        return FacetListModel::tr("over %1 min").arg(from);
    const qint64 to = (*known->to + 1) / 60;
    //: classes of durations, the second as in "1–2 min"
    return from == 0 ? FacetListModel::tr("under %1 min").arg(to) : FacetListModel::tr("%1–%2 min").arg(from).arg(to);
}

/** The place of a value whose group has an order of its own; the greatest of all others. */
int placeOf(const QString &field, const QString &value)
{
    constexpr int last = 1000;
    if (field == QLatin1StringView("status")) {
        static constexpr std::array order = {Status::InProgress, Status::Ringing,     Status::Open,
                                             Status::Pending,    Status::Completed,   Status::Disconnected,
                                             Status::Abandoned,  Status::Failed,      Status::Resolved,
                                             Status::Closed,     Status::AssumedEnded};
        const auto status = statusFromText(value);
        return status ? int(std::ranges::find(order, *status) - order.begin()) : last;
    }
    if (field == QLatin1StringView("outcome")) {
        const qsizetype place = knownOutcomes().indexOf(value);
        return place < 0 ? last : int(place);
    }
    return last;
}

void setLook(FacetRow &row, const FacetValue &value)
{
    Look look;
    if (row.field == QLatin1StringView("status")) {
        const auto status = statusFromText(value.value);
        look = status ? statusLook(*status) : Look{Icon::OutcomeOther, value.value, ColorRole::Muted};
    } else if (row.field == QLatin1StringView("outcome")) {
        look = outcomeLook(value.value);
    } else if (row.field == QLatin1StringView("channel") && !value.value.isNull()) {
        look = channelLook(value.value);
    } else if (row.field == QLatin1StringView("dur")) {
        look = {Icon::Hourglass, durationWord(value.value), ColorRole::Muted};
    } else {
        row.word = value.value.isNull() ? FacetListModel::tr("Not known") : value.value;
        if (row.field == QLatin1StringView("source"))
            row.monogram = platformMonogram(value.platform);
        else if (row.field == QLatin1StringView("agent"))
            row.icon = value.value.isNull() ? Icon::OutcomeNone : Icon::Person;
        else
            row.icon = value.value.isNull() ? Icon::OutcomeNone : Icon::Dot;
        return;
    }
    row.icon = look.icon;
    row.iconColor = look.color;
    row.word = look.word;
}

} // namespace

bool FacetRow::isSameAs(const FacetRow &other) const
{
    return kind == other.kind && field == other.field && value == other.value && value.isNull() == other.value.isNull();
}

FacetListModel::FacetListModel(const Facets &facets, const ViewScope &scope, const DisplaySettings &settings,
                               QObject *parent)
    : QAbstractListModel(parent)
    , m_facets(facets)
    , m_scope(scope)
    , m_settings(settings)
{
    connect(&facets, &Facets::changed, this, &FacetListModel::refresh);
    connect(&scope, &ViewScope::changed, this, &FacetListModel::refresh);
    connect(&settings, &DisplaySettings::changed, this, &FacetListModel::refresh);
    refresh();
}

int FacetListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant FacetListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FacetRow &row = m_rows[index.row()];
    const QString count = countText(row.count, m_settings.format().locale);
    switch (role) {
    case Qt::DisplayRole:
        return row.word;
    case FieldRole:
        return row.field;
    case ValueRole:
        return row.value;
    case Qt::ToolTipRole:
        if (row.kind != FacetRow::Kind::Value)
            return {};
        return row.isExcluded ? tr("%1, left out: %2").arg(row.word, count) : tr("%1: %2").arg(row.word, count);
    case Qt::AccessibleTextRole:
        if (row.kind == FacetRow::Kind::Heading)
            return row.isFolded ? tr("%1, folded").arg(row.word) : row.word;
        if (row.kind == FacetRow::Kind::More)
            return row.word;
        if (row.isExcluded)
            //: heading, value and count of a facet
            return tr("%1, %2, %3, left out").arg(headingOf(row.field), row.word, count);
        if (row.isIncluded)
            return tr("%1, %2, %3, chosen").arg(headingOf(row.field), row.word, count);
        return tr("%1, %2, %3").arg(headingOf(row.field), row.word, count);
    default:
        return {};
    }
}

int FacetListModel::rowOf(const QString &field, const std::optional<QString> &value) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const FacetRow &row) {
        if (row.field != field)
            return false;
        if (!value)
            return row.kind == FacetRow::Kind::Heading;
        return row.kind == FacetRow::Kind::Value && row.value == *value && row.value.isNull() == value->isNull();
    });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void FacetListModel::setFolded(const QStringList &fields)
{
    m_folded = QSet<QString>(fields.begin(), fields.end());
    refresh();
}

void FacetListModel::toggleFolded(const QString &field)
{
    if (!m_folded.remove(field))
        m_folded.insert(field);
    refresh();
}

void FacetListModel::toggleAll(const QString &field)
{
    if (!m_whole.remove(field))
        m_whole.insert(field);
    refresh();
}

void FacetListModel::refresh()
{
    // A new count of the same scope changes figures, not places: nothing moves under the hand.
    m_keepsOrder = m_query == m_facets.query() && !m_rows.isEmpty();
    m_query = m_facets.query();
    QList<FacetRow> rows;
    for (const FacetGroup &group : m_facets.groups()) {
        const bool isWorthIt = std::ranges::any_of(
            group.values, [](const FacetValue &value) { return !value.value.isNull() && value.count > 0; });
        if (isWorthIt || !fieldTerms(m_scope.filter(), group.field).isEmpty())
            rows += rowsOf(group);
    }
    take(rows);
}

QList<FacetValue> FacetListModel::ordered(const FacetGroup &group) const
{
    QList<FacetValue> values = group.values;
    std::ranges::stable_sort(values, {}, [&](const FacetValue &value) { return placeOf(group.field, value.value); });
    std::ranges::stable_partition(values, [](const FacetValue &value) { return !value.value.isNull(); });
    if (m_keepsOrder) {
        std::ranges::stable_sort(values, {}, [&](const FacetValue &value) {
            const int row = rowOf(group.field, value.value);
            return row < 0 ? int(m_rows.size()) : row;
        });
    }
    if (group.field == QLatin1StringView("dur"))
        values.removeIf([](const FacetValue &value) { return value.count == 0; });
    return values;
}

QList<FacetRow> FacetListModel::rowsOf(const FacetGroup &group) const
{
    FacetRow heading;
    heading.kind = FacetRow::Kind::Heading;
    heading.field = group.field;
    heading.word = headingOf(group.field);
    heading.isFolded = m_folded.contains(group.field);
    QList<FacetRow> rows = {heading};
    if (heading.isFolded)
        return rows;

    const FieldTerms terms = fieldTerms(m_scope.filter(), group.field);
    const QList<FacetValue> values = ordered(group);
    const bool isWhole = m_whole.contains(group.field);
    const qsizetype shown = isWhole || values.size() <= c_shownValues + 1 ? values.size() : c_shownValues;
    qint64 most = 1;
    for (const FacetValue &value : values)
        most = std::max(most, value.count);
    qint64 hidden = 0;
    for (const FacetValue &value : values) {
        FacetRow row = rowOf(group, value, terms);
        row.share = qreal(value.count) / qreal(most);
        if (rows.size() <= shown || row.isIncluded || row.isExcluded)
            rows.append(row);
        else
            ++hidden;
    }
    if (values.size() > c_shownValues + 1) {
        FacetRow more;
        more.kind = FacetRow::Kind::More;
        more.field = group.field;
        more.count = hidden;
        more.word = isWhole ? tr("Fewer") : tr("%n more…", "values of a facet", int(hidden));
        rows.append(more);
    }
    return rows;
}

FacetRow FacetListModel::rowOf(const FacetGroup &group, const FacetValue &value, const FieldTerms &terms) const
{
    FacetRow row;
    row.field = group.field;
    row.value = value.value;
    row.count = value.count;
    row.isIncluded = terms.includes(value.value);
    row.isExcluded = terms.excludes(value.value);
    setLook(row, value);
    return row;
}

/** Rows in the middle come or go, the others stay. */
void FacetListModel::take(const QList<FacetRow> &rows)
{
    qsizetype before = 0;
    const qsizetype shorter = std::min(m_rows.size(), rows.size());
    while (before < shorter && m_rows[before].isSameAs(rows[before]))
        ++before;
    qsizetype after = 0;
    while (after < shorter - before && m_rows[m_rows.size() - 1 - after].isSameAs(rows[rows.size() - 1 - after]))
        ++after;
    if (const qsizetype gone = m_rows.size() - before - after; gone > 0) {
        beginRemoveRows({}, int(before), int(before + gone) - 1);
        m_rows.remove(before, gone);
        endRemoveRows();
    }
    if (const qsizetype added = rows.size() - before - after; added > 0) {
        beginInsertRows({}, int(before), int(before + added) - 1);
        for (qsizetype i = before; i < before + added; ++i)
            m_rows.insert(i, rows[i]);
        endInsertRows();
    }
    m_rows = rows;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

} // namespace earshot
