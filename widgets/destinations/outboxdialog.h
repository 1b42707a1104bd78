// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/destinationlist.h"
#include "models/items/outboxlistmodel.h"
#include "models/items/storeactions.h"
#include "widgets/controls/formdialog.h"
#include "widgets/style/displaysettings.h"

class QActionGroup;
class QComboBox;
class QSplitter;

namespace earshot {

class AttemptLogView;
class Banner;
class DataTable;
class EmptyState;
class OutboxDelegate;
class OutboxQuestionPanel;
class SpokenRows;

/** What waits to be forwarded, what was sent, and what was given up and why; below it every attempt at the chosen row,
 * and what that row asks. Sends again, discards, and takes the answers. */
class OutboxDialog final : public FormDialog
{
    Q_OBJECT

public:
    /** All must outlive it. */
    OutboxDialog(StoreActions &actions, StoreReader &reader, DisplaySettings &display, QWidget *parent = nullptr);

    /** Chooses a row of the outbox and shows its attempts, also where it is not among the listed ones. */
    void showRow(qint64 row);

Q_SIGNALS:
    void conversationRequested(qint64 conversation);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *bar();
    QWidget *below();
    void connectParts();
    void connectKeeping();
    void retranslate();
    void nameColumns();
    void takeDestinations();
    void choose();
    void update();
    void showChosen();
    void showQuestion();
    QList<int> selectedRows() const;
    bool select(qint64 row);
    void noteView();
    void restoreView();
    QList<qint64> resendable() const;
    void retry();
    void discard();
    void resend();
    template <typename T>
    void take(const Result<T> &done);

    StoreActions &m_actions;
    DisplaySettings &m_display;
    DestinationList m_destinations;
    OutboxListModel m_model;
    OutboxDelegate *m_delegate;
    SpokenRows *m_headed;
    QActionGroup *m_states;
    QComboBox *m_destination;
    Banner *m_banner;
    DataTable *m_table;
    EmptyState *m_empty;
    OutboxQuestionPanel *m_question;
    AttemptLogView *m_log;
    QSplitter *m_parts;
    QList<qint64> m_kept; ///< selected before what is listed changed
    int m_keptY = -1; ///< where the current row stood then; -1 for none
    bool m_isFresh = true; ///< until there are rows
    qint64 m_wanted = 0; ///< row to be chosen once it is listed
    QPushButton *m_retry;
    QPushButton *m_resend;
    QPushButton *m_discard;
    QPushButton *m_open;
};

} // namespace earshot
