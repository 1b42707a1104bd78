// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QWidget>

namespace earshot {

/** A strip beside a scroll bar that shows where in the whole things are: what was found, and markers. A click goes
 * there. Each place is a share of the whole, 0 to 1. */
class HitMap final : public QWidget
{
    Q_OBJECT

public:
    explicit HitMap(QWidget *parent = nullptr);

    void setMarkers(const QList<qreal> &places);
    void setHits(const QList<qreal> &places);

    const QList<qreal> &markers() const { return m_markers; }

    const QList<qreal> &hits() const { return m_hits; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void pressedAt(qreal place);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void press(const QMouseEvent &event);

    QList<qreal> m_markers;
    QList<qreal> m_hits;
};

} // namespace earshot
