// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/labels.h"

#include "widgets/controls/plaintip.h"
#include "widgets/style/metrics.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace earshot {
namespace {

void setTextColor(QWidget &label, ColorRole role)
{
    QPalette palette = label.palette();
    palette.setColor(QPalette::Active, QPalette::WindowText, colorsOf(palette)[role]);
    palette.setColor(QPalette::Inactive, QPalette::WindowText, colorsOf(palette)[role]);
    label.setPalette(palette);
    label.setForegroundRole(QPalette::WindowText); // on a button or a surface Qt would take the text colour of that
}

} // namespace

ElidedLabel::ElidedLabel(QWidget *parent)
    : ElidedLabel(QString(), parent)
{
}

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

void ElidedLabel::setColorRole(ColorRole role)
{
    m_color = role;
    update();
}

bool ElidedLabel::isElided() const
{
    return fontMetrics().horizontalAdvance(text()) > contentsRect().width();
}

QSize ElidedLabel::sizeHint() const
{
    const QMargins margins = contentsMargins();
    // A pixel more: widths are rounded down at fractional scales.
    return QSize(fontMetrics().horizontalAdvance(text()) + 1, fontMetrics().height()).grownBy(margins);
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QMargins margins = contentsMargins();
    const int few = std::min(fontMetrics().horizontalAdvance(text()) + 1, 4 * fontMetrics().averageCharWidth());
    return QSize(few, fontMetrics().height()).grownBy(margins);
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isElided()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), plainTip(text()), this);
        return true;
    }
    return QLabel::event(event);
}

void ElidedLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const QRect rect = contentsRect();
    const QColor color =
        isEnabled() ? colorsOf(palette())[m_color] : palette().color(QPalette::Disabled, QPalette::WindowText);
    painter.setPen(color);
    const Qt::Alignment alignment = QStyle::visualAlignment(layoutDirection(), this->alignment());
    painter.drawText(rect, int(alignment) | Qt::TextSingleLine, fontMetrics().elidedText(text(), m_mode, rect.width()));
}

DerivedLabel::DerivedLabel(const QString &text, ColorRole color, QWidget *parent)
    : QLabel(text, parent)
    , m_color(color)
{
    setTextFormat(Qt::PlainText);
}

void DerivedLabel::setColorRole(ColorRole role)
{
    m_color = role;
    updateLook();
}

void DerivedLabel::updateLook()
{
    if (std::exchange(m_isUpdating, true))
        return;
    if (m_place != parentWidget()) {
        if (m_place)
            m_place->removeEventFilter(this);
        m_place = parentWidget();
        if (m_place)
            m_place->installEventFilter(this);
    }
    setFont(derivedFont(m_place ? m_place->font() : QApplication::font(this)));
    setTextColor(*this, m_color);
    m_isUpdating = false;
}

bool DerivedLabel::event(QEvent *event)
{
    const bool done = QLabel::event(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::ParentChange:
    case QEvent::ApplicationFontChange:
    case QEvent::Polish:
        updateLook();
        break;
    default:
        break;
    }
    return done;
}

bool DerivedLabel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_place && event->type() == QEvent::FontChange)
        updateLook();
    return QLabel::eventFilter(watched, event);
}

SectionLabel::SectionLabel(QWidget *parent)
    : SectionLabel(QString(), parent)
{
}

SectionLabel::SectionLabel(const QString &text, QWidget *parent)
    : DerivedLabel(text, ColorRole::Text, parent)
{
    updateLook();
}

QFont SectionLabel::derivedFont(const QFont &base) const
{
    return metrics::strong(base);
}

MutedLabel::MutedLabel(QWidget *parent)
    : MutedLabel(QString(), parent)
{
}

MutedLabel::MutedLabel(const QString &text, QWidget *parent)
    : DerivedLabel(text, ColorRole::Muted, parent)
{
    setWordWrap(true);
    updateLook();
}

void MutedLabel::setCaption(bool caption)
{
    m_isCaption = caption;
    updateLook();
}

QFont MutedLabel::derivedFont(const QFont &base) const
{
    return m_isCaption ? metrics::caption(base) : base;
}

TitleLabel::TitleLabel(QWidget *parent)
    : TitleLabel(QString(), parent)
{
}

TitleLabel::TitleLabel(const QString &text, QWidget *parent)
    : DerivedLabel(text, ColorRole::Text, parent)
{
    updateLook();
}

QFont TitleLabel::derivedFont(const QFont &base) const
{
    return metrics::title(base);
}

IconLabel::IconLabel(Icon icon, ColorRole color, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_color(color)
    , m_size(metrics::c_icon)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(Icon icon, ColorRole color)
{
    m_icon = icon;
    m_color = color;
    update();
}

void IconLabel::setIconSize(int size)
{
    m_size = size;
    updateGeometry();
}

QSize IconLabel::sizeHint() const
{
    return {m_size, m_size};
}

QSize IconLabel::minimumSizeHint() const
{
    return sizeHint();
}

void IconLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const QRectF place(QRectF(rect()).center() - QPointF(m_size, m_size) / 2, QSizeF(m_size, m_size));
    paintIcon(painter, m_icon, place, colorsOf(palette())[m_color]);
}

} // namespace earshot
