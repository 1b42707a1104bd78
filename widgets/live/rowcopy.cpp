// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/rowcopy.h"

#include <QHeaderView>

#include <algorithm>

namespace earshot {
namespace {

QList<int> shownColumns(const CellWords &words, const QHeaderView &header)
{
    QList<int> columns;
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        if (!header.isSectionHidden(column) && !words.heading(column).isEmpty())
            columns.append(column);
    }
    return columns;
}

QString line(const QStringList &cells)
{
    return QString(cells.join(u'\t') + u'\n');
}

} // namespace

QString copiedRows(const QItemSelection &selection, const QAbstractItemModel &model, const CellWords &words,
                   const QHeaderView &header)
{
    QList<std::pair<int, int>> ranges;
    for (const QItemSelectionRange &range : selection)
        ranges.append({range.top(), range.bottom()});
    std::ranges::sort(ranges);

    const QList<int> columns = shownColumns(words, header);
    QStringList cells;
    for (const int column : columns)
        cells.append(words.heading(column));
    QString text = line(cells);
    int left = c_mostCopiedRows;
    int next = 0; // ranges may overlap where a selection was made in steps
    for (const auto &[top, bottom] : ranges) {
        for (int row = std::max(top, next); row <= bottom && left > 0; ++row, --left) {
            cells.clear();
            for (const int column : columns)
                cells.append(words.text(model.index(row, column)).simplified());
            text += line(cells);
        }
        next = std::max(next, bottom + 1);
    }
    return text;
}

} // namespace earshot
