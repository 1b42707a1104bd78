// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/store/tablesalvage.h"

namespace earshot {
namespace {

constexpr qint64 c_blindReach = 100'000; // ids tried beyond the rows counted where nothing tells how many there are
constexpr qint64 c_denseKeys = 1LL << 33; // keys up to here are ids, given one by one; beyond they are moments
constexpr int c_sparseSteps = 20; // how often a span of moments is halved before it is given up

/** Names as SQL has them; an empty list where the table cannot be read or is not there. */
QStringList columnsOf(const Database &database, const QString &table)
{
    QStringList names;
    auto rows = database.run(QStringLiteral("SELECT name FROM pragma_table_info(?)"), {table});
    while (rows && rows->next())
        names.append(rows->text(0));
    return names;
}

QString quoted(const QStringList &columns)
{
    return QLatin1Char('"') + columns.join(QLatin1StringView("\", \"")) + QLatin1Char('"');
}

/** Qt reads an empty blob as a null one, which it would write as NULL; a NULL it reads as a null text. */
QVariant asStored(const QVariant &value)
{
    const bool isEmptyBlob = value.metaType() == QMetaType::fromType<QByteArray>() && value.toByteArray().isNull();
    return isEmptyBlob ? QVariant(QByteArray("")) : value;
}

/** One table on its way from one store to the other. */
class TableSalvage
{
public:
    TableSalvage(const Database &from, const Database &to, const QString &table)
        : m_from(from)
        , m_to(to)
    {
        m_result.name = table;
        const QStringList known = columnsOf(to, table);
        for (const QString &column : columnsOf(from, table)) {
            if (known.contains(column))
                m_columns.append(column);
        }
    }

    Result<SalvagedTable> run();

private:
    /** The integer that the table is ordered by; empty if it is ordered by a text. */
    QString findKey() const;

    QString select() const
    {
        return QStringLiteral("SELECT %1, %2 FROM \"%3\"")
            .arg(m_key.isEmpty() ? QStringLiteral("0") : m_key, quoted(m_columns), m_result.name);
    }

    Result<void> prepare();
    Result<void> copyRow(const Statement &row);
    Result<void> copyInOrder();
    Result<void> copyRange(qint64 after, qint64 upTo);
    Result<void> copyParts(qint64 after, qint64 upTo);
    qint64 lastKey() const;

