// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/outbox.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace earshot {

class IconLabel;

/** What a parked row asks, and the answers that there are: one of several contacts, or whether the record is there.
 * Hidden while the row asks nothing. */
class OutboxQuestionPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit OutboxQuestionPanel(QWidget *parent = nullptr);

    /** A candidate that is chosen stays so while the question is the same. */
    void setRow(const OutboxRow &row);

    const OutboxRow &row() const { return m_row; }

    /** After an answer nothing can be pressed until setRow(), or until the answer was refused. */
    void setAnswering(bool answering);

    /** What it asks; null if it asks nothing. */
    QString question() const;

    QListWidget *candidates() const { return m_candidates; }

    /** One of the candidates, by its id at the destination. */
    QPushButton *chooseButton() const { return m_choose; }

    QPushButton *isThereButton() const { return m_isThere; }

    QPushButton *sendAgainButton() const { return m_sendAgain; }

Q_SIGNALS:
    void contactChosen(qint64 row, const QString &contact);
    void settled(qint64 row, bool isThere);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void buildLayout();
    void showCandidates();
    void fitList();
    void choose();
    void showAnswers();
    void retranslate();

    OutboxRow m_row;
    bool m_isAnswering = false;
    IconLabel *m_icon;
    QLabel *m_text;
    QListWidget *m_candidates;
    QPushButton *m_choose;
    QPushButton *m_isThere;
    QPushButton *m_sendAgain;
};

} // namespace earshot
