// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/chart.h"

#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QImage>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QSvgGenerator>

#include <algorithm>

namespace earshot {
namespace {

constexpr int c_tipDistance = 12;
constexpr qreal c_fileScale = 2; ///< pictures in files are sharp on dense screens too

} // namespace

Chart::Chart(DisplaySettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&m_settings, &DisplaySettings::changed, this, [this] { refresh(); });
}

Chart::~Chart() = default;

void Chart::paintTo(QPaintDevice &device)
{
    render(&device, {}, {}, DrawChildren);
}

QImage Chart::picture(qreal scale)
{
    QImage image((QSizeF(size()) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(colorsOf(palette())[ColorRole::Surface]);
    paintTo(image);
    return image;
}

bool Chart::saveSvg(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return false;
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setSize(size());
    generator.setViewBox(rect());
    generator.setTitle(accessibleName());
    generator.setDescription(summary());
    paintTo(generator);
    return file.flush() && file.error() == QFileDevice::NoError;
}

bool Chart::savePng(const QString &path)
{
    return picture(c_fileScale).save(path, "PNG");
}

void Chart::showTip(const QPointF &position, const QString &text)
{
    if (text.isEmpty()) {
        if (m_tip)
            m_tip->hide();
        return;
    }
    if (!m_tip) {
        m_tip = new QLabel(this, Qt::ToolTip | Qt::WindowTransparentForInput);
        m_tip->setTextFormat(Qt::PlainText);
        m_tip->setForegroundRole(QPalette::ToolTipText);
        m_tip->setBackgroundRole(QPalette::ToolTipBase);
        m_tip->setAutoFillBackground(true);
        m_tip->setFrameShape(QFrame::Box);
        m_tip->setMargin(metrics::c_inner);
        m_tip->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    m_tip->setText(text);
    m_tip->adjustSize();
    QPoint place = mapToGlobal(position.toPoint() + QPoint(c_tipDistance, c_tipDistance));
    if (const QScreen *shownOn = screen()) {
        const QRect room = shownOn->availableGeometry();
        place.setX(std::max(room.left(), std::min(place.x(), room.right() - m_tip->width())));
        place.setY(std::max(room.top(), std::min(place.y(), room.bottom() - m_tip->height())));
    }
    m_tip->move(place);
    m_tip->show();
}

void Chart::updateSummary()
{
    setAccessibleDescription(summary());
}

void Chart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const auto type = event->type();
    if (type == QEvent::LanguageChange || type == QEvent::PaletteChange || type == QEvent::FontChange
        || type == QEvent::LayoutDirectionChange)
        refresh();
}

void Chart::hideEvent(QHideEvent *event)
{
    showTip({}, {});
    QWidget::hideEvent(event);
}

void Chart::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_T && event->modifiers() == Qt::NoModifier)
        Q_EMIT tableRequested();
    else if (event->key() == Qt::Key_F2)
        Q_EMIT explainRequested();
    else
        QWidget::keyPressEvent(event);
}

void Chart::leaveEvent(QEvent *event)
{
    showTip({}, {});
    QWidget::leaveEvent(event);
}

} // namespace earshot
