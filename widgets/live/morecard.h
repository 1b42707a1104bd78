// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>

namespace earshot {

/** The dashed card "+3" at the end of the live lane. */
class MoreCard final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit MoreCard(QWidget *parent = nullptr);

    /** How many cards it stands for; none hides it. */
    void setCount(int count);

    /** Its width in that font. */
    static int widthFor(const QFont &font);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    int m_count = 0;
};

} // namespace earshot
