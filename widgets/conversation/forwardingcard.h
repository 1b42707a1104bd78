// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/outbox.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QPushButton;

namespace earshot {

class DisplaySettings;
class ElidedLabel;
class IconLabel;
class LinkButton;
class OutboxQuestionPanel;
class RecordLink;

/** One conversation on its way to one destination: how it stands, what it asks, what was tried, what was answered, and
 * where its record is. */
class ForwardingCard final : public QWidget
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit ForwardingCard(DisplaySettings &settings, QWidget *parent = nullptr);

    void setRow(const OutboxRow &row);

    const OutboxRow &row() const { return m_row; }

    /** "Attempts", "Next try" and so on, as shown: null where that is not said. */
    QString stateText() const;
    QString attemptsText() const;
    QString nextTryText() const;
    QString answerText() const;
    QString reasonText() const;

    QString recordText() const;

    /** Hidden while it asks: the answer sends it. */
    QPushButton *sendButton() const { return m_send; }

    OutboxQuestionPanel *question() const { return m_question; }

    RecordLink *link() const { return m_link; }

    LinkButton *logButton() const { return m_log; }

Q_SIGNALS:
    /** What waits or was given up is to be sent now. */
    void retryRequested(qint64 row);

    /** What was sent is to be sent once more, as a new version. */
    void sendAgainRequested(qint64 conversation, const QString &destination);

    /** Every attempt is to be shown. */
    void logRequested(qint64 row);
    void contactChosen(qint64 row, const QString &contact);
    void settled(qint64 row, bool isThere);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line {
        QLabel *heading = nullptr;
        QLabel *value = nullptr;
    };

    void buildLayout();
    void connectParts();
    void send();
    Line addLine(QFormLayout *form);
    static void setLine(const Line &line, const QString &heading, const QString &value);
    void refresh();
    void refreshLines();

    DisplaySettings &m_settings;
    OutboxRow m_row;
    IconLabel *m_icon;
    ElidedLabel *m_name;
    QLabel *m_state;
    QPushButton *m_send;
    OutboxQuestionPanel *m_question;
    RecordLink *m_link;
    LinkButton *m_log;
    Line m_attempts;
    Line m_next;
    Line m_last;
    Line m_answer;
    Line m_reason;
    Line m_record;
};

} // namespace earshot
