// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QVariantAnimation>
#include <QWidget>

namespace earshot {

/** A ring with a part in the accent that goes round while something is waited for; it stands still where motion is
 * reduced. */
class BusyRing final : public QWidget
{
    Q_OBJECT

public:
    explicit BusyRing(QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QVariantAnimation m_turn; ///< degrees
};

} // namespace earshot
