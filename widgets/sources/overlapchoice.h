// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <chrono>

class QRadioButton;

namespace earshot {

/** Whether an address that is replaced works on for a day. */
class OverlapChoice final : public QWidget
{
    Q_OBJECT

public:
    explicit OverlapChoice(QWidget *parent = nullptr);

    std::chrono::seconds overlap() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QRadioButton *m_later;
    QRadioButton *m_atOnce;
};

} // namespace earshot
