// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QHBoxLayout;

namespace earshot {

/** A bar across a pane, raised, under a hairline. */
class PayloadStrip : public QWidget
{
    Q_OBJECT

public:
    explicit PayloadStrip(QWidget *parent = nullptr);

    QHBoxLayout *row() const { return m_row; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_row;
};

} // namespace earshot
