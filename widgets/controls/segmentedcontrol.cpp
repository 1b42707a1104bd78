// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/segmentedcontrol.h"

#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/style/painting.h"

#include <QActionGroup>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace earshot {
namespace {

constexpr int c_padding = 12;
constexpr int c_smallPadding = 9;
constexpr int c_leastPadding = 3; // of small ones where room is short
constexpr int c_iconGap = 6;

/** An action's words without the mark of its key. */
QString wordsOf(const QAction *action)
{
    QString text = action->iconText();
    return text.remove(QLatin1Char('&'));
}

} // namespace

SegmentedControl::SegmentedControl(const QList<QAction *> &actions, QWidget *parent)
    : SegmentedControl(actions, Look::Filled, parent)
{
}

SegmentedControl::SegmentedControl(const QList<QAction *> &actions, Look look, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_look(look)
{
    const bool haveGroup = std::ranges::any_of(actions, [](const QAction *action) { return action->actionGroup(); });
    auto *group = haveGroup ? nullptr : new QActionGroup(this);
    for (QAction *action : actions) {
        action->setCheckable(true);
        if (group)
            group->addAction(action);
        connect(action, &QAction::changed, this, &SegmentedControl::refresh);
    }
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    refresh();
}

void SegmentedControl::setLook(Look look)
{
    m_look = look;
    update();
}

void SegmentedControl::setSmall(bool small)
{
    m_isSmall = small;
    setSizePolicy(small ? QSizePolicy::Maximum : QSizePolicy::Fixed, QSizePolicy::Fixed);
    refresh();
}

void SegmentedControl::setIconsOnly(bool iconsOnly)
{
    m_iconsOnly = iconsOnly;
    refresh();
}

QList<QAction *> SegmentedControl::shownActions() const
{
    QList<QAction *> shown;
    std::ranges::copy_if(m_actions, std::back_inserter(shown), &QAction::isVisible);
    return shown;
}

QAction *SegmentedControl::checkedAction() const
{
    const auto checked = std::ranges::find_if(m_actions, &QAction::isChecked);
    return checked == m_actions.end() ? nullptr : *checked;
}

bool SegmentedControl::showsText(const QAction *action) const
{
    return !m_iconsOnly || action->icon().isNull();
}

int SegmentedControl::segmentWidth(const QAction *action) const
{
    // As wide as in semibold, so that nothing moves when another one is checked.
    const QFontMetrics strong(metrics::strong(font()));
    const int icon = action->icon().isNull() ? 0 : metrics::c_icon;
    const int text = showsText(action) ? strong.horizontalAdvance(wordsOf(action)) : 0;
    const int gap = icon > 0 && text > 0 ? c_iconGap : 0;
    return icon + gap + text + 2 * (m_isSmall ? c_smallPadding : c_padding);
}

QRect SegmentedControl::segmentRect(const QAction *action) const
{
    const QList<QAction *> all = shownActions();
    const int missing = std::max(0, sizeHint().width() - width());
    int x = 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        // Each gives as much as the others, to the pixel.
        const int given = int(missing * (i + 1) / all.size() - missing * i / all.size());
        const int width = segmentWidth(all.at(i)) - given;
        if (all.at(i) == action)
            return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height()));
        x += width;
    }
    return {};
}

QAction *SegmentedControl::actionAt(QPoint position) const
{
    for (QAction *action : shownActions()) {
        if (segmentRect(action).contains(position))
            return action;
    }
    return nullptr;
}

QSize SegmentedControl::sizeHint() const
{
    int width = 0;
    for (const QAction *action : shownActions())
        width += segmentWidth(action);
    const int least = m_isSmall ? metrics::c_smallControlHeight : metrics::c_controlHeight;
    return {width, std::max(least, fontMetrics().height() + (m_isSmall ? 8 : 10))};
}

QSize SegmentedControl::minimumSizeHint() const
{
    const QSize usual = sizeHint();
    if (!m_isSmall)
        return usual;
    return {usual.width() - int(shownActions().size()) * 2 * (c_smallPadding - c_leastPadding), usual.height()};
}

void SegmentedControl::refresh()
{
    const QAction *checked = checkedAction();
    setAccessibleDescription(checked ? wordsOf(checked) : QString());
    updateGeometry();
    update();
}

void SegmentedControl::step(int by)
{
    QList<QAction *> shown = shownActions();
    shown.removeIf([](const QAction *action) { return !action->isEnabled(); });
    if (shown.isEmpty())
        return;
    const auto at = shown.indexOf(checkedAction());
    const auto next = std::clamp<qsizetype>(at + by, 0, shown.size() - 1);
    if (next != at)
        shown.at(next)->trigger();
}

void SegmentedControl::setHovered(QAction *action)
{
    if (m_hovered == action)
        return;
    m_hovered = action;
    update();
}

