// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/outboxattemptsmodel.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QSplitter;

namespace earshot {

class AttemptDelegate;
class DataTable;
class DisplaySettings;
class MutedLabel;
class RecordLink;
class SpokenRows;

/** Everything about one row of the outbox below its list: the steps done so far with the link to its record, each
 * attempt with its requests, and the text of the chosen request with its answer. */
class AttemptLogView final : public QWidget
{
    Q_OBJECT

public:
    /** Both must outlive it. */
    AttemptLogView(StoreReader &reader, DisplaySettings &display, QWidget *parent = nullptr);

    /** 0 for none. */
    void showRow(qint64 row);

    const OutboxAttemptsModel &model() const { return m_model; }

    DataTable *table() const { return m_table; }

    /** The chosen request and its answer, or how the chosen attempt ended. */
    QString text() const;

    /** The steps done so far, as shown. */
    QString steps() const;

    RecordLink *link() const { return m_link; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void refresh();
    void showText();
    QString attemptText(const LoggedAttempt &attempt) const;
    QString exchangeText(const LoggedExchange &exchange) const;
    void retranslate();

    DisplaySettings &m_display;
    OutboxAttemptsModel m_model;
    AttemptDelegate *m_delegate;
    SpokenRows *m_headed;
    QLabel *m_steps;
    RecordLink *m_link;
    MutedLabel *m_hint; ///< where there is nothing to show
    QSplitter *m_parts;
    DataTable *m_table;
    QPlainTextEdit *m_text;
};

} // namespace earshot
