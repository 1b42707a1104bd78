// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/items/wayfinding.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace earshot {

class FieldError;
class StoreActions;

/** Tests whether senders get through to the listener, and shows step by step what was found. */
class WayTestView final : public QWidget
{
    Q_OBJECT

public:
    /** @p actions must outlive it. */
    explicit WayTestView(StoreActions &actions, QWidget *parent = nullptr);

    /** Through whose hook; null for the first source that may post. What was found before goes. */
    void setSource(const QString &source);

    QPushButton *button() const { return m_button; }

    /** What it says, a step a line: "Passed: Name". */
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void test();
    void take(const Result<WayReport> &report);
    void showFindings();
    void clear();
    void retranslate();

    StoreActions &m_actions;
    QString m_source;
    QPushButton *m_button;
    QLabel *m_summary;
    FieldError *m_error;
    QGridLayout *m_steps;
    std::optional<WayReport> m_report;
    QStringList m_lines;
    bool m_isTesting = false;
};

} // namespace earshot
