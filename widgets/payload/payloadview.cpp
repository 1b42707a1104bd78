// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/payload/payloadview.h"

#include "models/store/recordlookup.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/busybar.h"
#include "widgets/controls/emptystate.h"
#include "widgets/payload/curlcommand.h"
#include "widgets/payload/payloaddiffview.h"
#include "widgets/payload/payloadhexview.h"
#include "widgets/payload/payloadtableview.h"
#include "widgets/payload/payloadtextview.h"
#include "widgets/payload/payloadtreepage.h"
#include "widgets/payload/payloadwords.h"
#include "widgets/style/words.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace earshot {
namespace {

StopFlag newStop(StopFlag &current)
{
    if (current)
        current->store(true);
    current = std::make_shared<std::atomic_bool>(false);
    return current;
}

void stop(StopFlag &current)
{
    if (current)
        current->store(true);
    current.reset();
}

} // namespace

PayloadView::PayloadView(StoreReader &reader, DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_reader(reader)
    , m_display(display)
    , m_bar(new PayloadBar(int(Page::Count_), this))
    , m_banner(new Banner(this))
    , m_busy(new BusyBar(this))
    , m_stack(new QStackedWidget(this))
{
    buildPages();
    buildLayout();
    connectPages();
    connect(&reader, &StoreReader::changed, this, &PayloadView::refresh);
    connect(&display, &DisplaySettings::changed, this, [this] {
        setLocale(m_display.format().locale); // numbers in all that is inside
        updateBar();
    });
    setLocale(display.format().locale);
    retranslate();
    clear();
}

PayloadView::~PayloadView()
{
    for (StopFlag *flag : {&m_stop, &m_listStop, &m_compareStop})
        stop(*flag);
}

void PayloadView::buildPages()
{
    m_empty = new EmptyState(m_stack);
    m_tree = new PayloadTreePage(m_display, m_stack);
    m_text = new PayloadTextView(m_stack);
    m_raw = new PayloadHexView(m_stack);
    m_headers = new PayloadTableView(PayloadTableView::Kind::Headers, m_display, m_stack);
    m_parts = new PayloadTableView(PayloadTableView::Kind::Parts, m_display, m_stack);
    m_diff = new PayloadDiffView(m_display, m_stack);
    m_stack->addWidget(m_empty);
    for (int page = 0; page < int(Page::Count_); ++page)
        m_stack->addWidget(widgetOf(Page(page)));
}

void PayloadView::buildLayout()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_busy);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    m_banner->setClosable(false);
    m_busy->setAutoFillBackground(true); // as the bar above it and the page below
    m_busy->setBackgroundRole(QPalette::Base);
}

void PayloadView::connectPages()
{
    for (int page = 0; page < int(Page::Count_); ++page)
        addAction(m_bar->pageAction(page)); // so that its key is heard in all of the view
    connect(m_bar, &PayloadBar::pageChosen, this, [this](int page) {
        setPage(Page(page));
        m_stack->currentWidget()->setFocus();
    });
    connect(m_bar, &PayloadBar::copyRequested, this, &PayloadView::copy);
    connect(m_bar, &PayloadBar::newerRequested, this, &PayloadView::showNewer);
    connect(m_bar, &PayloadBar::olderRequested, this, &PayloadView::showOlder);
    connect(m_tree, &PayloadTreePage::filterRequested, this, &PayloadView::filterRequested);
    connect(m_tree, &PayloadTreePage::conversationRequested, this, &PayloadView::conversationRequested);
    connect(m_tree, &PayloadTreePage::diffRequested, this, &PayloadView::showDiff);
    connect(m_diff, &PayloadDiffView::comparisonRequested, this, &PayloadView::compare);
    connect(m_empty, &EmptyState::buttonPressed, this, [this] { read(PayloadDepth::Small); });
    connect(m_banner, &Banner::activated, this, [this] {
        if (!m_content || !m_content->problem)
            return;
        setPage(Page::Text);
        m_text->goTo(m_content->problem->line, m_content->problem->column);
    });
}

QWidget *PayloadView::widgetOf(Page page) const
{
    switch (page) {
    case Page::Tree:
        return m_tree;
    case Page::Text:
        return m_text;
    case Page::Raw:
        return m_raw;
    case Page::Headers:
        return m_headers;
    case Page::Parts:
        return m_parts;
    case Page::Diff:
        return m_diff;
    case Page::Count_:
        break;
    }
    return m_empty;
}

void PayloadView::showDelivery(qint64 delivery)
{
    stop(m_listStop);
    m_conversation = 0;
    m_deliveries.clear();
    load(delivery);
}

void PayloadView::showConversation(qint64 conversation)
{
    if (m_conversation != conversation) {
        m_conversation = conversation;
        m_deliveries.clear();
        load(0);
    }
    readDeliveries();
}

