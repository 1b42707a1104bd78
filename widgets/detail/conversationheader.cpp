// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/detail/conversationheader.h"

#include "widgets/controls/labels.h"
#include "widgets/controls/pill.h"
#include "widgets/controls/plaintip.h"
#include "widgets/detail/headerparts.h"
#include "widgets/style/forwardingwords.h"
#include "widgets/style/metrics.h"
#include "widgets/style/words.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>

#include <chrono>

namespace earshot {

ConversationHeader::ConversationHeader(DisplaySettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_title(new ElidedLabel(this))
    , m_factsLine(new QWidget(this))
    , m_reach(new ElidedLabel(m_factsLine))
    , m_copy(makeIconButton(this))
    , m_reachDot(new DotLabel(m_factsLine))
    , m_monogram(new MonogramLabel(m_factsLine))
    , m_source(new ElidedLabel(m_factsLine))
    , m_channelDot(new DotLabel(m_factsLine))
    , m_channel(new ElidedLabel(m_factsLine))
    , m_pillLine(new QWidget(this))
    , m_status(new Pill(m_pillLine))
    , m_outcome(new Pill(m_pillLine))
    , m_duration(new Pill(m_pillLine))
    , m_forwardingPill(new Pill(m_pillLine))
{
    m_title->setFont(metrics::title(font()));
    m_copy->setIcon(themedIcon(Icon::Copy));
    for (ElidedLabel *label : {m_reach, m_source, m_channel})
        label->setColorRole(ColorRole::TextSecond);
    buildLayout();
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &ConversationHeader::refreshDuration);
    m_forwardingPill->setPressable(true);
    connect(m_forwardingPill, &Pill::clicked, this, &ConversationHeader::forwardingPressed);
    connect(m_copy, &QToolButton::clicked, this, &ConversationHeader::copyReach);
    connect(&m_settings, &DisplaySettings::changed, this, &ConversationHeader::refresh);
}

void ConversationHeader::buildLayout()
{
    auto *facts = new QHBoxLayout(m_factsLine);
    facts->setContentsMargins({});
    facts->setSpacing(6);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_reach, m_copy, m_reachDot, m_monogram, m_source, m_channelDot, m_channel})
        facts->addWidget(part);
    facts->addStretch(1);

    auto *pills = new QHBoxLayout(m_pillLine);
    pills->setContentsMargins({});
    pills->setSpacing(metrics::c_inner + 2);
    pills->addWidget(m_status);
    pills->addWidget(m_outcome);
    pills->addWidget(m_duration);
    pills->addStretch(1);
    pills->addWidget(m_forwardingPill);
    m_pillLine->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // what does not fit goes: see fitPills()

    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_titleRow = new QHBoxLayout;
    m_titleRow->setSpacing(metrics::c_between);
    m_titleRow->addWidget(m_title, 1);
    m_titleRow->addWidget(m_copy);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(metrics::c_paneMargin, metrics::c_between, metrics::c_paneMargin, 6);
    m_column->setSpacing(metrics::c_inner - 1);
    m_column->addLayout(m_titleRow);
    m_column->addWidget(m_factsLine);
    m_column->addWidget(m_pillLine);
}

void ConversationHeader::setConversation(const Conversation &conversation, const QList<ForwardingPlace> &forwarding)
{
    m_conversation = conversation;
    m_forwarding = forwarding;
    refresh();
    updateTimer();
}

QString ConversationHeader::title() const
{
    return m_title->text();
}

void ConversationHeader::setCompact(bool compact)
{
    if (m_isCompact == compact)
        return;
    m_isCompact = compact;
    m_factsLine->setVisible(!compact);
    if (compact)
        m_titleRow->addWidget(m_pillLine);
    else
        m_column->addWidget(m_pillLine);
    refresh();
}

/** Leaves out what says least where there is no room for all. */
void ConversationHeader::fitPills()
{
    const QMargins margins = m_column->contentsMargins();
    // In one line the pills ask for their width, so the header may have been made wider than there is room.
    int room = std::min(width(), parentWidget() ? parentWidget()->width() : width());
    room -= margins.left() + margins.right();
    if (m_isCompact)
        room -= std::min(m_title->sizeHint().width(), room / 2) + m_copy->sizeHint().width() + 2 * metrics::c_between;
    // Showing a part lays its window out at once, so it is settled first what is shown, and nothing shown in vain.
    const auto width = [](const Pill *pill) { return pill->sizeHint().width() + metrics::c_inner + 2; };
    room -= width(m_status);
    QList<Pill *> shown;
    for (Pill *pill : {m_outcome, m_duration, m_forwardingPill}) {
        const bool fits = hasContent(pill) && width(pill) <= room;
        room = fits ? room - width(pill) : hasContent(pill) ? 0 : room;
        if (fits)
            shown.append(pill);
        else
            pill->hide();
    }
    m_pillLine->setSizePolicy(m_isCompact ? QSizePolicy::Fixed : QSizePolicy::Ignored, QSizePolicy::Fixed);
    for (Pill *pill : std::as_const(shown))
        pill->show();
}

