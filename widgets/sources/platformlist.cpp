// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/platformlist.h"

#include "widgets/sources/platformguide.h"
#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"
#include "widgets/style/words.h"

#include <array>

namespace earshot {
namespace {

constexpr int c_platformRole = Qt::UserRole;
constexpr int c_taglineRole = Qt::UserRole + 1;
constexpr int c_monogram = 28;
constexpr int c_padding = 10;
constexpr std::array c_platforms = {QLatin1StringView("insighto"), QLatin1StringView("eigi"),
                                    QLatin1StringView("varda"), QLatin1StringView("custom")};

class PlatformDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QFontMetrics name(metrics::strong(option.font));
        const QFontMetrics line(metrics::caption(option.font));
        const int words = std::max(name.horizontalAdvance(index.data(Qt::DisplayRole).toString()),
                                   line.horizontalAdvance(index.data(c_taglineRole).toString()));
        return {words + c_monogram + 3 * c_padding, name.height() + line.height() + 2 * c_padding - metrics::c_inner};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const Colors &colors = colorsOf(option.palette);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        paintBack(painter, option, colors);
        const QRect rect = option.rect.adjusted(c_padding, 0, -c_padding, 0);
        const QRect frame(rect.left(), rect.center().y() - c_monogram / 2, c_monogram, c_monogram);
        const auto placed = [&](const QRect &part) { return QStyle::visualRect(option.direction, option.rect, part); };

        painter->setPen(colors[ColorRole::ButtonEdge]);
        painter->setBrush(colors[ColorRole::Surface]);
        painter->drawRoundedRect(QRectF(placed(frame)).adjusted(0.5, 0.5, -0.5, -0.5), metrics::c_controlRadius,
                                 metrics::c_controlRadius);
        const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
        painter->setPen(colors[isEnabled ? ColorRole::TextSecond : ColorRole::Muted]);
        painter->setFont(metrics::strong(option.font));
        painter->drawText(placed(frame), Qt::AlignCenter, platformMonogram(index.data(c_platformRole).toString()));

        const int height = QFontMetrics(metrics::strong(option.font)).height();
        QRect words = rect.adjusted(c_monogram + c_padding, 0, 0, 0);
        words.setTop(words.center().y() - height + 1);
        const int side = int(Qt::AlignTop | QStyle::visualAlignment(option.direction, Qt::AlignLeft));
        painter->setPen(colors[isEnabled ? ColorRole::Text : ColorRole::Muted]);
        painter->drawText(placed(words), side, index.data(Qt::DisplayRole).toString());
        words.translate(0, height);
        painter->setFont(metrics::caption(option.font));
        painter->setPen(colors[isSelected ? ColorRole::TextSecond : ColorRole::Muted]);
        painter->drawText(placed(words), side, index.data(c_taglineRole).toString());
        painter->restore();
    }

private:
    static void paintBack(QPainter *painter, const QStyleOptionViewItem &option, const Colors &colors)
    {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const bool isHovered =
            option.state.testFlag(QStyle::State_MouseOver) && option.state.testFlag(QStyle::State_Enabled);
        const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
        if (!isSelected && !isHovered && !hasFocus)
            return;
        const double inset = hasFocus ? metrics::c_focusRing / 2.0 : 0;
        painter->setPen(hasFocus ? QPen(colors[ColorRole::Accent], metrics::c_focusRing) : QPen(Qt::NoPen));
        painter->setBrush(isSelected  ? colors[ColorRole::Selection]
                          : isHovered ? colors[ColorRole::Hover]
                                      : QColor(Qt::transparent));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), metrics::c_controlRadius,
                                 metrics::c_controlRadius);
    }
};

} // namespace

PlatformList::PlatformList(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new PlatformDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setSpacing(1);
    viewport()->setAutoFillBackground(false);
    for (const QLatin1StringView platform : c_platforms) {
        auto *item = new QListWidgetItem(this);
        item->setData(c_platformRole, QString(platform));
    }
    setCurrentRow(0);
    retranslate();
    connect(this, &QListWidget::currentRowChanged, this, [this] { Q_EMIT platformChosen(platform()); });
}

QString PlatformList::platform() const
{
    return currentItem()->data(c_platformRole).toString();
}

void PlatformList::setPlatform(const QString &platform)
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(c_platformRole).toString() == platform)
            setCurrentRow(row);
    }
}

void PlatformList::fixChoice()
{
    for (int row = 0; row < count(); ++row) {
        if (row != currentRow())
            item(row)->setFlags(Qt::NoItemFlags);
    }
}

void PlatformList::retranslate()
{
    setAccessibleName(tr("Platform"));
    for (int row = 0; row < count(); ++row) {
        const PlatformGuide guide = platformGuide(item(row)->data(c_platformRole).toString());
        item(row)->setText(guide.name);
        item(row)->setData(c_taglineRole, guide.tagline);
        item(row)->setData(Qt::AccessibleDescriptionRole, guide.tagline);
    }
    fitWidth();
}

void PlatformList::fitWidth()
{
    int width = 0;
    for (int row = 0; row < count(); ++row)
        width = std::max(width, sizeHintForIndex(indexFromItem(item(row))).width());
    setFixedWidth(width + 2 * spacing() + metrics::c_between);
}

void PlatformList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fitWidth();
}

} // namespace earshot
