// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/controls/banner.h"

#include "widgets/controls/labels.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/style/painting.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace earshot {
namespace {

struct BannerLook {
    Icon icon;
    ColorRole fill;
    ColorRole text;
};

BannerLook lookOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Warning:
        return {Icon::Warning, ColorRole::WarningFill, ColorRole::WarningText};
    case Banner::Kind::Error:
        return {Icon::Error, ColorRole::ErrorFill, ColorRole::ErrorText};
    case Banner::Kind::Good:
        return {Icon::StatusCompleted, ColorRole::GoodFill, ColorRole::GoodText};
    case Banner::Kind::Info:
        break;
    }
    return {Icon::Info, ColorRole::InfoFill, ColorRole::InfoText};
}

} // namespace

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel(Icon::Info, ColorRole::InfoText, this))
    , m_label(new QLabel(this))
    , m_link(new LinkButton(this))
    , m_close(new QToolButton(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_close->setAutoRaise(true);
    m_close->setIcon(themedIcon(Icon::Close));
    m_close->setProperty("smallControl", true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::c_paneMargin, metrics::c_inner, metrics::c_inner, metrics::c_inner);
    layout->setSpacing(metrics::c_between);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_link);
    layout->addWidget(m_close);
    connect(m_link, &LinkButton::clicked, this, &Banner::activated);
    connect(m_close, &QToolButton::clicked, this, [this] {
        dismiss();
        Q_EMIT closed();
    });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    retranslate();
    hide();
}

void Banner::showMessage(Kind kind, const QString &text, const QString &actionText)
{
    m_kind = kind;
    m_label->setText(text);
    m_link->setText(actionText);
    m_link->setVisible(!actionText.isEmpty());
    setAccessibleName(text);
    updateColors();
    show();
}

void Banner::dismiss()
{
    hide();
}

void Banner::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

QString Banner::text() const
{
    return m_label->text();
}

void Banner::updateColors()
{
    const BannerLook look = lookOf(m_kind);
    m_icon->setIcon(look.icon, look.text);
    update();
}

void Banner::retranslate()
{
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Banner::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_close->isHidden())
        m_close->click();
    else
        QWidget::keyPressEvent(event);
}

void Banner::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    painter.fillRect(rect(), colors[lookOf(m_kind).fill]);
    drawHorizontalLine(painter, 0, width(), height(), colors[ColorRole::Line]);
}

} // namespace earshot
