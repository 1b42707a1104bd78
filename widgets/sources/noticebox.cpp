// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/noticebox.h"

#include "widgets/controls/labels.h"
#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"

namespace earshot {
namespace {

struct NoticeLook {
    Icon icon;
    ColorRole fill;
    ColorRole text;
};

NoticeLook lookOf(NoticeBox::Kind kind)
{
    if (kind == NoticeBox::Kind::Warning)
        return {Icon::Warning, ColorRole::WarningFill, ColorRole::WarningText};
    return {Icon::Info, ColorRole::InfoFill, ColorRole::InfoText};
}

} // namespace

NoticeBox::NoticeBox(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_label(new QLabel)
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    const NoticeLook look = lookOf(kind);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::c_paneMargin, metrics::c_between, metrics::c_paneMargin, metrics::c_between);
    layout->setSpacing(metrics::c_between);
    layout->addWidget(new IconLabel(look.icon, look.text), 0, Qt::AlignTop);
    layout->addWidget(m_label, 1);
    hide();
}

void NoticeBox::setText(const QString &text)
{
    m_label->setText(text);
    setVisible(!text.isEmpty());
}

QString NoticeBox::text() const
{
    return m_label->text();
}

void NoticeBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorsOf(palette())[lookOf(m_kind).fill]);
    painter.drawRoundedRect(rect(), metrics::c_cardRadius, metrics::c_cardRadius);
}

} // namespace earshot