void PayloadView::clear()
{
    showDelivery(0);
}

void PayloadView::load(qint64 delivery)
{
    if (delivery == m_delivery && delivery != 0)
        return updateBar();
    m_delivery = delivery;
    stop(m_stop);
    if (delivery == 0)
        showContent({});
    else
        read(PayloadDepth::Small);
}

void PayloadView::read(PayloadDepth depth)
{
    const StopFlag flag = newStop(m_stop);
    m_busy->setBusy(true);
    const auto work = [id = m_delivery, depth, flag](const Database &database) {
        return readPayloadContent(database, id, depth, flag);
    };
    m_reader.read<PayloadContentPtr>(work, flag).then(this, [this, depth, flag](const Result<PayloadContentPtr> &read) {
        if (flag == m_stop)
            take(read, depth);
    });
}

void PayloadView::take(const Result<PayloadContentPtr> &read, PayloadDepth depth)
{
    m_busy->setBusy(false);
    stop(m_stop);
    if (!read)
        return showFailure(read.error());
    m_isLarge = !(*read)->isRead || (m_isLarge && depth == PayloadDepth::Whole);
    showContent(*read);
    if (!(*read)->isRead)
        this->read(PayloadDepth::Whole);
    if (depth == PayloadDepth::Small)
        Q_EMIT deliveryShown(m_delivery);
}

void PayloadView::readDeliveries()
{
    if (m_conversation == 0)
        return;
    const StopFlag flag = newStop(m_listStop);
    const auto work = [id = m_conversation](const Database &database) {
        return deliveriesOfConversation(database, id);
    };
    m_reader.read<QList<qint64>>(work, flag).then(this, [this, flag](const Result<QList<qint64>> &read) {
        if (flag != m_listStop)
            return;
        stop(m_listStop);
        if (read)
            takeDeliveries(*read);
        else
            showFailure(read.error());
    });
}

void PayloadView::takeDeliveries(const QList<qint64> &deliveries)
{
    m_deliveries = deliveries;
    if (!deliveries.contains(m_delivery))
        load(deliveries.value(0));
    updateBar();
}

void PayloadView::refresh(const StoreChanges &changes)
{
    if (m_conversation != 0 && (changes.everything || changes.conversations.contains(m_conversation)))
        readDeliveries();
    const bool isDecodedNow = changes.everything || (changes.hasNewDeliveries && changes.projected >= m_delivery);
    if (isDecodedNow && !m_stop && m_content && m_content->state == QLatin1StringView("received"))
        read(PayloadDepth::Small);
}

void PayloadView::showContent(const PayloadContentPtr &content)
{
    m_content = content;
    stop(m_compareStop);
    m_tree->setContent(content);
    m_text->setContent(content);
    m_raw->setBytes(content ? content->delivery.body : QByteArray());
    m_headers->setHeaders(content ? content->delivery.headers : QList<HeaderField>());
    m_parts->setParts(content ? content->parts : QList<FormPart>());
    m_diff->setContent(content);
    if (!content)
        m_busy->setBusy(false);
    m_failure.reset();
    updateEmpty();
    updateBar();
    showBanner();
    showPage();
}

void PayloadView::showFailure(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    showContent({});
    m_failure = error;
    updateEmpty();
}

void PayloadView::updateEmpty()
{
    m_empty->clearButtons();
    if (m_failure) {
        m_empty->setMessage(Icon::Error, tr("This delivery cannot be read"), errorText(*m_failure));
        if (m_delivery != 0)
            m_empty->addButton(tr("Try again"));
    } else {
        m_empty->setMessage(Icon::File, tr("Nothing selected"), tr("Select a delivery to see what was sent."));
    }
}

void PayloadView::showBanner()
{
    if (!m_content)
        return m_banner->dismiss();
    if (m_content->isErased) {
        m_banner->showMessage(Banner::Kind::Info, tr("What was sent has been erased. The headers are still here."));
    } else if (m_content->problem) {
        const bool hasPlace = m_content->problem->line > 0;
        m_banner->showMessage(Banner::Kind::Warning, problemText(*m_content, m_display.format().locale),
                              //: Shows a mistake in a text at its place
                              hasPlace ? tr("Show the place") : QString());
    } else if (m_content->state == QLatin1StringView("malformed")) {
        m_banner->showMessage(Banner::Kind::Warning, problemText(*m_content, m_display.format().locale));
    } else {
        m_banner->dismiss();
    }
}

