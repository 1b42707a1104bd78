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
class QIdentityProxyModel;

namespace earshot {

class Banner;
class DataTable;
class EmptyState;

/** What waits to be forwarded, what was sent, and what was given up and why; sends again and discards. */
class OutboxDialog final : public FormDialog
{
    Q_OBJECT

public:
    /** All must outlive it. */
    OutboxDialog(StoreActions &actions, StoreReader &reader, DisplaySettings &display, QWidget *parent = nullptr);

Q_SIGNALS:
    void conversationRequested(qint64 conversation);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *bar();
    void retranslate();
    void takeDestinations();
    void choose();
    void update();
    QList<int> selectedRows() const;
    void retry();
    void discard();
    void take(const Result<qint64> &done);

    StoreActions &m_actions;
    DestinationList m_destinations;
    OutboxListModel m_model;
    QIdentityProxyModel *m_headed;
    QActionGroup *m_states;
    QComboBox *m_destination;
    Banner *m_banner;
    DataTable *m_table;
    EmptyState *m_empty;
    QPushButton *m_retry;
    QPushButton *m_discard;
    QPushButton *m_open;
};

} // namespace earshot
