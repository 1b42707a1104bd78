// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/conversation/forwardingcard.h"

#include "widgets/controls/labels.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/controls/plaintip.h"
#include "widgets/forwarding/outboxquestionpanel.h"
#include "widgets/forwarding/recordlink.h"
#include "widgets/style/displaysettings.h"
#include "widgets/style/forwardingwords.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QPainter>
#include <QPushButton>

namespace earshot {
namespace {

constexpr qsizetype c_mostAnswer = 400; // characters of an answer that are worth a look here

QString shownLine(const QLabel *value)
{
    return value->isHidden() ? QString() : value->text();
}

} // namespace

ForwardingCard::ForwardingCard(DisplaySettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_icon(new IconLabel(Icon::Hourglass, ColorRole::Muted, this))
    , m_name(new ElidedLabel(this))
    , m_state(new QLabel(this))
    , m_send(new QPushButton(this))
    , m_question(new OutboxQuestionPanel(this))
    , m_link(new RecordLink(this))
    , m_log(new LinkButton(this))
{
    m_state->setTextFormat(Qt::PlainText);
    m_send->setProperty("smallControl", true);
    m_name->setFont(metrics::strong(font()));
    buildLayout();
    connectParts();
}

void ForwardingCard::buildLayout()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::c_between);
    head->addWidget(m_icon);
    head->addWidget(m_name, 1);
    head->addWidget(m_state);
    head->addWidget(m_send);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(metrics::c_paneMargin);
    form->setVerticalSpacing(metrics::c_inner);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignTop);
    for (Line *const line : {&m_attempts, &m_next, &m_last, &m_answer, &m_reason, &m_record})
        *line = addLine(form);

    auto *links = new QHBoxLayout;
    links->setSpacing(metrics::c_paneMargin);
    links->addWidget(m_link);
    links->addWidget(m_log);
    links->addStretch(1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::c_paneMargin, metrics::c_between, metrics::c_paneMargin, metrics::c_between);
    column->setSpacing(metrics::c_between);
    column->addLayout(head);
    column->addWidget(m_question);
    column->addLayout(form);
    column->addLayout(links);
}

void ForwardingCard::connectParts()
{
    connect(m_send, &QPushButton::clicked, this, &ForwardingCard::send);
    connect(m_log, &LinkButton::clicked, this, [this] { Q_EMIT logRequested(m_row.id); });
    connect(m_question, &OutboxQuestionPanel::contactChosen, this, &ForwardingCard::contactChosen);
    connect(m_question, &OutboxQuestionPanel::settled, this, &ForwardingCard::settled);
    connect(&m_settings, &DisplaySettings::changed, this, &ForwardingCard::refresh);
}

void ForwardingCard::send()
{
    if (m_row.state == OutboxState::Sent)
        Q_EMIT sendAgainRequested(m_row.conversation, m_row.destinationName);
    else
        Q_EMIT retryRequested(m_row.id);
}

ForwardingCard::Line ForwardingCard::addLine(QFormLayout *form)
{
    Line line{new MutedLabel(this), new QLabel(this)};
    line.heading->setWordWrap(false);
    line.heading->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    line.value->setTextFormat(Qt::PlainText);
    line.value->setWordWrap(true);
    line.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line.value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    form->addRow(line.heading, line.value);
    return line;
}

void ForwardingCard::setLine(const Line &line, const QString &heading, const QString &value)
{
    line.heading->setText(heading);
    line.value->setText(value);
    line.value->setAccessibleName(heading);
    line.heading->setVisible(!value.isEmpty());
    line.value->setVisible(!value.isEmpty());
}

void ForwardingCard::setRow(const OutboxRow &row)
{
    m_row = row;
    refresh();
}

void ForwardingCard::refresh()
{
    const Look look = forwardingLook(forwardingStateOf(m_row));
    m_icon->setIcon(look.icon, look.color);
    m_name->setText(m_row.destinationName);
    m_state->setText(look.word);
    m_question->setRow(m_row);
    m_link->setLink(m_row.crmUrl, m_row.destinationName);
    refreshLines();

    m_send->setText(m_row.state == OutboxState::Waiting ? tr("Send now") : tr("Send again"));
    m_send->setAccessibleName(tr("%1 to %2").arg(m_send->text(), m_row.destinationName));
    m_send->setVisible(!m_row.question);
    m_log->setText(tr("Each attempt…"));
    m_log->setAccessibleName(tr("Each attempt at %1").arg(m_row.destinationName));
    updateGeometry();
}

void ForwardingCard::refreshLines()
{
    const ValueFormat &format = m_settings.format();
    const auto time = [&](Timestamp moment) { return timeText(moment, format, m_settings.now()); };
    const bool isWaiting = m_row.state == OutboxState::Waiting;
    setLine(m_attempts, tr("Attempts"), m_row.attempts > 0 ? format.locale.toString(m_row.attempts) : QString());
    setLine(m_next, tr("Next try"), isWaiting ? time(m_row.nextAt) : QString());
    setLine(m_last, tr("Last change"), time(m_row.updatedAt));
    QString answer = m_row.lastStatus ? QString::number(*m_row.lastStatus) : QString();
    if (!m_row.lastAnswer.isEmpty())
        answer +=
            (answer.isEmpty() ? QString() : QStringLiteral(" · ")) + m_row.lastAnswer.left(c_mostAnswer).trimmed();
    setLine(m_answer, tr("Last answer"), answer);
    m_answer.value->setToolTip(m_row.lastAnswer.size() > c_mostAnswer ? plainTip(m_row.lastAnswer) : QString());
    setLine(m_reason, tr("Reason"), m_row.reason);
    //: what the destination calls the record that was written
    setLine(m_record, tr("Record there"), m_row.crmId);
}

QString ForwardingCard::stateText() const
{
    return m_state->text();
}

QString ForwardingCard::attemptsText() const
{
    return shownLine(m_attempts.value);
}

QString ForwardingCard::nextTryText() const
{
    return shownLine(m_next.value);
}

QString ForwardingCard::answerText() const
{
    return shownLine(m_answer.value);
}

QString ForwardingCard::recordText() const
{
    return shownLine(m_record.value);
}

QString ForwardingCard::reasonText() const
{
    return shownLine(m_reason.value);
}

void ForwardingCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
    else if (event->type() == QEvent::FontChange)
        m_name->setFont(metrics::strong(font()));
}

void ForwardingCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &colors = colorsOf(palette());
    painter.setPen(colors[ColorRole::Line]);
    painter.setBrush(colors[ColorRole::Surface]);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::c_cardRadius,
                            metrics::c_cardRadius);
}

} // namespace earshot