/** Whether there is something for it to say. */
bool ConversationHeader::hasContent(const Pill *pill) const
{
    if (pill == m_outcome)
        return !m_conversation.outcome.isEmpty();
    return pill == m_duration ? shownSeconds().has_value() : !m_forwarding.isEmpty();
}

void ConversationHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitPills();
}

void ConversationHeader::refresh()
{
    m_title->setText(conversationTitle(m_conversation));
    refreshFacts();
    refreshPills();
    refreshDuration();
    fitPills();
}

void ConversationHeader::refreshFacts()
{
    const bool isPhone = !m_conversation.contactPhone.isEmpty();
    const QString reach = isPhone ? phoneText(m_conversation.contactPhone) : m_conversation.contactEmail;
    m_reach->setText(reach);
    for (QWidget *part : std::initializer_list<QWidget *>{m_reach, m_copy, m_reachDot})
        part->setVisible(!reach.isEmpty());
    nameButton(m_copy, isPhone ? tr("Copy the phone number") : tr("Copy the e-mail address"));
    m_monogram->setText(platformMonogram(m_conversation.platform));
    m_monogram->setToolTip(platformName(m_conversation.platform));
    m_source->setText(m_conversation.source);
    const bool hasChannel = !m_conversation.channel.isEmpty();
    m_channel->setText(hasChannel ? channelLook(m_conversation.channel).word : QString());
    m_channel->setVisible(hasChannel);
    m_channelDot->setVisible(hasChannel);
}

void ConversationHeader::refreshPills()
{
    const Status status = m_conversation.status.value_or(Status::Open);
    m_status->setLook(statusLook(status));
    m_status->setAccessibleName(tr("Status, %1").arg(statusLook(status).word));
    m_status->setToolTip(m_conversation.statusDetail);
    m_outcome->setLook(outcomeLook(m_conversation.outcome));
    m_outcome->setAccessibleName(tr("Outcome, %1").arg(outcomeLook(m_conversation.outcome).word));
    refreshForwarding();
}

void ConversationHeader::refreshForwarding()
{
    const auto worst = worstForwarding(m_forwarding);
    if (!worst)
        return;
    const Look look = forwardingLook(*worst);
    m_forwardingPill->setLook(look);
    m_forwardingPill->setAccessibleName(tr("Forwarding, %1").arg(look.word));
    m_forwardingPill->setToolTip(plainTip(forwardingTip(m_forwarding)));
    switch (*worst) {
    case ForwardingState::Sent:
        return m_forwardingPill->setFill(ColorRole::GoodFill, ColorRole::GoodText);
    case ForwardingState::Parked:
        return m_forwardingPill->setFill(ColorRole::ErrorFill, ColorRole::ErrorText);
    case ForwardingState::Asks:
        return m_forwardingPill->setFill(ColorRole::WarningFill, ColorRole::WarningText);
    case ForwardingState::Waiting:
    case ForwardingState::Discarded:
        break;
    }
    m_forwardingPill->clearFill();
}

bool ConversationHeader::isRunning() const
{
    return m_conversation.status && !isFinal(*m_conversation.status) && m_conversation.startedAt;
}

/** How long it took, or how long it has run by now. */
std::optional<qint64> ConversationHeader::shownSeconds() const
{
    if (!isRunning())
        return m_conversation.durationSeconds;
    const auto past = std::chrono::floor<std::chrono::seconds>(m_settings.now() - *m_conversation.startedAt);
    return std::max<qint64>(0, past.count());
}

void ConversationHeader::refreshDuration()
{
    const std::optional<qint64> seconds = shownSeconds();
    if (!seconds)
        return;
    const bool isEstimated = m_conversation.estimated.contains(QStringLiteral("duration_s"));
    const QString text = durationText(*seconds);
    m_duration->setLook(Icon::Hourglass, isRunning() ? ColorRole::Accent : ColorRole::Muted,
                        isEstimated ? estimatedText(text) : text);
    const QString sentence = durationSentence(*seconds);
    m_duration->setAccessibleName(isEstimated ? tr("Duration, %1, estimated").arg(sentence)
                                              : tr("Duration, %1").arg(sentence));
    m_duration->setToolTip(isEstimated ? tr("No event says how long it took: this is from its start and its end.")
                                       : QString());
}

void ConversationHeader::updateTimer()
{
    if (isVisible() && isRunning())
        m_second.start();
    else
        m_second.stop();
}

void ConversationHeader::copyReach()
{
    const bool isPhone = !m_conversation.contactPhone.isEmpty();
    QApplication::clipboard()->setText(isPhone ? m_conversation.contactPhone : m_conversation.contactEmail);
}

void ConversationHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
    else if (event->type() == QEvent::FontChange)
        m_title->setFont(metrics::title(font()));
}

void ConversationHeader::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_second.stop();
}

void ConversationHeader::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshDuration();
    updateTimer();
}

} // namespace earshot
