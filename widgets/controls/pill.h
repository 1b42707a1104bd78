// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/words.h"

#include <QAbstractButton>

#include <optional>

class QMenu;

namespace earshot {

/** A small rounded label: an icon, a word, perhaps a menu behind it. A label that cannot be pressed takes no focus. */
class Pill final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Pill(QWidget *parent = nullptr);
    explicit Pill(const QString &text, QWidget *parent = nullptr);

    /** The icon, its colour, and the word, which stays in text colour (or the fill's). */
    void setLook(Icon icon, ColorRole iconColor, const QString &text);
    void setLook(const Look &look);

    /** A filled pill instead of an outlined one; the icon takes @p text too. */
    void setFill(ColorRole fill, ColorRole text);
    void clearFill();

    /** Opens @p menu below itself and shows a chevron; null takes it away. Not owned. */
    void setMenu(QMenu *menu);

    /** Whether it can be pressed: takes focus and answers the mouse. A pill with a menu always can. */
    void setPressable(bool pressable);

    /** Shows a small cross at its end that gives dismissed(); Delete and Backspace do the same. */
    void setDismissable(bool dismissable);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void dismissed();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF closeRect() const;
    void showMenu();
    void updateFocusPolicy();

    std::optional<Icon> m_icon;
    ColorRole m_iconColor = ColorRole::Muted;
    std::optional<ColorRole> m_fill;
    ColorRole m_textColor = ColorRole::Text;
    QMenu *m_menu = nullptr;
    bool m_isPressable = false;
    bool m_isDismissable = false;
};

} // namespace earshot
