// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/payload/payloaddiffview.h"

#include "widgets/controls/emptystate.h"
#include "widgets/controls/labels.h"
#include "widgets/payload/payloaddiffpane.h"
#include "widgets/payload/payloadstrip.h"
#include "widgets/payload/payloadwords.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace earshot {

PayloadDiffView::PayloadDiffView(DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_strip(new PayloadStrip(this))
    , m_summary(new ElidedLabel(m_strip))
    , m_withTimesAndIds(new QCheckBox(m_strip))
    , m_stack(new QStackedWidget(this))
    , m_pane(new PayloadDiffPane(m_stack))
    , m_empty(new EmptyState(m_stack))
{
    m_strip->row()->addWidget(m_summary, 1);
    m_strip->row()->addWidget(m_withTimesAndIds);
    m_stack->addWidget(m_pane);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_strip);
    setFocusPolicy(Qt::StrongFocus); // where there is nothing to compare
    connect(m_withTimesAndIds, &QCheckBox::toggled, this, &PayloadDiffView::choose);
    connect(&display, &DisplaySettings::changed, this, &PayloadDiffView::updateTexts);
    retranslate();
}

void PayloadDiffView::setContent(const PayloadContentPtr &content)
{
    m_content = content;
    m_diff = {};
    m_pane->setRows({});
    choose();
}

void PayloadDiffView::setDiff(const JsonDiff &diff)
{
    m_pane->setRows(diff.rows);
    m_diff = diff;
    m_diff.rows.clear();
    updateTexts();
}

bool PayloadDiffView::withTimesAndIds() const
{
    return m_withTimesAndIds->isChecked();
}

void PayloadDiffView::setWithTimesAndIds(bool with)
{
    m_withTimesAndIds->setChecked(with);
}

void PayloadDiffView::choose()
{
    if (m_content && m_content->diff && withTimesAndIds())
        Q_EMIT comparisonRequested(true);
    else if (m_content && m_content->diff)
        setDiff(*m_content->diff);
    updateTexts();
}

void PayloadDiffView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PayloadDiffView::retranslate()
{
    m_pane->setAccessibleName(tr("Differences"));
    m_withTimesAndIds->setText(tr("Times and ids too"));
    m_withTimesAndIds->setToolTip(tr("Also compares values that are times or name things, which differ each time"));
    updateTexts();
}

void PayloadDiffView::updateTexts()
{
    const bool hasDiff = m_content && m_content->diff;
    m_strip->setVisible(hasDiff);
    m_stack->setCurrentWidget(hasDiff ? static_cast<QWidget *>(m_pane) : m_empty);
    setFocusProxy(hasDiff ? m_pane : nullptr);
    if (hasDiff) {
        const QString time =
            timeWithMillisecondsText(m_content->previous->receivedAt, m_display.format(), m_display.now());
        //: %1: when the delivery before came, %2: as in "4 changed, 1 new"
        m_summary->setText(tr("Against %1: %2").arg(time, differenceText(m_diff, withTimesAndIds())));
        m_pane->setAccessibleDescription(m_summary->text());
    } else if (m_content && m_content->previous) {
        m_empty->setMessage(Icon::File, tr("Nothing to compare"),
                            tr("This payload, or the one of its kind before it, is not JSON or too large."));
    } else {
        m_empty->setMessage(Icon::File, tr("Nothing of this kind came before"));
    }
}

} // namespace earshot
