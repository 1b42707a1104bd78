// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/forwarding.h"
#include "widgets/style/words.h"

#include <QAbstractTableModel>

#include <optional>

namespace earshot {

/** How a verdict of a shadow run looks, in the language of the moment. */
Look shadowLook(ShadowRow::Verdict verdict);

/** The same in words: "Changed, 3 fields". */
QString shadowWords(ShadowRow::Verdict verdict, int changes);

/** The conversations of a shadow run, all or those of one verdict. GUI thread. */
class ShadowRowsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Conversation, Verdict, ColumnCount };

    explicit ShadowRowsModel(QObject *parent = nullptr);

    void setRun(const ShadowRun &run);

    /** Nothing for all. */
    void setShown(std::optional<ShadowRow::Verdict> verdict);

    const ShadowRow &row(int row) const { return m_run.rows[m_rows[row]]; }

    /** Texts are to be asked for anew. */
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void choose();

    ShadowRun m_run;
    std::optional<ShadowRow::Verdict> m_shown;
    QList<qsizetype> m_rows; ///< of the run
};

} // namespace earshot
