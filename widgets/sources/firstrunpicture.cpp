// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/firstrunpicture.h"

#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/style/words.h"

#include <array>

namespace earshot {
namespace {

// Drawn on a sheet of this size, which is scaled to the widget.
constexpr QSizeF c_sheet(540, 350);
constexpr double c_box = 48; ///< of a platform
constexpr double c_boxLeft = 16;
constexpr double c_boxPitch = 120;
constexpr double c_firstBox = 28;
constexpr double c_ear = 76;
constexpr QPointF c_earCenter(206, 172);
constexpr double c_cardLeft = 306;
constexpr double c_cardWidth = 168;
constexpr std::array c_cardTops = {14.0, 130.0, 232.0};
constexpr std::array c_cardHeights = {98.0, 84.0, 112.0};

QColor faded(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

/** Draws one frame of the picture; the sheet is unmirrored, texts are placed by the caller's mapping. */
class Sheet
{
public:
    Sheet(QPainter &painter, const QPalette &palette, const QFont &font, bool mirrored)
        : m_painter(painter)
        , m_colors(colorsOf(palette))
        , m_font(font)
        , m_mirrored(mirrored)
    {
    }

    void draw()
    {
        const std::array platforms = {QLatin1StringView("insighto"), QLatin1StringView("eigi"),
                                      QLatin1StringView("varda")};
        for (int i = 0; i < int(platforms.size()); ++i)
            drawPlatform(i, platforms[std::size_t(i)]);
        drawTable(cardRect(0));
        drawCharts(cardRect(1));
        drawTranscript(cardRect(2));
        const std::array names = {FirstRunPicture::tr("Live table"), FirstRunPicture::tr("Charts"),
                                  FirstRunPicture::tr("Transcripts")};
        for (int i = 0; i < int(names.size()); ++i) {
            drawWay(i);
            const QRectF card = cardRect(i);
            drawText(QRectF(card.right() + 10, card.top(), c_sheet.width() + 60 - card.right(), card.height()),
                     Qt::AlignVCenter, names[std::size_t(i)]);
        }
        drawEar();
    }

private:
    QRectF placed(QRectF rect) const
    {
        if (m_mirrored)
            rect.moveLeft(c_sheet.width() - rect.right());
        return rect;
    }

    QPointF placed(QPointF point) const { return m_mirrored ? QPointF(c_sheet.width() - point.x(), point.y()) : point; }

    static QRectF cardRect(int index)
    {
        return {c_cardLeft, c_cardTops[std::size_t(index)], c_cardWidth, c_cardHeights[std::size_t(index)]};
    }

    void drawText(const QRectF &rect, Qt::Alignment vertical, const QString &text)
    {
        const bool centred = vertical.testFlag(Qt::AlignHCenter);
        const Qt::Alignment side = m_mirrored ? Qt::AlignRight : Qt::AlignLeft;
        m_painter.setFont(metrics::caption(m_font));
        m_painter.setPen(m_colors[ColorRole::Muted]);
        m_painter.drawText(placed(rect), int(centred ? vertical : vertical | side) | Qt::TextSingleLine, text);
    }

    void drawFrame(const QRectF &rect, ColorRole fill, ColorRole edge)
    {
        m_painter.setPen(QPen(m_colors[edge], 1));
        m_painter.setBrush(m_colors[fill]);
        m_painter.drawRoundedRect(placed(rect), metrics::c_cardRadius, metrics::c_cardRadius);
    }

    void drawBar(const QRectF &rect, const QColor &color)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        m_painter.drawRoundedRect(placed(rect), rect.height() / 2, rect.height() / 2);
    }

    void drawDot(QPointF center, double radius, const QColor &color)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        m_painter.drawEllipse(placed(center), radius, radius);
    }

    void drawPlatform(int index, QLatin1StringView platform)
    {
        const QRectF box(c_boxLeft, c_firstBox + index * c_boxPitch, c_box, c_box);
        drawStream(index, QPointF(box.right(), box.center().y()));
        drawFrame(box, ColorRole::Surface, ColorRole::ButtonEdge);
        m_painter.setFont(metrics::title(m_font));
        m_painter.setPen(m_colors[ColorRole::TextSecond]);
        m_painter.drawText(placed(box), Qt::AlignCenter, platformMonogram(platform));
        drawText(QRectF(box.left() - 30, box.bottom() + 4, c_box + 60, 20), Qt::AlignHCenter | Qt::AlignTop,
                 platformName(platform));
    }

    /** The dotted way of deliveries, with some on it. */
    void drawStream(int index, QPointF from)
    {
        const QPointF to(c_earCenter.x() - c_ear / 2, c_earCenter.y());
        const double middle = (from.x() + to.x()) / 2;
        QPainterPath way(placed(from));
        way.cubicTo(placed({middle + 10, from.y()}), placed({middle - 10, to.y()}), placed(to));
        m_painter.setPen(QPen(m_colors[ColorRole::ButtonEdge], 1.2, Qt::CustomDashLine, Qt::RoundCap));
        QPen pen = m_painter.pen();
        pen.setDashPattern({2, 3});
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(way);
        constexpr std::array<std::array<double, 2>, 3> places = {{{0.28, 0.52}, {0.4, 0.8}, {0.3, 0.6}}};
        const auto &places2 = places[std::size_t(index)];
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(faded(m_colors[ColorRole::Accent], 0.5));
        m_painter.drawEllipse(way.pointAtPercent(places2[0]), 3.5, 3.5);
        m_painter.setBrush(m_colors[ColorRole::Accent]);
        m_painter.drawEllipse(way.pointAtPercent(places2[1]), 3.5, 3.5);
    }

