// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/serieslegend.h"

#include "widgets/charts/chartpaint.h"
#include "widgets/style/metrics.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPainter>

#include <algorithm>

namespace earshot {
namespace {

constexpr int c_swatch = 10;
constexpr int c_swatchGap = 6;
constexpr int c_leastLetters = 4;

} // namespace

LegendEntry::LegendEntry(const QString &word, ColorRole color, bool hatched, QWidget *parent)
    : QAbstractButton(parent)
    , m_color(color)
    , m_isHatched(hatched)
{
    setText(word);
    setAccessibleName(word);
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

QSize LegendEntry::sizeHint() const
{
    const QFontMetrics measure(font());
    return {c_swatch + c_swatchGap + measure.horizontalAdvance(text()) + 2 * metrics::c_inner,
            std::max(metrics::c_smallControlHeight, measure.height() + metrics::c_inner)};
}

QSize LegendEntry::minimumSizeHint() const
{
    const int letters = QFontMetrics(font()).averageCharWidth() * c_leastLetters;
    return {std::min(sizeHint().width(), c_swatch + c_swatchGap + letters + 2 * metrics::c_inner), sizeHint().height()};
}

bool LegendEntry::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    return QAbstractButton::event(event);
}

void LegendEntry::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    const QRect inner = rect().adjusted(metrics::c_inner, 0, -metrics::c_inner, 0);
    QRect swatch(0, 0, c_swatch, c_swatch);
    swatch.moveCenter({0, inner.center().y()});
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    swatch.moveLeft(mirrored ? inner.right() - c_swatch + 1 : inner.left());

    painter.setOpacity(isChecked() ? 1 : 0.35);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_isHatched) {
        fillHatched(painter, swatch, colors);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors[m_color]);
        painter.drawRoundedRect(swatch, 2, 2);
    }
    painter.setOpacity(1);
    painter.setPen(colors[isChecked() ? ColorRole::TextSecond : ColorRole::Muted]);
    QFont used = font();
    used.setStrikeOut(!isChecked());
    painter.setFont(used);
    const int taken = c_swatch + c_swatchGap;
    const QRect words = mirrored ? inner.adjusted(0, 0, -taken, 0) : inner.adjusted(taken, 0, 0, 0);
    const QString shown = QFontMetrics(used).elidedText(text(), Qt::ElideRight, words.width() + 1);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading, shown);
    if (hasFocus())
        outlineMark(painter, QRectF(rect()).adjusted(2, 2, -2, -2), colors, true);
}

SeriesLegend::SeriesLegend(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void SeriesLegend::setEntries(const QList<Entry> &entries)
{
    if (m_entries == entries)
        return;
    m_entries = entries;
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const Entry &entry : entries) {
        auto *button = new LegendEntry(entry.word, entry.color, entry.hatched, this);
        button->setToolTip(tr("Click hides or shows it, Alt+click shows it alone"));
        const qsizetype place = m_buttons.size();
        connect(button, &QAbstractButton::clicked, this, [this, place] { clicked(place); });
        button->show();
        m_buttons.append(button);
    }
    arrange();
}

QSize SeriesLegend::sizeHint() const
{
    return {0, m_buttons.isEmpty() ? 0 : m_buttons.last()->geometry().bottom() + 1};
}

bool SeriesLegend::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        arrange();
    return done;
}

void SeriesLegend::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void SeriesLegend::arrange()
{
    const int before = sizeHint().height();
    QPoint place;
    for (LegendEntry *button : std::as_const(m_buttons)) {
        QSize size = button->sizeHint();
        size.setWidth(std::min(size.width(), std::max(width(), button->minimumSizeHint().width())));
        if (place.x() > 0 && place.x() + size.width() > width())
            place = {0, place.y() + size.height()};
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const int left = mirrored ? width() - place.x() - size.width() : place.x();
        button->setGeometry(left, place.y(), size.width(), size.height());
        place.rx() += size.width() + metrics::c_between;
    }
    if (sizeHint().height() != before)
        updateGeometry();
}

bool SeriesLegend::isShown(qsizetype entry) const
{
    return entry >= m_buttons.size() || m_buttons[entry]->isChecked();
}

void SeriesLegend::isolate(qsizetype entry)
{
    const bool isAlone = std::ranges::count_if(m_buttons, &LegendEntry::isChecked) == 1 && isShown(entry);
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(isAlone || i == entry);
    Q_EMIT shownChanged();
}

void SeriesLegend::clicked(qsizetype entry)
{
    if (QGuiApplication::keyboardModifiers().testFlag(Qt::AltModifier)) {
        m_buttons[entry]->toggle(); // as it was before the click
        isolate(entry);
        return;
    }
    if (std::ranges::none_of(m_buttons, &LegendEntry::isChecked)) {
        for (LegendEntry *button : std::as_const(m_buttons))
            button->setChecked(true);
    }
    Q_EMIT shownChanged();
}

} // namespace earshot
