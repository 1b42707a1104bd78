// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/scope/filtererrortip.h"

#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QEvent>
#include <QPainter>

namespace earshot {
namespace {

constexpr int c_margin = 6;
constexpr int c_gap = metrics::c_inner;

} // namespace

FilterErrorTip::FilterErrorTip(QWidget &line)
    : QWidget(&line)
    , m_line(line)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    line.installEventFilter(this);
}

void FilterErrorTip::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    setAccessibleName(text);
    if (text.isEmpty()) {
        hide();
        return;
    }
    place();
    update();
}

bool FilterErrorTip::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::FontChange:
        if (watched == &m_line && !m_text.isEmpty())
            place();
        break;
    case QEvent::Hide:
        hide();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

/** Beside the icon, as wide as the line allows. */
QRect FilterErrorTip::textRect(int width) const
{
    const int icon = metrics::c_icon + metrics::c_between;
    const QRect room(c_margin + metrics::c_inner + icon, c_margin, width - icon - 2 * (c_margin + metrics::c_inner),
                     10'000);
    return fontMetrics().boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, m_text);
}

void FilterErrorTip::place()
{
    if (!m_line.isVisible())
        return;
    QWidget *window = m_line.window();
    if (parentWidget() != window)
        setParent(window);
    setFont(m_line.font());
    const QRect text = textRect(m_line.width());
    const int width = std::min(m_line.width(), text.right() + 1 + c_margin + metrics::c_inner);
    const QSize size(width, std::max(text.height(), metrics::c_icon) + 2 * c_margin);
    const QPoint corner = m_line.mapTo(window, QPoint(0, m_line.height() + c_gap));
    const QRect line(corner, QSize(m_line.width(), size.height()));
    setGeometry(QStyle::visualRect(m_line.layoutDirection(), line, QRect(corner, size)));
    raise();
    show();
}

void FilterErrorTip::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors[ColorRole::ErrorText]);
    painter.setBrush(colors[ColorRole::ErrorFill]);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::c_controlRadius,
                            metrics::c_controlRadius);
    const QRect line(0, c_margin, width(), std::max(metrics::c_icon, fontMetrics().height()));
    const QRect icon(c_margin + metrics::c_inner, line.center().y() - metrics::c_icon / 2, metrics::c_icon,
                     metrics::c_icon);
    paintIcon(painter, Icon::Error, QStyle::visualRect(layoutDirection(), rect(), icon), colors[ColorRole::ErrorText]);
    const QRect text(icon.right() + 1 + metrics::c_between, c_margin,
                     width() - icon.right() - 1 - metrics::c_between - c_margin, height() - 2 * c_margin);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), text),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter))
                         | Qt::TextWordWrap,
                     m_text);
}

} // namespace earshot
