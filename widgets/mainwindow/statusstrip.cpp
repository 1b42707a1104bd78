// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/statusstrip.h"

#include "widgets/controls/plaintip.h"
#include "widgets/controls/sparkline.h"
#include "widgets/mainwindow/listenerwords.h"
#include "widgets/style/colors.h"
#include "widgets/style/displaysettings.h"
#include "widgets/style/metrics.h"

#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QToolButton>
#include <QUrl>

namespace earshot {

StatusStrip::StatusStrip(const StoreActivity &activity, DisplaySettings &display, QWidget *parent)
    : QStatusBar(parent)
    , m_activity(activity)
    , m_display(display)
{
    setSizeGripEnabled(false);
    setContentsMargins(metrics::c_between, 0, metrics::c_between, 0);
    m_listener = addButton(&StatusStrip::listenerPressed);
    m_sources = addButton(&StatusStrip::sourcesPressed);
    m_rate = new QLabel(this);
    m_minute = new Sparkline(this);
    m_outbox = addButton(&StatusStrip::outboxPressed);
    m_behind = new QLabel(this);
    m_shown = new QLabel(this);
    m_size = new QLabel(this);
    m_zone = addButton(&StatusStrip::zonePressed);
    m_minute->setFixedWidth(56);
    for (QWidget *const part : std::initializer_list<QWidget *>{m_listener, m_sources, m_rate, m_minute, m_outbox})
        addWidget(part);
    for (QWidget *const part : std::initializer_list<QWidget *>{m_behind, m_shown, m_size, m_zone})
        addPermanentWidget(part);
    for (QLabel *const label : {m_rate, m_behind, m_shown, m_size})
        label->setTextFormat(Qt::PlainText);
    connect(&m_activity, &StoreActivity::changed, this, &StatusStrip::showActivity);
    connect(&m_display, &DisplaySettings::changed, this, &StatusStrip::retranslate);
    retranslate();
}

QToolButton *StatusStrip::addButton(void (StatusStrip::*pressed)())
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIconSize(QSize(14, 14));
    connect(button, &QToolButton::clicked, this, pressed);
    return button;
}

void StatusStrip::setListener(const ListenerState &state)
{
    m_state = state;
    showListener();
}

void StatusStrip::setPublicHost(const QString &host)
{
    m_publicHost = host;
    showListener();
}

void StatusStrip::setSourceCount(qsizetype count)
{
    m_sourceCount = count;
    m_sources->setText(count == 0 ? tr("No sources yet") : tr("%n source(s)", nullptr, int(count)));
}

void StatusStrip::setShown(const QString &text)
{
    m_shown->setText(text);
}

void StatusStrip::setNarrow(bool narrow)
{
    m_size->setVisible(!narrow);
}

void StatusStrip::showListener()
{
    const QUrl base(m_state.base);
    const QString port = QString::number(base.port());
    const bool isEncrypted = base.scheme() == QLatin1StringView("https");
    switch (m_state.kind) {
    case ListenerState::Kind::Starting:
        m_listener->setIcon(themedIcon(Icon::Busy));
        m_listener->setText(tr("Starting"));
        break;
    case ListenerState::Kind::Listening:
        m_listener->setIcon(themedIcon(isEncrypted ? Icon::Lock : Icon::Listening));
        if (!m_publicHost.isEmpty())
            //: %1 is a port, %2 a host name
            m_listener->setText(tr("Listening on %1 · %2").arg(port, m_publicHost));
        else if (isLocalOnly(m_state.base))
            //: %1 is an address such as 127.0.0.1:8765
            m_listener->setText(tr("Listening on %1 · this computer only").arg(base.authority()));
        else
            m_listener->setText(tr("Listening on %1").arg(base.authority()));
        if (isEncrypted)
            m_listener->setText(QString(m_listener->text() + QStringLiteral(" · https")));
        break;
    case ListenerState::Kind::Elsewhere:
        m_listener->setIcon(themedIcon(Icon::ListeningElsewhere));
        m_listener->setText(tr("Another Earshot receives on %1; this window shows").arg(base.authority()));
        break;
    case ListenerState::Kind::Down:
        m_listener->setIcon(themedIcon(Icon::NotListening, ColorRole::ErrorText));
        m_listener->setText(notReceivingText(m_state));
        break;
    }
    m_listener->setToolTip(m_state.kind == ListenerState::Kind::Down ? plainTip(notReceivingSentence(m_state))
                                                                     : tr("Copy an address"));
    m_listener->setAccessibleName(m_listener->text());
}

