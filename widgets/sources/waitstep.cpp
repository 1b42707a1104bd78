// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/waitstep.h"

#include "models/domain/delivery.h"
#include "widgets/controls/formdialog.h"
#include "widgets/controls/labels.h"
#include "widgets/sources/busyring.h"
#include "widgets/sources/dashedbox.h"
#include "widgets/sources/platformguide.h"
#include "widgets/style/metrics.h"
#include "widgets/style/words.h"

#include <limits>

namespace earshot {

WaitStep::WaitStep(DisplaySettings &settings, QWidget *parent)
    : StepBox(4, parent)
    , m_settings(settings)
    , m_platform(QStringLiteral("insighto"))
    , m_ring(new BusyRing)
    , m_icon(new IconLabel(Icon::DeliveryReceived, ColorRole::Muted))
    , m_text(new QLabel)
    , m_facts(new ElidedLabel)
    , m_sample(new QPushButton)
    , m_error(new FieldError)
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_facts->setColorRole(ColorRole::Muted);
    m_sample->setAutoDefault(false);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_text);
    words->addWidget(m_facts);
    auto *box = new DashedBox;
    box->row()->addWidget(m_ring);
    box->row()->addWidget(m_icon);
    box->row()->addLayout(words, 1);
    box->row()->addWidget(m_sample);
    content()->addWidget(box);
    content()->addWidget(m_error);
    connect(m_sample, &QPushButton::clicked, this, &WaitStep::sampleRequested);
    connect(&m_settings, &DisplaySettings::changed, this, &WaitStep::refresh);
    retranslate();
}

void WaitStep::setPlatform(const QString &platform)
{
    m_platform = platform;
    refresh();
}

void WaitStep::setListener(const ListenerState &state)
{
    m_listener = state;
    refresh();
}

void WaitStep::setSource(const QString &name)
{
    m_source = name;
    refresh();
}

void WaitStep::showDelivery(const FirstDelivery &delivery)
{
    m_delivery = delivery;
    m_error->setError(QString());
    setDone(true);
    refresh();
}

void WaitStep::setSending(bool sending)
{
    m_isSending = sending;
    if (sending)
        m_error->setError(QString());
    refresh();
}

void WaitStep::showProblem(const QString &text)
{
    m_error->setError(text, m_sample);
}

QString WaitStep::text() const
{
    return m_text->text();
}

QString WaitStep::waitingText() const
{
    if (m_listener.kind == ListenerState::Kind::Down) {
        //: %1 is the system's reason
        return tr("Earshot is not receiving: %1. It tries again by itself.").arg(m_listener.reason);
    }
    return m_source.isEmpty() ? tr("Begins as soon as there is an address.") : platformGuide(m_platform).waiting;
}

QString WaitStep::deliveryText() const
{
    const FirstDelivery &delivery = *m_delivery;
    const QString kind = delivery.kind.isEmpty() ? tr("an event without a name") : delivery.kind;
    if (delivery.state == deliveryStateText(DeliveryState::Malformed)) {
        //: %1 is a source, %2 a reason
        return tr("First delivery from %1 could not be read: %2. It is kept and was answered with 200.")
            .arg(m_source, delivery.reason);
    }
    if (delivery.state == deliveryStateText(DeliveryState::Unknown)) {
        //: %1 is a source, %2 the platform's name of an event
        return tr("First delivery from %1: %2, kept as an event.").arg(m_source, kind);
    }
    if (delivery.messages > 0) {
        const auto messages = int(std::min<qint64>(delivery.messages, std::numeric_limits<int>::max()));
        //: %1 is a source, %2 the platform's name of an event
        return tr("First delivery from %1: %2, %n messages, decoded.", nullptr, messages).arg(m_source, kind);
    }
    //: %1 is a source, %2 the platform's name of an event
    return tr("First delivery from %1: %2, decoded.").arg(m_source, kind);
}

/** What is known of its conversation, and how many have come since. */
QString WaitStep::factsText() const
{
    if (!m_delivery)
        return {};
    QStringList facts;
    if (!m_delivery->contact.isEmpty())
        facts.append(phoneText(m_delivery->contact));
    if (const auto status = statusFromText(m_delivery->status))
        facts.append(statusLook(*status).word);
    if (m_delivery->durationSeconds)
        facts.append(durationText(*m_delivery->durationSeconds));
    if (m_delivery->count > 1) {
        const auto count = int(std::min<qint64>(m_delivery->count, std::numeric_limits<int>::max()));
        facts.append(tr("%n deliveries so far", nullptr, count));
    }
    return facts.join(QStringLiteral(" · "));
}

void WaitStep::refresh()
{
    const bool isDown = m_listener.kind == ListenerState::Kind::Down;
    const bool isWaiting = !m_source.isEmpty() && !m_delivery && !isDown;
    m_ring->setVisible(isWaiting || m_isSending);
    m_icon->setVisible(!m_ring->isVisibleTo(this));
    m_icon->setIcon(isDown ? Icon::NotListening : Icon::DeliveryReceived,
                    isDown ? ColorRole::ErrorText : ColorRole::Muted);
    if (m_delivery) {
        const Look look = deliveryStateLook(m_delivery->state);
        m_icon->setIcon(look.icon, look.color);
    }
    const QString facts = factsText();
    m_text->setText(m_delivery ? deliveryText() : waitingText());
    m_facts->setText(facts);
    m_facts->setVisible(!facts.isEmpty());
    m_sample->setVisible(!m_source.isEmpty() && !isDown);
    m_sample->setEnabled(!m_isSending);
}

void WaitStep::retranslate()
{
    setTitle(tr("Wait for the first delivery"));
    //: Sends a made-up conversation to the new source
    m_sample->setText(tr("Send a sample"));
    refresh();
}

} // namespace earshot
