// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>

namespace earshot {

/** "↑ 37 new": floats over a table that does not follow and says what has arrived above. Hidden while nothing has. */
class FollowPill final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FollowPill(QWidget *parent = nullptr);

    void setCount(int count);

    int count() const { return m_count; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    int m_count = 0;
};

} // namespace earshot