bool SegmentedControl::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QAction *action = actionAt(help->pos());
        QString tip = action ? action->toolTip() : QString();
        if (action && !action->shortcut().isEmpty())
            tip += QString(QStringLiteral(" (") % action->shortcut().toString(QKeySequence::NativeText)
                           % QLatin1Char(')'));
        QToolTip::showText(help->globalPos(), tip, this, segmentRect(action));
        return true;
    }
    return QWidget::event(event);
}

void SegmentedControl::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        refresh();
    QWidget::changeEvent(event);
}

void SegmentedControl::keyPressEvent(QKeyEvent *event)
{
    const int forward = isRightToLeft() ? -1 : 1;
    if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Left)
        step(event->key() == Qt::Key_Right ? forward : -forward);
    else if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End)
        step(int(m_actions.size()) * (event->key() == Qt::Key_Home ? -1 : 1));
    else
        QWidget::keyPressEvent(event);
}

void SegmentedControl::leaveEvent(QEvent *event)
{
    setHovered(nullptr);
    QWidget::leaveEvent(event);
}

void SegmentedControl::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(actionAt(event->position().toPoint()));
}

void SegmentedControl::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? actionAt(event->position().toPoint()) : nullptr;
    update();
}

void SegmentedControl::mouseReleaseEvent(QMouseEvent *event)
{
    QAction *pressed = std::exchange(m_pressed, nullptr);
    update();
    if (pressed && pressed == actionAt(event->position().toPoint()))
        pressed->trigger();
}

void SegmentedControl::paintSegment(QPainter &painter, const QAction *action, const QRect &rect) const
{
    const Colors &colors = colorsOf(palette());
    const bool isChecked = action->isChecked();
    const bool isFilled = isChecked && m_look == Look::Filled;
    if (isChecked)
        painter.fillRect(rect, colors[isFilled ? ColorRole::Accent : ColorRole::Selection]);
    else if (action == m_pressed || (action == m_hovered && action->isEnabled()))
        painter.fillRect(rect, colors[action == m_pressed ? ColorRole::Line : ColorRole::Hover]);
    const QColor color = !action->isEnabled() || !isEnabled() ? palette().color(QPalette::Disabled, QPalette::Text)
                         : isFilled                           ? colors[ColorRole::OnAccent]
                                                              : colors[ColorRole::Text];
    painter.setFont(isChecked ? metrics::strong(font()) : font());
    const QString text = showsText(action) ? wordsOf(action) : QString();
    const int textWidth = painter.fontMetrics().horizontalAdvance(text);
    const int icon = action->icon().isNull() ? 0 : metrics::c_icon;
    const int gap = icon > 0 && textWidth > 0 ? c_iconGap : 0;
    const int left = rect.left() + (rect.width() - icon - gap - textWidth) / 2;
    const auto visual = [&](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect, part); };
    if (icon > 0)
        paintIcon(painter, action->icon(), visual(QRect(left, rect.top(), icon, rect.height())), color);
    painter.setPen(color);
    painter.drawText(visual(QRect(left + icon + gap, rect.top(), textWidth, rect.height())),
                     int(Qt::AlignCenter) | Qt::TextSingleLine | Qt::TextDontClip, text);
}

void SegmentedControl::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::c_controlRadius,
                           metrics::c_controlRadius);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(outline, colors[ColorRole::Surface]);
    painter.setClipPath(outline);
    const QAction *before = nullptr;
    for (const QAction *action : shownActions()) {
        const QRect segment = segmentRect(action);
        paintSegment(painter, action, segment);
        const bool isBesideChecked = action->isChecked() || (before && before->isChecked());
        if (before && !(isBesideChecked && m_look == Look::Filled))
            drawVerticalLine(painter, isRightToLeft() ? segment.right() + 1 : segment.left(), 0, height(),
                             colors[ColorRole::ButtonEdge]);
        before = action;
    }
    painter.setClipping(false);
    drawRounded(painter, rect(), metrics::c_controlRadius, QColor(), colors[ColorRole::ButtonEdge]);
    const QAction *checked = checkedAction();
    if (checked && m_look == Look::Filled && checked->isVisible())
        painter.fillRect(segmentRect(checked).adjusted(2, 0, -2, 0) & QRect(2, 0, width() - 4, 1),
                         colors[ColorRole::Accent]);
    if (!hasFocus())
        return;
    drawFocusRing(painter, rect(), metrics::c_controlRadius, colors[ColorRole::Accent]);
    if (checked && m_look == Look::Filled
        && checked->isVisible()) // where a ring of the fill's colour would not be seen
        drawRounded(painter, QRectF(segmentRect(checked)).adjusted(2, 2, -2, -2), metrics::c_controlRadius - 1,
                    QColor(), colors[ColorRole::OnAccent], 1.5);
}

} // namespace earshot