void PayloadView::updateBar()
{
    m_bar->setVisible(m_content != nullptr);
    if (!m_content)
        return;
    for (int page = 0; page < int(Page::Count_); ++page)
        m_bar->setPageAvailable(page, has(Page(page)));
    //: %1: how many header fields there are
    m_bar->setPageText(int(Page::Headers), tr("Headers %1").arg(locale().toString(m_content->delivery.headers.size())));
    m_bar->setCopyEnabled(PayloadBar::Copied::Body, !m_content->delivery.body.isEmpty());
    m_bar->setCopyEnabled(PayloadBar::Copied::Headers, !m_content->delivery.headers.isEmpty());
    const QString time = timeWithMillisecondsText(m_content->delivery.receivedAt, m_display.format(), m_display.now());
    //: %1: the platform's word for what happened, %2: when the delivery came
    const QString what = m_content->kind.isEmpty() ? time : tr("%1, %2").arg(m_content->kind, time);
    m_bar->setStep(int(m_deliveries.indexOf(m_delivery)) + 1, int(m_deliveries.size()), what);
}

void PayloadView::setPage(Page page)
{
    m_wanted = page;
    m_isLarge = false;
    showPage();
}

void PayloadView::showPage()
{
    m_page = usable(m_isLarge ? Page::Raw : m_wanted);
    m_bar->setPage(int(m_page));
    m_stack->setCurrentWidget(m_content ? widgetOf(m_page) : m_empty);
    setFocusProxy(m_stack->currentWidget());
}

bool PayloadView::has(Page page) const
{
    switch (page) {
    case Page::Tree:
    case Page::Diff:
        return m_content && m_content->outline;
    case Page::Text:
        return m_content && !m_content->bytes.isEmpty();
    case Page::Raw:
        return m_content && !m_content->delivery.body.isEmpty();
    case Page::Headers:
        return true;
    case Page::Parts:
        return m_content && !m_content->parts.isEmpty();
    case Page::Count_:
        break;
    }
    return false;
}

PayloadView::Page PayloadView::usable(Page page) const
{
    if (has(page))
        return page;
    const bool isOfATree = page == Page::Parts || page == Page::Diff;
    for (const Page other : {Page::Tree, Page::Text, Page::Raw}) {
        if (has(other) && (other != Page::Tree || isOfATree))
            return other;
    }
    return Page::Headers;
}

void PayloadView::showDiff()
{
    setPage(Page::Diff);
    m_stack->currentWidget()->setFocus();
}

void PayloadView::find()
{
    setPage(Page::Text);
    if (m_page == Page::Text)
        m_text->find();
}

void PayloadView::compare(bool withTimesAndIds)
{
    if (!m_content || !m_content->previous)
        return;
    const StopFlag flag = newStop(m_compareStop);
    m_busy->setBusy(true);
    const auto work = [content = m_content, withTimesAndIds](const Database & /*database*/) {
        return compareJson(*content->previous->outline, *content->outline, withTimesAndIds);
    };
    m_reader.read<JsonDiff>(work, flag).then(this, [this, flag](const Result<JsonDiff> &diff) {
        if (flag != m_compareStop)
            return;
        stop(m_compareStop);
        m_busy->setBusy(false);
        if (diff)
            m_diff->setDiff(*diff);
    });
}

void PayloadView::copy(PayloadBar::Copied what)
{
    if (!m_content)
        return;
    const Delivery &delivery = m_content->delivery;
    QString text;
    switch (what) {
    case PayloadBar::Copied::Curl:
        text = curlCommand(delivery);
        break;
    case PayloadBar::Copied::Body:
        text = m_content->sentText.isEmpty() ? QString::fromUtf8(delivery.body) : m_content->sentText;
        break;
    case PayloadBar::Copied::Headers:
        for (const HeaderField &field : delivery.headers)
            text += QString(QString::fromUtf8(field.name) + QStringLiteral(": ") + QString::fromUtf8(field.value)
                            + QLatin1Char('\n'));
        break;
    case PayloadBar::Copied::Path:
        text = QString::fromUtf8(delivery.target);
        break;
    }
    QApplication::clipboard()->setText(text);
}

void PayloadView::showNewer()
{
    step(-1);
}

void PayloadView::showOlder()
{
    step(1);
}

void PayloadView::step(int by)
{
    const qsizetype at = m_deliveries.indexOf(m_delivery) + by;
    if (at >= 0 && at < m_deliveries.size())
        load(m_deliveries[at]);
}

void PayloadView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PayloadView::retranslate()
{
    setAccessibleName(tr("Payload"));
    m_bar->setPageText(int(Page::Tree), tr("Tree"));
    m_bar->setPageText(int(Page::Text), tr("Text"));
    //: The bytes as they were sent
    m_bar->setPageText(int(Page::Raw), tr("Raw"));
    m_bar->setPageText(int(Page::Parts), tr("Form parts"));
    //: The differences to the delivery before
    m_bar->setPageText(int(Page::Diff), tr("Diff"));
    updateEmpty();
    updateBar();
    showBanner();
}

} // namespace earshot
