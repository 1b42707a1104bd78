// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace earshot {

/** One set of projection tables: the live one, or the one that a rebuild fills beside it. SQL for either is written
 * with names in braces, `SELECT … FROM {event}`. */
class TableSet
{
public:
    static TableSet live() { return TableSet(QString()); }

    static TableSet rebuilding() { return TableSet(QStringLiteral("rebuild_")); }

    /** A set that was swapped out and is being emptied. */
    static TableSet retired() { return TableSet(QStringLiteral("retired_")); }

    /** The tables that are made from the journal. */
    static QStringList tables();

    bool isLive() const { return m_prefix.isEmpty(); }

    QString name(const QString &table) const { return m_prefix + table; }

    QString sql(QString text) const { return text.replace(QLatin1Char('{'), m_prefix).remove(QLatin1Char('}')); }

    /** The key in `meta` of the last delivery projected into this set. */
    QString watermarkKey() const { return m_prefix + QLatin1StringView("projected"); }

private:
    explicit TableSet(QString prefix)
        : m_prefix(std::move(prefix))
    {
    }

    QString m_prefix;
};

} // namespace earshot
