// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/choicecard.h"

#include "widgets/controls/labels.h"
#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"

namespace earshot {
namespace {

constexpr int c_tile = 40;
constexpr int c_tileIcon = 20;
constexpr int c_keyPadding = 6;

/** The icon on its tinted square. */
class Tile final : public QWidget
{
public:
    explicit Tile(Icon icon)
        : m_icon(icon)
    {
        setFixedSize(c_tile, c_tile);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colors &colors = colorsOf(palette());
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors[ColorRole::InfoFill]);
        painter.drawRoundedRect(rect(), metrics::c_cardRadius, metrics::c_cardRadius);
        QRectF place(0, 0, c_tileIcon, c_tileIcon);
        place.moveCenter(QRectF(rect()).center());
        paintIcon(painter, m_icon, place, colors[ColorRole::Accent]);
    }

private:
    Icon m_icon;
};

/** A key as it looks on a keyboard. */
class KeyCap final : public QWidget
{
public:
    explicit KeyCap(const QString &text)
        : m_text(text)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics font(metrics::caption(this->font()));
        return {font.horizontalAdvance(m_text) + 2 * c_keyPadding, font.height() + metrics::c_inner};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colors &colors = colorsOf(palette());
        painter.setPen(colors[ColorRole::ButtonEdge]);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.setPen(colors[ColorRole::TextSecond]);
        painter.setFont(metrics::caption(font()));
        painter.drawText(rect(), Qt::AlignCenter, m_text);
    }

private:
    QString m_text;
};

} // namespace

ChoiceCard::ChoiceCard(Icon icon, int key, QWidget *parent)
    : QAbstractButton(parent)
    , m_title(new SectionLabel)
    , m_text(new MutedLabel)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::c_betweenGroups, metrics::c_betweenGroups, metrics::c_betweenGroups,
                               metrics::c_betweenGroups);
    layout->setSpacing(metrics::c_betweenGroups);
    layout->addWidget(new Tile(icon), 0, Qt::AlignVCenter);
    layout->addLayout(words, 1);
    layout->addWidget(new KeyCap(QString::number(key)), 0, Qt::AlignVCenter);
    const QList<QWidget *> parts = findChildren<QWidget *>();
    for (QWidget *part : parts)
        part->setAttribute(Qt::WA_TransparentForMouseEvents);
}

void ChoiceCard::setTexts(const QString &title, const QString &text)
{
    setText(title);
    m_title->setText(title);
    m_text->setText(text);
    setAccessibleName(title);
    setAccessibleDescription(text);
}

bool ChoiceCard::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

void ChoiceCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &colors = colorsOf(palette());
    const double width = hasFocus() ? metrics::c_focusRing : 1;
    const double inset = width / 2;
    painter.setPen(QPen(colors[hasFocus() ? ColorRole::Accent : ColorRole::ButtonEdge], width));
    painter.setBrush(colors[isDown() ? ColorRole::Selection : underMouse() ? ColorRole::Hover : ColorRole::Surface]);
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), metrics::c_cardRadius,
                            metrics::c_cardRadius);
}

} // namespace earshot
