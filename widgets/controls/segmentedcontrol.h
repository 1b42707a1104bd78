// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QList>
#include <QWidget>

namespace earshot {

/** Some exclusive actions drawn as one segmented button. The control makes them exclusive if they stand in no action
 * group yet, shows the visible ones, and follows their texts, icons and checks. Left and Right move the check. An icon
 * from themedIcon() takes the colour of its segment. */
class SegmentedControl final : public QWidget
{
    Q_OBJECT

public:
    enum class Look {
        Filled, ///< the checked segment is filled with the accent, for perspectives
        Quiet, ///< … with the selection, for views of one thing
    };

    /** @p actions must outlive it. */
    explicit SegmentedControl(const QList<QAction *> &actions, QWidget *parent = nullptr);
    SegmentedControl(const QList<QAction *> &actions, Look look, QWidget *parent);

    void setLook(Look look);

    /** Height: 28, or 24 if @p small. */
    void setSmall(bool small);

    /** Without words where there are icons, for narrow windows; the words are then tooltips. */
    void setIconsOnly(bool iconsOnly);

    /** Where a segment stands, in the widget's coordinates; empty for a hidden action. */
    QRect segmentRect(const QAction *action) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QList<QAction *> shownActions() const;
    QAction *actionAt(QPoint position) const;
    QAction *checkedAction() const;
    int segmentWidth(const QAction *action) const;
    bool showsText(const QAction *action) const;
    void step(int by);
    void setHovered(QAction *action);
    void refresh();
    void paintSegment(QPainter &painter, const QAction *action, const QRect &rect) const;

    QList<QAction *> m_actions;
    QAction *m_hovered = nullptr;
    QAction *m_pressed = nullptr;
    Look m_look = Look::Filled;
    bool m_isSmall = false;
    bool m_iconsOnly = false;
};

} // namespace earshot
