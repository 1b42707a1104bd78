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

/** One conversation on its way to one destination: how it stands, what was tried, what was answered. */
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

    /** Hidden where there is nothing to send again. */
    QPushButton *sendButton() const { return m_send; }

Q_SIGNALS:
    void retryRequested(qint64 row);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line {
        QLabel *heading = nullptr;
        QLabel *value = nullptr;
    };

    Line addLine(QFormLayout *form);
    static void setLine(const Line &line, const QString &heading, const QString &value);
    void refresh();

    DisplaySettings &m_settings;
    OutboxRow m_row;
    IconLabel *m_icon;
    ElidedLabel *m_name;
    QLabel *m_state;
    QPushButton *m_send;
    Line m_attempts;
    Line m_next;
    Line m_last;
    Line m_answer;
    Line m_reason;
};

} // namespace earshot
