// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/conversation/transcriptpane.h"

#include "widgets/controls/emptystate.h"
#include "widgets/controls/linkdialog.h"
#include "widgets/conversation/findbar.h"
#include "widgets/conversation/transcriptview.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>

namespace earshot {

TranscriptPane::TranscriptPane(DisplaySettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_page(new QWidget(m_stack))
    , m_findBar(new FindBar(m_page))
    , m_view(new TranscriptView(settings, m_page))
    , m_empty(new EmptyState(m_stack))
{
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_findBar);
    column->addWidget(m_view, 1);
    m_stack->addWidget(m_page);
    m_stack->addWidget(m_empty);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_stack);
    setFocusProxy(m_view);

    connect(m_findBar, &FindBar::textChanged, m_view, &TranscriptView::setFindText);
    connect(m_findBar, &FindBar::nextRequested, m_view, &TranscriptView::findNext);
    connect(m_findBar, &FindBar::previousRequested, m_view, &TranscriptView::findPrevious);
    connect(m_findBar, &FindBar::closed, this, [this] {
        m_view->setFindText({});
        m_view->setFocus();
    });
    connect(m_view, &TranscriptView::findChanged, this,
            [this] { m_findBar->setHits(m_view->currentHit(), m_view->hitCount()); });
    connect(m_view, &TranscriptView::linkRequested, this, [this](const QUrl &address) {
        askToOpenLink(address, tr("This address was sent in the conversation. It opens in your browser:"), this);
    });
    connect(m_empty, &EmptyState::buttonPressed, this, &TranscriptPane::retryRequested);
}

void TranscriptPane::showTranscript(const Transcript &transcript)
{
    m_error.clear();
    m_view->setTranscript(transcript);
    if (transcript.entries.isEmpty())
        showEmpty();
    else
        m_stack->setCurrentWidget(m_page);
}

void TranscriptPane::showLoading()
{
    m_error.clear();
    m_view->clear();
    m_view->setLoading(true);
    m_stack->setCurrentWidget(m_page);
}

void TranscriptPane::showError(const QString &text)
{
    m_error = text;
    m_view->clear();
    showEmpty();
}

void TranscriptPane::clear()
{
    m_error.clear();
    m_view->clear();
    m_findBar->hide();
    m_view->setFindText({});
}

bool TranscriptPane::isEmptyShown() const
{
    return m_stack->currentWidget() == m_empty;
}

void TranscriptPane::find()
{
    if (isEmptyShown())
        return;
    m_findBar->open();
    m_view->setFindText(m_findBar->text());
}

void TranscriptPane::findNext()
{
    if (m_findBar->isHidden())
        find();
    else
        m_view->findNext();
}

void TranscriptPane::findPrevious()
{
    if (m_findBar->isHidden())
        find();
    else
        m_view->findPrevious();
}

void TranscriptPane::keyPressEvent(QKeyEvent *event)
{
    const bool isBack = event->modifiers().testFlag(Qt::ShiftModifier);
    if (event->matches(QKeySequence::Find))
        find();
    else if (event->key() == Qt::Key_F3 && isBack)
        findPrevious();
    else if (event->key() == Qt::Key_F3)
        findNext();
    else if (event->key() == Qt::Key_Escape && !m_findBar->isHidden())
        m_findBar->close();
    else
        QWidget::keyPressEvent(event);
}

void TranscriptPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && isEmptyShown())
        showEmpty();
}

void TranscriptPane::showEmpty()
{
    m_empty->clearButtons();
    if (m_error.isEmpty()) {
        m_empty->setMessage(Icon::Chat, tr("No transcript"), reason());
    } else {
        m_empty->setMessage(Icon::Error, tr("The transcript cannot be read"), m_error);
        m_empty->addButton(tr("Try again"));
    }
    m_stack->setCurrentWidget(m_empty);
}

/** Why there is none, by what the platform is known to send. */
QString TranscriptPane::reason() const
{
    const Transcript &transcript = m_view->transcript();
    const bool isCall = transcript.kind == Kind::Call;
    if (transcript.conversation == 0)
        return tr("The delivery belongs to no conversation.");
    if (transcript.platform == QLatin1StringView("insighto"))
        return tr("Insighto.ai sends it when the conversation is closed.");
    if (transcript.platform == QLatin1StringView("eigi"))
        return tr("eigi.ai sends it only with some of its events.");
    if (transcript.platform == QLatin1StringView("varda"))
        return isCall ? tr("Varda sends no transcript of calls.") : tr("Varda sends each message when it is written.");
    return tr("Nothing of what this source sent is a transcript. Payload shows what it sent.");
}

} // namespace earshot
