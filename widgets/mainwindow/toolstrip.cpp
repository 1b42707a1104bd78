// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/toolstrip.h"

#include "widgets/controls/segmentedcontrol.h"
#include "widgets/mainwindow/mainactions.h"
#include "widgets/scope/filterline.h"
#include "widgets/scope/timerangebutton.h"
#include "widgets/scope/zonebutton.h"
#include "widgets/style/colors.h"
#include "widgets/style/metrics.h"

namespace earshot {

ToolStrip::ToolStrip(MainActions &actions, ViewScope &scope, StoreReader &reader, DisplaySettings &display,
                     QWidget *parent)
    : QToolBar(parent)
    , m_perspectives(new SegmentedControl(actions.perspectives()->actions(), SegmentedControl::Look::Filled, this))
    , m_filterLine(new FilterLine(scope, reader, display, this))
    , m_timeRange(new TimeRangeButton(scope, display, this))
    , m_zone(new ZoneButton(scope, display, this))
{
    setObjectName(QStringLiteral("toolStrip"));
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setMinimumHeight(metrics::c_toolBarHeight);
    layout()->setContentsMargins(metrics::c_paneMargin, metrics::c_between, metrics::c_paneMargin, metrics::c_between);
    layout()->setSpacing(0);
    m_filterLine->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addWidget(m_perspectives);
    addGap(metrics::c_between);
    addWidget(m_filterLine);
    addGap(metrics::c_between);
    addWidget(m_timeRange);
    addGap(metrics::c_between);
    addWidget(m_zone);
    addGap(metrics::c_between);
    addToggle(actions.facets);
    addToggle(actions.detail);
    retranslate();
}

void ToolStrip::addToggle(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setFixedSize(metrics::c_controlHeight, metrics::c_controlHeight);
    addWidget(button);
}

void ToolStrip::addGap(int width)
{
    auto *gap = new QWidget(this);
    gap->setFixedWidth(width);
    addWidget(gap);
}

void ToolStrip::setNarrow(bool narrow)
{
    m_timeRange->setIconOnly(narrow);
    m_zone->setIconOnly(narrow);
}

void ToolStrip::retranslate()
{
    setWindowTitle(tr("Tools"));
    setAccessibleName(tr("Tools"));
    m_perspectives->setAccessibleName(tr("Perspective"));
}

void ToolStrip::changeEvent(QEvent *event)
{
    QToolBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ToolStrip::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors[ColorRole::Window]);
    painter.setPen(QPen(colors[ColorRole::Line], 0));
    painter.drawLine(QPointF(0, height() - 0.5), QPointF(width(), height() - 0.5));
}

} // namespace earshot
