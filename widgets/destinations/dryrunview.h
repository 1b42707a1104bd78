// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/forwarding.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;

namespace earshot {

class IconLabel;
class RecordLink;

/** What would happen if a conversation were sent: its contact, its record, and what the destination would get. */
class DryRunView final : public QWidget
{
    Q_OBJECT

public:
    explicit DryRunView(QWidget *parent = nullptr);

    void showRun(const ForwardDryRun &run, const QString &destination);

    /** Nothing is known: hides it. */
    void clear();

    /** As shown, a line each. */
    QString contactText() const;
    QString recordText() const;
    QString problemText() const;
    QString body() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *addLine(QWidget *before);
    void retranslate();
    QString contactWords() const;
    QString recordWords() const;

    std::optional<ForwardDryRun> m_run;
    QString m_destination;
    QLabel *m_contact;
    QLabel *m_record;
    RecordLink *m_link;
    QWidget *m_problemLine;
    QLabel *m_problem;
    QLabel *m_bodyLabel;
    QPlainTextEdit *m_body;
};

} // namespace earshot
