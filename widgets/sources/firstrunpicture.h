// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace earshot {

/** What Earshot does, without words but for the names of its ends: platforms send to an ear, which makes a table,
 * charts and transcripts of it. In a right-to-left language it reads from the right. */
class FirstRunPicture final : public QWidget
{
    Q_OBJECT

public:
    explicit FirstRunPicture(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace earshot
