// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/pill.h"

#include "widgets/style/metrics.h"
#include "widgets/style/painting.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace earshot {
namespace {

constexpr int c_padding = 9;
constexpr int c_gap = 5;
constexpr int c_mark = 14; ///< the icon, the chevron, the cross
constexpr int c_height = 22;

} // namespace

Pill::Pill(QWidget *parent)
    : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    updateFocusPolicy();
}

Pill::Pill(const QString &text, QWidget *parent)
    : Pill(parent)
{
    setText(text);
}

void Pill::setLook(Icon icon, ColorRole iconColor, const QString &text)
{
    m_icon = icon;
    m_iconColor = iconColor;
    setText(text);
    updateGeometry();
    update();
}

void Pill::setLook(const Look &look)
{
    setLook(look.icon, look.color, look.word);
}

void Pill::setFill(ColorRole fill, ColorRole text)
{
    m_fill = fill;
    m_textColor = text;
    update();
}

void Pill::clearFill()
{
    m_fill.reset();
    m_textColor = ColorRole::Text;
    update();
}

void Pill::setMenu(QMenu *menu)
{
    m_menu = menu;
    updateFocusPolicy();
    updateGeometry();
}

void Pill::setPressable(bool pressable)
{
    m_isPressable = pressable;
    updateFocusPolicy();
}

void Pill::setDismissable(bool dismissable)
{
    m_isDismissable = dismissable;
    updateFocusPolicy();
    updateGeometry();
}

void Pill::updateFocusPolicy()
{
    setFocusPolicy(m_isPressable || m_menu || m_isDismissable ? Qt::StrongFocus : Qt::NoFocus);
    update();
}

QSize Pill::sizeHint() const
{
    ensurePolished();
    const int text = fontMetrics().size(Qt::TextShowMnemonic, this->text()).width();
    const int icon = m_icon ? c_mark + (text > 0 ? c_gap : 0) : 0;
    const int ends = (m_menu ? c_mark + c_gap : 0) + (m_isDismissable ? c_mark + c_gap : 0);
    return {2 * c_padding + icon + text + ends, std::max(c_height, fontMetrics().height() + 6)};
}

QSize Pill::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    return {std::min(hint.width(), 2 * c_padding + c_mark + 3 * fontMetrics().averageCharWidth()), hint.height()};
}

QRectF Pill::closeRect() const
{
    const QRect logical(width() - c_padding - c_mark + 3, 0, c_mark, height());
    return QStyle::visualRect(layoutDirection(), rect(), logical);
}

void Pill::showMenu()
{
    setDown(true);
    const QPoint below = mapToGlobal(QPoint(isRightToLeft() ? width() - m_menu->sizeHint().width() : 0, height() + 2));
    m_menu->exec(below);
    setDown(false);
}

bool Pill::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && width() < sizeHint().width())
        setToolTip(text());
    return QAbstractButton::event(event);
}

void Pill::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (m_isDismissable && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
        Q_EMIT dismissed();
    } else if (m_menu
               && (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)) {
        showMenu();
    } else if (m_isPressable && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        click();
    } else {
        QAbstractButton::keyPressEvent(event);
    }
}

void Pill::mousePressEvent(QMouseEvent *event)
{
    if (m_menu && event->button() == Qt::LeftButton)
        showMenu();
    else if (m_isPressable || m_isDismissable)
        QAbstractButton::mousePressEvent(event);
    else
        event->ignore();
}

void Pill::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_isDismissable && closeRect().contains(event->position())) {
        setDown(false);
        Q_EMIT dismissed();
    } else if (m_isPressable) {
        QAbstractButton::mouseReleaseEvent(event);
    } else {
        setDown(false);
    }
}

void Pill::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    const QRectF frame = rect();
    const qreal radius = frame.height() / 2;
    const bool answers = focusPolicy() != Qt::NoFocus && isEnabled();
    const QColor base = m_fill ? colors[*m_fill] : colors[ColorRole::Surface];
    const bool isLit = answers && (isDown() || underMouse());
    drawRounded(painter, frame, radius, isLit ? mixed(colors[ColorRole::Text], base, isDown() ? 0.1 : 0.05) : base,
                m_fill ? QColor() : colors[ColorRole::ButtonEdge]);
    if (hasFocus())
        drawFocusRing(painter, frame, radius, colors[ColorRole::Accent]);

    QRect rest = rect().adjusted(c_padding, 0, -c_padding, 0);
    const auto visual = [&](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    const QColor text = isEnabled() ? colors[m_textColor] : palette().color(QPalette::Disabled, QPalette::Text);
    const QColor muted = m_fill ? text : colors[ColorRole::Muted];
    if (m_icon) {
        paintIcon(painter, *m_icon, visual(QRect(rest.left(), 0, c_mark, height())),
                  m_fill ? text : colors[m_iconColor]);
        rest.setLeft(rest.left() + c_mark + c_gap);
    }
    if (m_isDismissable) {
        paintIcon(painter, Icon::Close, closeRect().adjusted(1, 1, -1, -1), muted);
        rest.setRight(rest.right() - c_mark - c_gap + 3);
    }
    if (m_menu) {
        paintIcon(painter, Icon::ChevronDown, visual(QRect(rest.right() - c_mark + 4, 0, c_mark, height())), muted);
        rest.setRight(rest.right() - c_mark - c_gap + 3);
    }
    painter.setPen(text);
    const QString shown = fontMetrics().elidedText(this->text(), Qt::ElideRight, rest.width() + 1);
    painter.drawText(visual(rest),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter)
                         | Qt::TextSingleLine | Qt::TextDontClip,
                     shown);
}

} // namespace earshot
