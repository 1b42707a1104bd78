// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

namespace earshot {

/** A thin line at the top of what waits. It takes no room in a layout's sense beyond its 2 px, and is seen only after
 * 200 ms of waiting. Standing still where motion is reduced. */
class BusyBar final : public QWidget
{
    Q_OBJECT

public:
    explicit BusyBar(QWidget *parent = nullptr);

    void setBusy(bool busy);

    bool isBusy() const { return m_isBusy; }

    /** Whether the line is seen by now. */
    bool isLineShown() const { return m_isLineShown; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showLine();

    QTimer m_delay;
    QVariantAnimation m_motion;
    bool m_isBusy = false;
    bool m_isLineShown = false;
};

} // namespace earshot