    void drawWay(int index)
    {
        const QPointF from(c_earCenter.x() + c_ear / 2, c_earCenter.y());
        const QPointF to(c_cardLeft, cardRect(index).center().y());
        const double middle = (from.x() + to.x()) / 2;
        QPainterPath way(placed(from));
        way.cubicTo(placed({middle, from.y()}), placed({middle, to.y()}), placed(to));
        m_painter.setPen(QPen(m_colors[ColorRole::ButtonEdge], 1.2));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(way);
    }

    void drawEar()
    {
        drawDot(c_earCenter, c_ear / 2, m_colors[ColorRole::Accent]);
        QRectF icon(0, 0, c_ear / 2, c_ear / 2);
        icon.moveCenter(placed(c_earCenter));
        paintIcon(m_painter, Icon::App, icon, m_colors[ColorRole::OnAccent]);
    }

    void drawTable(const QRectF &card)
    {
        drawFrame(card, ColorRole::Surface, ColorRole::ButtonEdge);
        const QColor word = m_colors[ColorRole::Muted];
        drawBar({card.left() + 12, card.top() + 9, 34, 5}, faded(word, 0.6));
        drawBar({card.left() + 74, card.top() + 9, 26, 5}, faded(word, 0.35));
        m_painter.setPen(QPen(m_colors[ColorRole::Line], 1));
        m_painter.drawLine(placed({card.left(), card.top() + 22}), placed({card.right(), card.top() + 22}));
        const std::array dots = {ColorRole::Accent, ColorRole::OutcomeBooked, ColorRole::OutcomeBooked,
                                 ColorRole::OutcomeFollowUp};
        constexpr std::array widths = {60.0, 44.0, 72.0, 36.0};
        constexpr std::array ends = {34.0, 26.0, 30.0, 22.0};
        for (std::size_t i = 0; i < dots.size(); ++i) {
            const double y = card.top() + 34 + double(i) * 17;
            drawDot({card.left() + 14, y}, 4, m_colors[dots[i]]);
            drawBar({card.left() + 26, y - 2.5, widths[i], 5}, faded(word, 0.35));
            drawBar({card.right() - 14 - 34, y - 2.5, ends[i], 5},
                    i == 0 ? m_colors[ColorRole::Accent] : faded(word, 0.2));
        }
    }

    void drawCharts(const QRectF &card)
    {
        drawFrame(card, ColorRole::Surface, ColorRole::ButtonEdge);
        constexpr std::array whole = {22.0, 34.0, 46.0, 38.0, 52.0, 60.0, 44.0, 30.0};
        constexpr std::array part = {8.0, 14.0, 18.0, 15.0, 20.0, 24.0, 18.0, 11.0};
        m_painter.setPen(Qt::NoPen);
        for (std::size_t i = 0; i < whole.size(); ++i) {
            const double left = card.left() + 16 + double(i) * 18;
            m_painter.setBrush(faded(m_colors[ColorRole::Accent], 0.3));
            m_painter.drawRect(placed(QRectF(left, card.bottom() - 10 - whole[i], 11, whole[i] - part[i])));
            m_painter.setBrush(m_colors[ColorRole::OutcomeBooked]);
            m_painter.drawRect(placed(QRectF(left, card.bottom() - 10 - part[i], 11, part[i])));
        }
    }

    void drawTranscript(const QRectF &card)
    {
        drawFrame(card, ColorRole::Surface, ColorRole::ButtonEdge);
        const QColor word = m_colors[ColorRole::Muted];
        drawFrame({card.left() + 12, card.top() + 14, 92, 20}, ColorRole::BubbleContact, ColorRole::Line);
        drawBar({card.left() + 22, card.top() + 22, 66, 4}, faded(word, 0.6));
        drawFrame({card.right() - 12 - 94, card.top() + 42, 94, 28}, ColorRole::BubbleAssistant, ColorRole::Line);
        drawBar({card.right() - 96, card.top() + 50, 70, 4}, faded(m_colors[ColorRole::Accent], 0.6));
        drawBar({card.right() - 96, card.top() + 58, 44, 4}, faded(m_colors[ColorRole::Accent], 0.6));
        drawFrame({card.left() + 12, card.top() + 78, 60, 20}, ColorRole::BubbleContact, ColorRole::Line);
        drawBar({card.left() + 22, card.top() + 86, 38, 4}, faded(word, 0.6));
    }

    QPainter &m_painter;
    const Colors &m_colors;
    QFont m_font;
    bool m_mirrored;
};

/** The sheet with room for the names at its end. */
QSizeF fullSize(const QFont &font)
{
    const QFontMetricsF words(metrics::caption(font));
    const double longest = std::max({words.horizontalAdvance(FirstRunPicture::tr("Live table")),
                                     words.horizontalAdvance(FirstRunPicture::tr("Charts")),
                                     words.horizontalAdvance(FirstRunPicture::tr("Transcripts"))});
    return {std::max(c_sheet.width(), c_cardLeft + c_cardWidth + 10 + longest), c_sheet.height()};
}

} // namespace

FirstRunPicture::FirstRunPicture(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

QSize FirstRunPicture::sizeHint() const
{
    return fullSize(font()).toSize();
}

QSize FirstRunPicture::minimumSizeHint() const
{
    return {0, 0}; // so that it never keeps a window wide
}

void FirstRunPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QSizeF size = fullSize(font());
    const bool mirrored = isRightToLeft();
    painter.translate((width() - size.width()) / 2 + (mirrored ? size.width() - c_sheet.width() : 0),
                      (height() - size.height()) / 2);
    Sheet(painter, palette(), font(), mirrored).draw();
}

} // namespace earshot
