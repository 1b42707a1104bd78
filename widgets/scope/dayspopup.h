// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/timerange.h"

#include <QFrame>

class QDateEdit;
class QLabel;
class QPushButton;

namespace earshot {

/** A small popup that asks for the first and the last day. */
class DaysPopup final : public QFrame
{
    Q_OBJECT

public:
    explicit DaysPopup(QWidget *parent = nullptr);

    /** Opens below @p button with these days. */
    void open(const QWidget &button, QDate first, QDate last, const QLocale &locale);

Q_SIGNALS:
    /** In their order, whichever way they were typed. */
    void chosen(QDate first, QDate last);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    void choose();

    QLabel *m_firstLabel;
    QLabel *m_lastLabel;
    QDateEdit *m_first;
    QDateEdit *m_last;
    QPushButton *m_show;
};

} // namespace earshot
