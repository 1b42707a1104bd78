// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/detail/detailpane.h"

#include "widgets/controls/emptystate.h"
#include "widgets/conversation/forwardingview.h"
#include "widgets/conversation/timelineview.h"
#include "widgets/conversation/transcriptpane.h"
#include "widgets/detail/conversationheader.h"
#include "widgets/detail/deliveryheader.h"
#include "widgets/detail/detailfooter.h"
#include "widgets/detail/detailtabs.h"
#include "widgets/payload/payloadview.h"
#include "widgets/style/displaysettings.h"
#include "widgets/style/words.h"

#include <QBoxLayout>
#include <QPainter>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr auto c_unseenWait = 200ms;
constexpr int c_headerHeight = 92;

/** The first part of @p content that takes the keyboard; null if none does. */
QWidget *firstFocusable(const QWidget &content)
{
    const QList<QWidget *> parts = content.findChildren<QWidget *>();
    const auto found = std::ranges::find_if(parts, [](const QWidget *part) {
        return part->isVisible() && part->isEnabled() && part->focusPolicy() & Qt::TabFocus;
    });
    return found == parts.end() ? nullptr : *found;
}

} // namespace

DetailPane::DetailPane(StoreReader &reader, DisplaySettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_reader(reader)
    , m_settings(settings)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(m_stack))
    , m_page(new QWidget(m_stack))
    , m_conversationHeader(new ConversationHeader(settings, m_page))
    , m_deliveryHeader(new DeliveryHeader(settings, m_page))
    , m_tabs(new DetailTabs(m_page))
    , m_contents(new QStackedWidget(m_page))
    , m_transcript(new TranscriptPane(settings, m_contents))
    , m_payload(new PayloadView(reader, settings, m_contents))
    , m_timeline(new TimelineView(settings, m_contents))
    , m_forwarding(new ForwardingView(settings, m_contents))
    , m_footer(new DetailFooter(m_page))
{
    m_waiting.setSingleShot(true);
    m_waiting.setInterval(c_unseenWait);
    for (int i = 0; i < 4; ++i)
        m_tabs->addTab(QString());
    buildLayout();
    connectParts();
    retranslate();
    showEmpty();
}

DetailPane::~DetailPane()
{
    stopReading();
}

void DetailPane::buildLayout()
{
    m_conversationHeader->setMinimumHeight(c_headerHeight);
    m_deliveryHeader->hide();
    m_contents->addWidget(m_transcript);
    m_contents->addWidget(m_payload);
    m_contents->addWidget(m_timeline);
    m_contents->addWidget(m_forwarding);
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_conversationHeader);
    column->addWidget(m_deliveryHeader);
    column->addWidget(m_tabs);
    column->addWidget(m_contents, 1);
    column->addWidget(m_footer);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_page);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_stack);
}

void DetailPane::connectParts()
{
    connect(&m_reader, &StoreReader::changed, this, &DetailPane::follow);
    connect(&m_waiting, &QTimer::timeout, this, &DetailPane::showWaiting);
    connect(m_tabs, &QTabBar::currentChanged, this, &DetailPane::showFrontTab);
    connect(m_transcript, &TranscriptPane::retryRequested, this, &DetailPane::read);
    connect(m_timeline, &TimelineView::deliveryRequested, this, &DetailPane::deliveryRequested);
    connect(m_forwarding, &ForwardingView::retryRequested, this, &DetailPane::retryRequested);
    connect(m_forwarding, &ForwardingView::forwardRequested, this, &DetailPane::forwardRequested);
    connect(m_forwarding, &ForwardingView::sendAgainRequested, this, &DetailPane::sendAgainRequested);
    connect(m_forwarding, &ForwardingView::logRequested, this, &DetailPane::logRequested);
    connect(m_forwarding, &ForwardingView::contactChosen, this, [this](qint64 row, const QString &contact) {
        setAnswering(row, true);
        Q_EMIT contactChosen(row, contact);
    });
    connect(m_forwarding, &ForwardingView::settled, this, [this](qint64 row, bool isThere) {
        setAnswering(row, true);
        Q_EMIT settled(row, isThere);
    });
    connect(m_conversationHeader, &ConversationHeader::forwardingPressed, this, [this] {
        setFrontTab(Tab::Forwarding);
        focusContent();
    });
    connect(m_payload, &PayloadView::filterRequested, this, &DetailPane::filterRequested);
    connect(m_payload, &PayloadView::conversationRequested, this, &DetailPane::conversationRequested);
    connect(m_deliveryHeader, &DeliveryHeader::conversationRequested, this, &DetailPane::conversationRequested);
    connect(m_deliveryHeader, &DeliveryHeader::previousRequested, this, &DetailPane::previousRequested);
    connect(m_deliveryHeader, &DeliveryHeader::nextRequested, this, &DetailPane::nextRequested);
}

