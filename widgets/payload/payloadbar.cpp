// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/payload/payloadbar.h"

#include "widgets/controls/labels.h"
#include "widgets/controls/segmentedcontrol.h"
#include "widgets/style/colors.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/style/painting.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <array>

namespace earshot {
namespace {

QList<QAction *> pageActions(int count, QObject *parent)
{
    QList<QAction *> actions;
    for (int page = 0; page < count; ++page) {
        auto *action = new QAction(parent);
        action->setCheckable(true);
        action->setShortcut(QKeySequence(Qt::Key_1 + page));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        actions.append(action);
    }
    return actions;
}

QToolButton *stepButton(Icon icon, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    button->setAutoRaise(true);
    button->setProperty("smallControl", true);
    return button;
}

} // namespace

PayloadBar::PayloadBar(int pages, QWidget *parent)
    : QWidget(parent)
    , m_pages(pageActions(pages, this))
    , m_segments(new SegmentedControl(m_pages, SegmentedControl::Look::Quiet, this))
    , m_copyMenu(new QMenu(this))
    , m_copyButton(new QPushButton(this))
    , m_steps(new QWidget(this))
{
    m_segments->setSmall(true);
    buildCopyMenu();
    buildSteps();
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::c_between);
    row->addWidget(m_segments);
    row->addStretch(1);
    row->addWidget(m_copyButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::c_paneMargin, metrics::c_between, metrics::c_paneMargin, metrics::c_between);
    layout->setSpacing(metrics::c_inner);
    layout->addWidget(m_steps);
    layout->addLayout(row);
    for (int page = 0; page < pages; ++page)
        connect(m_pages[page], &QAction::triggered, this, [this, page] { Q_EMIT pageChosen(page); });
    retranslate();
}

void PayloadBar::buildCopyMenu()
{
    m_copyButton->setIcon(themedIcon(Icon::Copy));
    m_copyButton->setProperty("smallControl", true);
    m_copyButton->setAutoDefault(false);
    m_copyButton->setMenu(m_copyMenu);
    for (const Copied what : {Copied::Curl, Copied::Body, Copied::Headers, Copied::Path}) {
        QAction *action = m_copyMenu->addAction(QString());
        connect(action, &QAction::triggered, this, [this, what] { Q_EMIT copyRequested(what); });
        m_copies.append(action);
    }
}

void PayloadBar::buildSteps()
{
    m_newer = stepButton(Icon::ChevronLeft, m_steps);
    m_older = stepButton(Icon::ChevronRight, m_steps);
    m_stepText = new ElidedLabel(m_steps);
    m_stepText->setColorRole(ColorRole::TextSecond);
    auto *row = new QHBoxLayout(m_steps);
    row->setContentsMargins({});
    row->setSpacing(metrics::c_inner);
    row->addWidget(m_newer);
    row->addWidget(m_older);
    row->addWidget(m_stepText, 1);
    m_steps->hide();
    connect(m_newer, &QToolButton::clicked, this, &PayloadBar::newerRequested);
    connect(m_older, &QToolButton::clicked, this, &PayloadBar::olderRequested);
}

void PayloadBar::setPage(int page)
{
    m_pages[page]->setChecked(true);
}

void PayloadBar::setPageText(int page, const QString &text)
{
    m_pages[page]->setText(text);
    fitCopyButton();
}

void PayloadBar::setPageAvailable(int page, bool available)
{
    m_pages[page]->setVisible(available);
    fitCopyButton();
}

void PayloadBar::setCopyEnabled(Copied what, bool enabled)
{
    m_copies[int(what)]->setEnabled(enabled);
}

void PayloadBar::setStep(int position, int count, const QString &text)
{
    m_position = position;
    m_count = count;
    m_text = text;
    m_steps->setVisible(count > 0);
    m_newer->setEnabled(position > 1);
    m_older->setEnabled(position < count);
    //: %1: which delivery of a conversation is shown, %2: how many there are, %3: what it is and when it came
    m_stepText->setText(tr("%1 of %2 · %3").arg(locale().toString(position), locale().toString(count), text));
}

void PayloadBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PayloadBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitCopyButton();
}

void PayloadBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    painter.fillRect(rect(), colors[ColorRole::Surface]);
    drawHorizontalLine(painter, 0, width(), height(), colors[ColorRole::Line]);
}

void PayloadBar::retranslate()
{
    m_segments->setAccessibleName(tr("How the payload is shown"));
    //: Verb, of a button with a menu: copy the request in one of several forms
    const QString copyAs = tr("Copy as");
    m_copyButton->setAccessibleName(copyAs);
    m_copyButton->setToolTip(tr("Copy the request or parts of it"));
    const std::array texts = {tr("cURL command"), tr("Body"), tr("Headers"), tr("Path")};
    for (int i = 0; i < int(texts.size()); ++i)
        m_copies[i]->setText(texts[std::size_t(i)]);
    m_newer->setToolTip(tr("Next newer delivery"));
    m_newer->setAccessibleName(m_newer->toolTip());
    m_older->setToolTip(tr("Next older delivery"));
    m_older->setAccessibleName(m_older->toolTip());
    setStep(m_position, m_count, m_text);
    fitCopyButton();
}

void PayloadBar::fitCopyButton()
{
    const QString text = m_copyButton->accessibleName();
    const int textWidth = m_copyButton->fontMetrics().horizontalAdvance(text);
    constexpr int around = 64; // icon, arrow and padding of the button
    const int needed = m_segments->sizeHint().width() + textWidth + around + 3 * metrics::c_paneMargin;
    m_copyButton->setText(needed <= width() ? text : QString());
}

} // namespace earshot