    const Database &m_from;
    const Database &m_to;
    SalvagedTable m_result;
    QString m_key; ///< as SQL has it
    qint64 m_leastSpan = 1; ///< of keys; what cannot be read of so few is given up
    QStringList m_columns;
    Statement m_range;
    Statement m_insert;
};

Result<SalvagedTable> TableSalvage::run()
{
    if (m_columns.isEmpty()) {
        m_result.isCutShort = true;
        return m_result;
    }
    m_key = findKey();
    if (const auto prepared = prepare(); !prepared)
        return std::unexpected(prepared.error());
    const qint64 last = m_key.isEmpty() ? 0 : lastKey();
    m_leastSpan = last > c_denseKeys ? last >> c_sparseSteps : 1;
    const auto copied = m_key.isEmpty() ? copyInOrder() : copyRange(0, last);
    if (!copied)
        return std::unexpected(copied.error());
    return m_result;
}

QString TableSalvage::findKey() const
{
    if (m_to.prepare(QStringLiteral("SELECT rowid FROM \"%1\"").arg(m_result.name)))
        return QStringLiteral("rowid");
    auto first = m_to.run(QStringLiteral("SELECT name, type FROM pragma_table_info(?) WHERE pk = 1"), {m_result.name});
    const bool isInteger = first && first->next() && first->text(1) == QLatin1StringView("INTEGER");
    return isInteger ? quoted({first->text(0)}) : QString();
}

Result<void> TableSalvage::prepare()
{
    const QStringList marks(m_columns.size(), QStringLiteral("?"));
    auto insert = m_to.prepare(QStringLiteral("INSERT OR IGNORE INTO \"%1\" (%2) VALUES (%3)")
                                   .arg(m_result.name, quoted(m_columns), marks.join(QLatin1StringView(", "))));
    if (!insert)
        return std::unexpected(insert.error());
    m_insert = std::move(*insert);
    if (m_key.isEmpty())
        return {};
    auto range = m_from.prepare(select() + QStringLiteral(" WHERE %1 > ? AND %1 <= ? ORDER BY %1").arg(m_key));
    if (range)
        m_range = std::move(*range);
    return {};
}

Result<void> TableSalvage::copyRow(const Statement &row)
{
    QVariantList values;
    for (int i = 0; i < m_columns.size(); ++i)
        values.append(asStored(row.value(i + 1)));
    if (const auto inserted = m_insert.run(values); !inserted)
        return inserted;
    const bool isTaken = m_insert.rowsChanged() > 0; // not where it breaks a rule of the table
    ++(isTaken ? m_result.rows : m_result.lost);
    return {};
}

Result<void> TableSalvage::copyInOrder()
{
    auto rows = m_from.run(select());
    while (rows && rows->next()) {
        if (const auto copied = copyRow(*rows); !copied)
            return copied;
    }
    m_result.isCutShort = !rows || !rows->ended();
    return {};
}

/** Reads as far as it can; what could not be read is halved and tried again. */
Result<void> TableSalvage::copyRange(qint64 after, qint64 upTo)
{
    qint64 last = after;
    bool isRead = m_range.run({after, upTo}).has_value();
    while (isRead && m_range.next()) {
        const qint64 key = m_range.integer(0);
        isRead = key >= last && key <= upTo; // a page of other content may claim anything
        if (!isRead)
            break;
        last = key;
        if (const auto copied = copyRow(m_range); !copied)
            return copied;
    }
    isRead = isRead && m_range.ended().has_value();
    m_range.finish();
    return isRead || last == upTo ? Result<void>() : copyParts(last, upTo);
}

Result<void> TableSalvage::copyParts(qint64 after, qint64 upTo)
{
    if (upTo - after <= m_leastSpan) {
        ++m_result.lost;
        m_result.isCutShort = m_result.isCutShort || m_leastSpan > 1; // nobody knows how many they were
        return {};
    }
    const qint64 middle = after + (upTo - after) / 2;
    const auto first = copyRange(after, middle);
    return first ? copyRange(middle, upTo) : first;
}

/** The last key there can be. */
qint64 TableSalvage::lastKey() const
{
    const bool isOfDelivery = m_key == QLatin1StringView("\"delivery\"")
                              || m_result.name == QLatin1StringView("delivery_body")
                              || m_result.name == QLatin1StringView("finding");
    const QString sequence = isOfDelivery ? QStringLiteral("delivery") : m_result.name;
    const auto given = m_from.value(QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name = ?"), {sequence});
    const auto last = m_from.value(QStringLiteral("SELECT max(%1) FROM \"%2\"").arg(m_key, m_result.name));
    const bool isGiven = given && given->isValid();
    if (isGiven || last)
        return std::max(isGiven ? given->toLongLong() : 0, last ? last->toLongLong() : 0);
    const auto rows = m_from.value(QStringLiteral("SELECT count(*) FROM \"%1\"").arg(m_result.name));
    return (rows ? rows->toLongLong() : 0) + c_blindReach;
}

} // namespace

Result<SalvagedTable> salvageTable(const Database &from, const Database &to, const QString &table)
{
    return TableSalvage(from, to, table).run();
}

Result<void> salvageSequences(const Database &from, const Database &to)
{
    for (const QLatin1StringView table :
         {QLatin1StringView("source"), QLatin1StringView("destination"), QLatin1StringView("delivery"),
          QLatin1StringView("identity"), QLatin1StringView("outbox"), QLatin1StringView("outbox_attempt"),
          QLatin1StringView("change")}) {
        const auto given =
            from.value(QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name = ?"), {QString(table)});
        const auto last = from.value(QStringLiteral("SELECT max(rowid) FROM \"%1\"").arg(table));
        const qint64 used = std::max(given ? given->toLongLong() : 0, last ? last->toLongLong() : 0);
        const auto known = to.value(QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name = ?"), {QString(table)});
        if (!known)
            return std::unexpected(known.error());
        if (used <= known->toLongLong())
            continue;
        const auto set =
            known->isValid()
                ? to.run(QStringLiteral("UPDATE sqlite_sequence SET seq = ? WHERE name = ?"), {used, QString(table)})
                : to.run(QStringLiteral("INSERT INTO sqlite_sequence (seq, name) VALUES (?, ?)"),
                         {used, QString(table)});
        if (!set)
            return std::unexpected(set.error());
    }
    return {};
}

} // namespace earshot