void DetailPane::showConversation(qint64 conversation)
{
    choose(conversation, 0);
}

void DetailPane::showDelivery(qint64 delivery)
{
    if (delivery != m_delivery || m_isGone)
        choose(0, delivery);
}

void DetailPane::choose(qint64 conversation, qint64 delivery)
{
    if (conversation == 0 && delivery == 0)
        return clear();
    if (conversation == m_conversation && delivery == m_delivery && !m_isGone)
        return;
    m_conversation = conversation;
    m_delivery = delivery;
    m_isGone = false;
    m_isSettled = false;
    m_isPayloadStale = true;
    m_waiting.start();
    read();
    showPayload();
}

void DetailPane::clear()
{
    stopReading();
    m_waiting.stop();
    m_conversation = 0;
    m_delivery = 0;
    m_isGone = false;
    m_content = {};
    m_transcript->clear();
    m_payload->clear();
    showEmpty();
}

void DetailPane::stopReading()
{
    if (m_stop)
        m_stop->store(true);
    m_stop.reset();
    m_isStale = false;
}

void DetailPane::read()
{
    stopReading();
    m_stop = std::make_shared<std::atomic_bool>(false);
    const StopFlag stop = m_stop;
    const qint64 conversation = m_conversation;
    const qint64 delivery = m_delivery;
    m_reader
        .read<DetailContent>(
            [conversation, delivery](const Database &database) {
                return delivery != 0 ? readDeliveryDetail(database, delivery)
                                     : readConversationDetail(database, conversation);
            },
            stop)
        .then(this, [this, stop](const Result<DetailContent> &content) {
            if (stop == m_stop)
                take(content);
        });
}

void DetailPane::take(const Result<DetailContent> &content)
{
    m_stop.reset();
    m_waiting.stop();
    if (!content)
        return takeError(content.error());
    m_isGone = false;
    m_isQuarantined = content->delivery && content->delivery->state == QLatin1StringView("quarantined");
    m_isSettled = !content->delivery || content->delivery->state != QLatin1StringView("received");
    const ConversationDetail *conversation = content->conversation ? &*content->conversation : nullptr;
    takeConversation(conversation);
    if (content->delivery) {
        m_conversation = content->delivery->conversation;
        m_deliveryHeader->setDelivery(*content->delivery, conversation ? &conversation->record : nullptr);
    }
    m_conversationHeader->setVisible(!content->delivery);
    m_deliveryHeader->setVisible(content->delivery.has_value());
    m_stack->setCurrentWidget(m_page);
    Q_EMIT shown();
    if (std::exchange(m_isStale, false))
        read();
}

void DetailPane::takeConversation(const ConversationDetail *conversation)
{
    m_content = conversation ? *conversation : ConversationDetail();
    m_transcript->showTranscript(m_content.transcript);
    m_timeline->setRows(m_content.timeline);
    m_forwarding->setRows(m_content.record.id, m_content.outbox);
    m_conversationHeader->setConversation(m_content.record, forwardingPlaces(m_content.outbox));
    updateCounts();
}

void DetailPane::takeError(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    m_content = {};
    if (error.code == ErrorCode::NotFound) {
        m_isGone = true;
        showEmpty();
        return;
    }
    m_transcript->showError(errorText(error));
    m_timeline->setRows({});
    updateCounts();
    m_stack->setCurrentWidget(m_page);
}

/** Reads again what has changed, one read at a time. */
void DetailPane::follow(const StoreChanges &changes)
{
    const bool isShown = m_conversation != 0 || m_delivery != 0;
    const bool isMeant = changes.everything || changes.settings || changes.outbox
                         || changes.conversations.contains(m_conversation)
                         || (changes.hasNewDeliveries && m_delivery != 0 && !m_isSettled)
                         || (changes.hasLostDeliveries && m_delivery != 0);
    if (!isShown || !isMeant)
        return;
    if (changes.everything || changes.conversations.contains(m_conversation))
        m_isPayloadStale = m_isPayloadStale || m_delivery == 0;
    if (m_stop)
        m_isStale = true;
    else
        read();
    showPayload();
}

