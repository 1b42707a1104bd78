// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QHBoxLayout;

namespace earshot {

/** A dashed frame around a line of things: here something will stand. */
class DashedBox final : public QWidget
{
    Q_OBJECT

public:
    explicit DashedBox(QWidget *parent = nullptr);

    QHBoxLayout *row() const { return m_row; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_row;
};

} // namespace earshot
