// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/conversation/forwardingview.h"

#include "widgets/controls/emptystate.h"
#include "widgets/conversation/forwardingcard.h"
#include "widgets/forwarding/outboxquestionpanel.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace earshot {

ForwardingView::ForwardingView(DisplaySettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(m_stack))
    , m_scroll(new QScrollArea(m_stack))
    , m_forward(new QPushButton)
{
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(metrics::c_paneMargin, metrics::c_paneMargin, metrics::c_paneMargin,
                                 metrics::c_paneMargin);
    m_column->setSpacing(metrics::c_between);
    m_column->addWidget(m_forward, 0, Qt::AlignLeading);
    m_column->addStretch(1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false); // the pane's surface is seen
    m_scroll->viewport()->setAutoFillBackground(false);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_scroll);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_stack);

    const auto ask = [this] { Q_EMIT forwardRequested(m_conversation); };
    connect(m_forward, &QPushButton::clicked, this, ask);
    connect(m_empty, &EmptyState::buttonPressed, this, ask);
    retranslate();
}

void ForwardingView::setRows(qint64 conversation, const QList<OutboxRow> &rows)
{
    m_conversation = conversation;
    QList<ForwardingCard *> cards;
    for (const OutboxRow &row : rows) {
        ForwardingCard *card = cardOf(row.id);
        if (card == nullptr)
            card = makeCard();
        card->setRow(row);
        cards.append(card);
    }
    for (ForwardingCard *card : std::as_const(m_cards)) {
        m_column->removeWidget(card);
        if (cards.contains(card))
            continue;
        card->hide(); // at once, not with the next turn of the loop
        card->deleteLater();
    }
    for (int i = 0; i < cards.size(); ++i)
        m_column->insertWidget(i, cards.at(i));
    m_cards = cards;
    m_stack->setCurrentWidget(rows.isEmpty() ? static_cast<QWidget *>(m_empty) : m_scroll);
}

ForwardingCard *ForwardingView::makeCard()
{
    auto *card = new ForwardingCard(m_settings, m_scroll->widget());
    connect(card, &ForwardingCard::retryRequested, this, &ForwardingView::retryRequested);
    connect(card, &ForwardingCard::sendAgainRequested, this, &ForwardingView::sendAgainRequested);
    connect(card, &ForwardingCard::logRequested, this, &ForwardingView::logRequested);
    connect(card, &ForwardingCard::contactChosen, this, &ForwardingView::contactChosen);
    connect(card, &ForwardingCard::settled, this, &ForwardingView::settled);
    return card;
}

void ForwardingView::setAnswering(qint64 row, bool answering)
{
    if (const ForwardingCard *card = cardOf(row))
        card->question()->setAnswering(answering);
}

ForwardingCard *ForwardingView::cardOf(qint64 row) const
{
    const auto found = std::ranges::find(m_cards, row, [](const ForwardingCard *card) { return card->row().id; });
    return found == m_cards.end() ? nullptr : *found;
}

bool ForwardingView::isEmptyShown() const
{
    return m_stack->currentWidget() == m_empty;
}

void ForwardingView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ForwardingView::retranslate()
{
    m_forward->setText(tr("Forward…"));
    m_forward->setAccessibleName(tr("Forward to a destination"));
    m_empty->clearButtons();
    m_empty->setMessage(Icon::Forward, tr("Not forwarded"),
                        tr("No destination takes this conversation by its rule, and nobody sent it by hand."));
    m_empty->addButton(tr("Forward…"));
}

} // namespace earshot