void DetailPane::showWaiting()
{
    m_transcript->showLoading();
    m_timeline->setRows({});
    m_content = {};
    updateCounts();
}

/** A body is only read when it is looked at. */
void DetailPane::showPayload()
{
    if (frontTab() != Tab::Payload || !m_isPayloadStale)
        return;
    m_isPayloadStale = false;
    if (m_delivery != 0)
        m_payload->showDelivery(m_delivery);
    else if (m_conversation != 0)
        m_payload->showConversation(m_conversation);
}

void DetailPane::showFrontTab()
{
    m_contents->setCurrentIndex(m_tabs->currentIndex());
    showPayload();
    Q_EMIT frontTabChanged();
}

void DetailPane::setFrontTab(Tab tab)
{
    m_tabs->setCurrentIndex(int(tab));
}

DetailPane::Tab DetailPane::frontTab() const
{
    return Tab(std::max(0, m_tabs->currentIndex()));
}

void DetailPane::focusContent()
{
    if (m_stack->currentWidget() != m_page)
        return;
    QWidget *content = m_contents->currentWidget();
    if (content->focusPolicy() == Qt::NoFocus && content->focusProxy() == nullptr)
        content = firstFocusable(*content);
    if (content != nullptr)
        content->setFocus(Qt::OtherFocusReason);
    if (content == nullptr || !content->hasFocus())
        m_tabs->setFocus(Qt::OtherFocusReason); // there is nothing to read, or it cannot be seen
}

void DetailPane::find()
{
    if (m_stack->currentWidget() != m_page)
        return;
    if (frontTab() != Tab::Payload)
        setFrontTab(Tab::Transcript);
    if (frontTab() == Tab::Transcript)
        m_transcript->find();
    else
        m_payload->find();
}

void DetailPane::findNext()
{
    if (frontTab() == Tab::Transcript)
        m_transcript->findNext();
}

void DetailPane::findPrevious()
{
    if (frontTab() == Tab::Transcript)
        m_transcript->findPrevious();
}

void DetailPane::showDiff()
{
    setFrontTab(Tab::Payload);
    m_payload->showDiff();
}

void DetailPane::setFooterActions(const QList<QAction *> &actions)
{
    m_footer->setActions(actions);
}

void DetailPane::setCompactHeader(bool compact)
{
    m_conversationHeader->setMinimumHeight(compact ? 0 : c_headerHeight);
    m_conversationHeader->setCompact(compact);
    m_deliveryHeader->setCompact(compact);
}

void DetailPane::setAnswering(qint64 row, bool answering)
{
    m_forwarding->setAnswering(row, answering);
}

void DetailPane::setSteps(bool previous, bool next)
{
    m_deliveryHeader->setSteps(previous, next);
}

void DetailPane::updateCounts()
{
    const auto text = [this](qsizetype count) {
        return count > 0 ? m_settings.format().locale.toString(qlonglong(count)) : QString();
    };
    m_tabs->setCount(int(Tab::Transcript), text(m_content.transcript.messages()));
    m_tabs->setCount(int(Tab::Timeline), text(m_content.timeline.size()));
    m_tabs->setCount(int(Tab::Forwarding), text(m_content.outbox.size()));
}

void DetailPane::showEmpty()
{
    if (m_isGone)
        m_empty->setMessage(Icon::Trash, tr("No longer in the store"),
                            tr("It was erased, or its store was exchanged, since it was listed."));
    else
        m_empty->setMessage(Icon::Detail, tr("Select a conversation"),
                            tr("What was said, sent and forwarded is shown here."));
    m_stack->setCurrentWidget(m_empty);
}

void DetailPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DetailPane::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), colorsOf(palette())[ColorRole::Surface]);
}

void DetailPane::retranslate()
{
    m_tabs->setTabText(int(Tab::Transcript), tr("Transcript"));
    m_tabs->setTabText(int(Tab::Payload), tr("Payload"));
    m_tabs->setTabText(int(Tab::Timeline), tr("Timeline"));
    m_tabs->setTabText(int(Tab::Forwarding), tr("Forwarding"));
    m_tabs->setAccessibleName(tr("Views of the conversation"));
    setAccessibleName(tr("Details"));
    if (m_stack->currentWidget() == m_empty)
        showEmpty();
}

} // namespace earshot
