// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/detail/deliveryheader.h"

#include "models/domain/delivery.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/pill.h"
#include "widgets/detail/headerparts.h"
#include "widgets/style/metrics.h"
#include "widgets/style/verdictwords.h"
#include "widgets/style/words.h"

#include <QBoxLayout>
#include <QEvent>

namespace earshot {

DeliveryHeader::DeliveryHeader(DisplaySettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_title(new ElidedLabel(this))
    , m_verdict(new Pill(this))
    , m_conversationPill(new Pill(this))
    , m_previous(makeIconButton(this))
    , m_next(makeIconButton(this))
    , m_request(new ElidedLabel)
    , m_facts(new ElidedLabel)
    , m_factsLine(new QWidget(this))
    , m_reasonIcon(new IconLabel(Icon::VerdictFailed, ColorRole::OutcomeSpam))
    , m_reason(new MutedLabel)
    , m_reasonLine(new QWidget(this))
{
    m_conversationPill->setPressable(true);
    m_request->setElideMode(Qt::ElideMiddle);
    m_request->setLayoutDirection(Qt::LeftToRight);
    m_request->setColorRole(ColorRole::TextSecond);
    m_facts->setColorRole(ColorRole::TextSecond);
    buildLayout();
    updateFonts();
    connect(m_previous, &QToolButton::clicked, this, &DeliveryHeader::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &DeliveryHeader::nextRequested);
    connect(m_conversationPill, &Pill::clicked, this,
            [this] { Q_EMIT conversationRequested(m_delivery.conversation); });
    connect(&m_settings, &DisplaySettings::changed, this, &DeliveryHeader::refresh);
}

void DeliveryHeader::buildLayout()
{
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::c_between);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum); // the reason may wrap
    top->addWidget(m_title);
    top->addWidget(m_verdict);
    top->addWidget(m_conversationPill);
    top->addStretch(1);
    top->addWidget(m_previous);
    top->addWidget(m_next);

    auto *facts = new QHBoxLayout(m_factsLine);
    facts->setContentsMargins({});
    facts->setSpacing(metrics::c_between);
    facts->addWidget(m_request);
    facts->addWidget(new DotLabel(m_factsLine));
    facts->addWidget(m_facts, 1);

    auto *reason = new QHBoxLayout(m_reasonLine);
    reason->setContentsMargins({});
    reason->setSpacing(metrics::c_between);
    reason->addWidget(m_reasonIcon, 0, Qt::AlignTop);
    reason->addWidget(m_reason, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::c_paneMargin, metrics::c_paneMargin, metrics::c_paneMargin, metrics::c_between);
    column->setSpacing(metrics::c_between);
    column->addLayout(top);
    column->addWidget(m_factsLine);
    column->addWidget(m_reasonLine);
}

void DeliveryHeader::setDelivery(const DeliveryDetail &delivery, const Conversation *conversation)
{
    m_delivery = delivery;
    m_conversation = conversation ? std::optional(*conversation) : std::nullopt;
    refresh();
}

void DeliveryHeader::setCompact(bool compact)
{
    m_factsLine->setVisible(!compact);
}

void DeliveryHeader::setSteps(bool previous, bool next)
{
    m_previous->setEnabled(previous);
    m_next->setEnabled(next);
}

QString DeliveryHeader::title() const
{
    return m_title->text();
}

QString DeliveryHeader::facts() const
{
    return m_facts->text();
}

QString DeliveryHeader::reason() const
{
    return m_reason->text();
}

void DeliveryHeader::refreshVerdict()
{
    const Look verdict = verdictLook(m_delivery.verdict);
    const bool isQuarantined = m_delivery.state == deliveryStateText(DeliveryState::Quarantined);
    m_verdict->setLook(verdict);
    m_verdict->setAccessibleName(tr("Sender, %1").arg(verdict.word));
    if (m_delivery.verdict == QLatin1StringView("verified"))
        m_verdict->setFill(ColorRole::GoodFill, ColorRole::GoodText);
    else if (isQuarantined)
        m_verdict->setFill(ColorRole::ErrorFill, ColorRole::ErrorText);
    else
        m_verdict->clearFill();
    const QString reason = verdictReasonWords(m_delivery.verdictReason, platformName(m_delivery.platform));
    m_reasonIcon->setIcon(isQuarantined ? Icon::Lock : verdict.icon,
                          isQuarantined ? ColorRole::ErrorText : verdict.color);
    m_reason->setText(reason);
    m_reason->setColorRole(isQuarantined ? ColorRole::ErrorText : ColorRole::TextSecond);
    m_reasonLine->setVisible(!reason.isEmpty());
}

QStringList DeliveryHeader::factTexts() const
{
    const ValueFormat &format = m_settings.format();
    QStringList facts = {
        //: %1 is a network address.
        tr("from %1").arg(m_delivery.remote),
        sizeText(m_delivery.bytes, format.locale),
        deliveryStateLook(m_delivery.state).word,
        //: %1 is a time of day with milliseconds.
        tr("received %1").arg(timeWithMillisecondsText(m_delivery.receivedAt, format, m_settings.now())),
    };
    if (m_delivery.answered)
        facts.append(*m_delivery.answered == 0 ? tr("not answered")
                                               //: %1 is an HTTP status, as in 503
                                               : tr("answered %1").arg(*m_delivery.answered));
    if (const QString skew = clockSkewText(m_delivery.clockSkewSeconds.value_or(0)); !skew.isEmpty())
        facts.append(skew);
    if (m_delivery.releasedFrom != 0)
        //: %1 is the number of a delivery
        facts.append(tr("released copy of delivery %1").arg(m_delivery.releasedFrom));
    return facts;
}

void DeliveryHeader::refresh()
{
    m_title->setText(m_delivery.kind.isEmpty() ? tr("Delivery %1").arg(m_delivery.id) : m_delivery.kind);
    refreshVerdict();
    m_conversationPill->setVisible(m_conversation.has_value());
    if (m_conversation) {
        m_conversationPill->setLook(Icon::Forward, ColorRole::Muted, conversationTitle(*m_conversation));
        m_conversationPill->setAccessibleName(
            tr("Show the conversation with %1").arg(conversationTitle(*m_conversation)));
        m_conversationPill->setToolTip(tr("Show this conversation"));
    }
    m_request->setText(QString(m_delivery.method + QLatin1Char(' ') + m_delivery.target));

    m_facts->setText(factTexts().join(QStringLiteral(" · ")));
    m_previous->setIcon(themedIcon(isRightToLeft() ? Icon::ChevronRight : Icon::ChevronLeft));
    m_next->setIcon(themedIcon(isRightToLeft() ? Icon::ChevronLeft : Icon::ChevronRight));
    nameButton(m_previous, tr("Previous delivery"));
    nameButton(m_next, tr("Next delivery"));
}

void DeliveryHeader::updateFonts()
{
    m_title->setFont(metrics::title(font()));
    m_request->setFont(metrics::mono(font()));
}

void DeliveryHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LayoutDirectionChange)
        refresh();
    else if (event->type() == QEvent::FontChange)
        updateFonts();
}

} // namespace earshot
