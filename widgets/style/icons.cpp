// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/icons.h"

#include "widgets/style/painting.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

static void initResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace earshot {
namespace {

constexpr int c_smallest = 6; // logical pixels, below which a drawing is only a smudge

// In the order of the enum.
constexpr std::array c_files = {
    "app",
    "live",
    "inspect",
    "reports",
    "filter",
    "calendar",
    "clock",
    "facets",
    "detail",
    "columns",
    "copy",
    "close",
    "chevron-down",
    "chevron-up",
    "chevron-left",
    "chevron-right",
    "arrow-up",
    "arrow-down",
    "plus",
    "minus",
    "search",
    "more",
    "settings",
    "folder",
    "file",
    "link",
    "play",
    "pause",
    "stop",
    "export",
    "forward",
    "retry",
    "replay",
    "trash",
    "edit",
    "eye",
    "key",
    "globe",
    "tick",
    "dot",
    "source",
    "destination",
    "outbox",
    "note",
    "test",
    "expand",
    "listening",
    "listening-elsewhere",
    "not-listening",
    "warning",
    "error",
    "info",
    "lock",
    "busy",
    "status-in-progress",
    "status-ringing",
    "status-open",
    "status-pending",
    "status-completed",
    "status-resolved",
    "status-closed",
    "status-disconnected",
    "status-abandoned",
    "status-failed",
    "status-no-end-yet",
    "status-assumed-ended",
    "outcome-booked",
    "outcome-quoted",
    "outcome-follow-up",
    "outcome-not-interested",
    "outcome-no-answer",
    "outcome-spam",
    "outcome-wrong-number",
    "outcome-other",
    "outcome-none",
    "verdict-verified",
    "verdict-unsigned",
    "verdict-failed",
    "verdict-expired",
    "verdict-unchecked",
    "verdict-released",
    "delivery-decoded",
    "delivery-duplicate",
    "delivery-unknown",
    "delivery-malformed",
    "delivery-quarantined",
    "delivery-received",
    "delivery-erased",
    "forwarding-asks",
    "forwarding-parked",
    "person",
    "robot",
    "headset",
    "intent",
    "form-captured",
    "tool",
    "system",
    "hourglass",
    "hang-up",
    "phone",
    "web",
    "whatsapp",
    "sms",
    "email",
    "chat",
};
static_assert(c_files.size() == std::size_t(Icon::Count_));

QByteArray drawing(Icon icon)
{
    initResources();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(QLatin1StringView(c_files[std::size_t(icon)])));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPixmap rendered(Icon icon, int pixels, const QColor &color)
{
    QSvgRenderer renderer(drawing(icon).replace("currentColor", color.name(QColor::HexRgb).toLatin1()));
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setOpacity(color.alphaF());
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    return QPixmap::fromImage(image);
}

QPixmap cached(Icon icon, int pixels, const QColor &color)
{
    const QString key = QStringLiteral("earshot-icon-%1-%2-%3").arg(int(icon)).arg(pixels).arg(color.rgba(), 0, 16);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = rendered(icon, pixels, color);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

/** A point on the grid of device pixels, where an image is not smeared over two of them. */
QPointF snapped(const QPainter &painter, QPointF point)
{
    const QTransform transform = painter.deviceTransform();
    if (transform.type() > QTransform::TxScale)
        return point;
    const QPointF device = transform.map(point);
    return transform.inverted().map(QPointF(std::round(device.x()), std::round(device.y())));
}

constexpr QLatin1StringView c_themedName("earshot-themed");

/** Paints by the application's palette of the moment, so that a change of theme needs no new icons. */
class ThemedIconEngine final : public QIconEngine
{
public:
    ThemedIconEngine(Icon icon, std::optional<ColorRole> role)
        : m_icon(icon)
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        paintIcon(*painter, m_icon, rect, color(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        const int pixels = std::min(size.width(), size.height());
        return pixels > 0 ? cached(m_icon, pixels, color(mode)) : QPixmap();
    }

    QIconEngine *clone() const override { return new ThemedIconEngine(*this); }

    QString key() const override { return c_themedName; }

    QString iconName() override
    {
        return m_role ? QString() : QString(c_themedName % QLatin1Char('/') % QString::number(int(m_icon)));
    }

private:
    QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        return colorsOf(palette)[m_role && mode != QIcon::Selected ? *m_role : ColorRole::Text];
    }

    Icon m_icon;
    std::optional<ColorRole> m_role;
};

/** Which icon themedIcon() was asked for. */
std::optional<Icon> themedOne(const QIcon &icon)
{
    const QString name = icon.name();
    if (!name.startsWith(c_themedName))
        return std::nullopt;
    return Icon(QStringView(name).mid(c_themedName.size() + 1).toInt());
}

} // namespace

void paintIcon(QPainter &painter, Icon icon, const QRectF &rect, const QColor &color)
{
    const qreal size = std::floor(std::min(rect.width(), rect.height()));
    if (size < c_smallest)
        return;
    const qreal ratio = deviceRatio(painter);
    QPixmap pixmap = cached(icon, int(std::lround(size * ratio)), color);
    pixmap.setDevicePixelRatio(ratio);
    const QPointF corner = rect.center() - QPointF(size, size) / 2;
    painter.drawPixmap(snapped(painter, corner), pixmap);
}

void paintIcon(QPainter &painter, const QIcon &icon, const QRectF &rect, const QColor &color)
{
    if (const std::optional<Icon> themed = themedOne(icon))
        paintIcon(painter, *themed, rect, color);
    else
        icon.paint(&painter, rect.toAlignedRect());
}

QIcon themedIcon(Icon icon)
{
    return QIcon(new ThemedIconEngine(icon, std::nullopt));
}

QIcon themedIcon(Icon icon, ColorRole color)
{
    return QIcon(new ThemedIconEngine(icon, color));
}

} // namespace earshot