QString StatusStrip::outboxText() const
{
    const qint64 waiting = m_activity.outbox().value(OutboxState::Waiting);
    const qint64 parked = m_activity.outbox().value(OutboxState::Parked);
    const qint64 asking = m_activity.asking();
    const QLocale &locale = m_display.format().locale;
    if (asking > 0)
        //: rows waiting to be sent, given up, and of these the ones that ask a person
        return tr("Outbox %1, %2 parked, %3 asking")
            .arg(countText(waiting, locale), countText(parked, locale), countText(asking, locale));
    if (parked > 0)
        //: rows waiting to be sent, and given up
        return tr("Outbox %1, %2 parked").arg(countText(waiting, locale), countText(parked, locale));
    return tr("Outbox %1").arg(countText(waiting, locale));
}

void StatusStrip::showActivity()
{
    const QLocale &locale = m_display.format().locale;
    //: arrivals a second
    m_rate->setText(tr("%1 events/s").arg(locale.toString(m_activity.deliveriesPerSecond(), 'f', 1)));
    m_minute->setValues(m_activity.lastMinute());
    m_minute->setAccessibleName(tr("Arrivals in the last minute"));
    m_outbox->setText(outboxText());
    const qint64 parked = m_activity.outbox().value(OutboxState::Parked);
    m_outbox->setIcon(themedIcon(m_activity.asking() > 0 ? Icon::ForwardingAsks
                                 : parked > 0            ? Icon::Warning
                                                         : Icon::Outbox));
    m_outbox->setAccessibleName(m_outbox->text());
    m_size->setText(tr("Store %1").arg(sizeText(m_activity.storeBytes(), locale)));
    constexpr qint64 c_worthSaying = 200; // less is done before it is read
    m_behind->setVisible(m_activity.behind() > c_worthSaying);
    m_behind->setText(tr("Catching up: %1 deliveries").arg(countText(m_activity.behind(), locale)));
}

void StatusStrip::retranslate()
{
    m_zone->setText(zoneText(m_display.format().zone, m_display.now()));
    m_zone->setToolTip(tr("Zone of days and hours"));
    m_outbox->setToolTip(tr("Open the outbox"));
    m_sources->setToolTip(tr("Open the list of sources"));
    setSourceCount(m_sourceCount);
    showListener();
    showActivity();
}

void StatusStrip::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors[ColorRole::Window]);
    painter.setPen(QPen(colors[ColorRole::Line], 0));
    painter.drawLine(QPointF(0, 0.5), QPointF(width(), 0.5));
    if (!currentMessage().isEmpty())
        paintMessage(painter);
}

/** In place of what stands at the leading edge, which a message hides. */
void StatusStrip::paintMessage(QPainter &painter) const
{
    const QWidget *const next = m_behind->isVisible() ? m_behind : m_shown;
    const int free = isRightToLeft() ? width() - next->geometry().right() : next->x();
    const QRect place = rect().adjusted(metrics::c_paneMargin, 1, free - metrics::c_between - width(), 0);
    painter.setPen(colorsOf(palette())[ColorRole::Text]);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place),
                     int(Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine),
                     fontMetrics().elidedText(currentMessage(), Qt::ElideRight, place.width()));
}

} // namespace earshot
