// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/outbox.h"

#include <QScrollArea>

class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace earshot {

class DisplaySettings;
class EmptyState;
class ForwardingCard;

/** Where one conversation was sent to, a card for each destination. GUI thread. */
class ForwardingView final : public QWidget
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit ForwardingView(DisplaySettings &settings, QWidget *parent = nullptr);

    /** Cards of rows that are there already stay where they are. */
    void setRows(qint64 conversation, const QList<OutboxRow> &rows);

    /** In the order of the rows. */
    const QList<ForwardingCard *> &cards() const { return m_cards; }

    bool isEmptyShown() const;

    /** While an answer to a row's question is on its way it cannot be given again; it can be once it was refused. */
    void setAnswering(qint64 row, bool answering);

Q_SIGNALS:
    /** The outbox row is to be sent at once. */
    void retryRequested(qint64 row);

    /** What was sent there is to be sent once more, as a new version. */
    void sendAgainRequested(qint64 conversation, const QString &destination);

    /** Every attempt at the outbox row is to be shown. */
    void logRequested(qint64 row);

    /** What the outbox row asks is answered: it belongs to that contact of its candidates, or it is there or not. */
    void contactChosen(qint64 row, const QString &contact);
    void settled(qint64 row, bool isThere);

    /** The conversation is to be sent somewhere that is still to be chosen. */
    void forwardRequested(qint64 conversation);

protected:
    void changeEvent(QEvent *event) override;

private:
    ForwardingCard *cardOf(qint64 row) const;
    ForwardingCard *makeCard();
    void retranslate();

    DisplaySettings &m_settings;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    QPushButton *m_forward;
    QList<ForwardingCard *> m_cards;
    qint64 m_conversation = 0;
};

} // namespace earshot
