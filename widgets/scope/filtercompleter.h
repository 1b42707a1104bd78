// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storereader.h"
#include "models/items/valuecounts.h"
#include "models/items/viewscope.h"
#include "widgets/scope/filtercompletion.h"
#include "widgets/scope/filteroffers.h"
#include "widgets/style/displaysettings.h"

#include <QCompleter>

namespace earshot {

class LineEdit;

/** The popup of the filter line: fields, the values of a field with how many records of the time range have them, or
 * former filters. Values are asked for off the GUI thread and fill in when they are there. */
class FilterCompleter final : public QObject
{
    Q_OBJECT

public:
    /** All must outlive it; @p edit gets its popup. */
    FilterCompleter(LineEdit &edit, const ViewScope &scope, StoreReader &reader, const DisplaySettings &settings);
    ~FilterCompleter() override;

    void setKind(RecordKind kind);

    /** Offers what fits at the cursor or closes the popup; @p isAsked: also where nothing is typed yet. */
    void offer(bool isAsked);

    void offerHistory(const QStringList &history);
    void close();

    bool isOpen() const;

    /** Writes the first of what is offered. */
    void takeFirst();

    const FilterOffers &offers() const { return m_offers; }

Q_SIGNALS:
    /** A former filter was chosen and stands in the line. */
    void historyTaken();

private:
    void open();
    void take(const QModelIndex &index);
    void write(const QString &text);
    void offerFields();
    void offerValues();
    void askValues();
    FilterOffer offerOf(const ValueCount &count) const;

    LineEdit &m_edit;
    const ViewScope &m_scope;
    StoreReader &m_reader;
    const DisplaySettings &m_settings;
    FilterOffers m_offers;
    QCompleter m_completer;
    RecordKind m_kind = RecordKind::Conversations;
    std::optional<FilterCompletion> m_completion; ///< what is offered; nothing while history is
    QString m_valuesOf; ///< the field whose values are known or asked for
    QList<ValueCount> m_values;
    StopFlag m_stop;
};

} // namespace earshot
