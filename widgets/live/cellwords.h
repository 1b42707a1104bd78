// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/colors.h"
#include "widgets/style/format.h"

#include <QModelIndex>
#include <QString>

#include <optional>

namespace earshot {

/** What a cell says to the filter line: `field:value`; a null value is one that is unknown. */
struct CellTerm {
    QString field;
    QString value;
};

/** What the cells of a table say, in the language and format of the moment. Indexes may be of the model or of a proxy
 * that passes RowRole on. */
class CellWords
{
public:
    virtual ~CellWords() = default;

    virtual QString heading(int column) const = 0;

    /** The column's name where its heading is empty. */
    virtual QString columnName(int column) const { return heading(column); }

    virtual bool isFigure(int column) const = 0;

    /** As shown and copied; `–` where nothing is known; null while the row is not read yet. */
    virtual QString text(const QModelIndex &index) const = 0;

    /** Without heading, for who cannot see it: "7 minutes 32 seconds, estimated"; "none" for `–`. */
    virtual QString spoken(const QModelIndex &index) const = 0;

    /** What the cell does not say itself; null where its text, once cut, is all there is to tell. */
    virtual QString toolTip(const QModelIndex &index) const = 0;

    /** Nothing for a cell that a filter cannot name. */
    virtual std::optional<CellTerm> term(const QModelIndex &index) const = 0;

    /** The colour of the row's tick beside the scroll bar, if it deserves one. */
    virtual std::optional<ColorRole> tick(const QModelIndex &index) const = 0;
};

/** A time column's heading, with the zone where that is not the one of this computer: "Started (UTC)". */
QString timeHeading(const QString &heading, const ValueFormat &format);

/** "7 minutes 32 seconds", for a screen reader. */
QString spokenDuration(qint64 seconds);

/** One line of at most some hundred letters, however much was sent. */
QString oneLine(const QString &text);

} // namespace earshot
