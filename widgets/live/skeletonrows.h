// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/displaysettings.h"

#include <QTimer>
#include <QWidget>

class QPainter;

namespace earshot {

/** The soft bar that stands in a cell whose content is on its way; @p row varies its length. */
void paintSkeletonBar(QPainter &painter, const QRect &content, int row, const QPalette &palette);

/** Rows of soft bars where a result is on its way; seen only after 200 ms. */
class SkeletonRows final : public QWidget
{
    Q_OBJECT

public:
    /** @p display must outlive it. */
    explicit SkeletonRows(const DisplaySettings &display, QWidget *parent = nullptr);

    void setWaiting(bool waiting);

    bool isWaiting() const { return m_isWaiting; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const DisplaySettings &m_display;
    QTimer m_delay;
    bool m_isWaiting = false;
};

} // namespace earshot
