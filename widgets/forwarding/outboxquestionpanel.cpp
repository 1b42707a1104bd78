// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/forwarding/outboxquestionpanel.h"

#include "widgets/controls/labels.h"
#include "widgets/controls/plaintip.h"
#include "widgets/style/format.h"
#include "widgets/style/forwardingwords.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace earshot {
namespace {

constexpr int c_mostSeen = 4; // candidates, before the list scrolls
constexpr qsizetype c_longest = 200; // letters of a candidate

QString candidateText(const CrmPerson &person)
{
    QStringList parts;
    for (const QString &part : {person.name, phoneText(person.phone), person.email}) {
        if (!part.trimmed().isEmpty())
            parts.append(part.left(c_longest).simplified());
    }
    if (parts.isEmpty())
        parts.append(person.id.left(c_longest).simplified());
    return parts.join(QStringLiteral(" · "));
}

} // namespace

OutboxQuestionPanel::OutboxQuestionPanel(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel(Icon::ForwardingAsks, ColorRole::WarningText, this))
    , m_text(new QLabel(this))
    , m_candidates(new QListWidget(this))
    , m_choose(new QPushButton(this))
    , m_isThere(new QPushButton(this))
    , m_sendAgain(new QPushButton(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_candidates->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_candidates->setTextElideMode(Qt::ElideRight);
    m_candidates->setUniformItemSizes(true);
    for (QPushButton *const button : {m_choose, m_isThere, m_sendAgain}) {
        button->setProperty("smallControl", true);
        button->setAutoDefault(false); // Enter is never destructive
    }
    buildLayout();
    connect(m_candidates, &QListWidget::currentRowChanged, this, &OutboxQuestionPanel::showAnswers);
    connect(m_candidates, &QListWidget::itemActivated, this, &OutboxQuestionPanel::choose);
    connect(m_choose, &QPushButton::clicked, this, &OutboxQuestionPanel::choose);
    connect(m_isThere, &QPushButton::clicked, this, [this] { Q_EMIT settled(m_row.id, true); });
    connect(m_sendAgain, &QPushButton::clicked, this, [this] { Q_EMIT settled(m_row.id, false); });
    hide();
}

void OutboxQuestionPanel::buildLayout()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::c_between);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_text, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::c_between);
    for (QPushButton *const button : {m_choose, m_isThere, m_sendAgain})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::c_paneMargin, metrics::c_between, metrics::c_paneMargin, metrics::c_between);
    column->setSpacing(metrics::c_between);
    column->addLayout(head);
    column->addWidget(m_candidates);
    column->addLayout(buttons);
}

void OutboxQuestionPanel::setRow(const OutboxRow &row)
{
    const bool isSame = row.id == m_row.id && row.candidates == m_row.candidates && row.question == m_row.question;
    m_row = row;
    m_isAnswering = false;
    if (!isSame)
        showCandidates();
    const bool asks = row.question.has_value() && row.state == OutboxState::Parked;
    setVisible(asks);
    retranslate();
}

void OutboxQuestionPanel::showCandidates()
{
    m_candidates->clear();
    for (const CrmPerson &person : std::as_const(m_row.candidates)) {
        auto *item = new QListWidgetItem(candidateText(person), m_candidates);
        item->setToolTip(plainTip(item->text()));
        item->setData(Qt::UserRole, person.id);
    }
    m_candidates->setCurrentRow(-1);
    fitList();
}

/** As high as its rows, up to a few. */
void OutboxQuestionPanel::fitList()
{
    const int rows = std::clamp(m_candidates->count(), 1, c_mostSeen);
    const int height = std::max(m_candidates->sizeHintForRow(0), metrics::c_smallControlHeight);
    m_candidates->setFixedHeight(rows * height + 2 * m_candidates->frameWidth());
}

void OutboxQuestionPanel::setAnswering(bool answering)
{
    m_isAnswering = answering;
    showAnswers();
}

QString OutboxQuestionPanel::question() const
{
    return m_text->text();
}

void OutboxQuestionPanel::choose()
{
    const QListWidgetItem *chosen = m_candidates->currentItem();
    if (chosen != nullptr && !m_isAnswering)
        Q_EMIT contactChosen(m_row.id, chosen->data(Qt::UserRole).toString());
}

void OutboxQuestionPanel::showAnswers()
{
    const bool asksWho = m_row.question == OutboxQuestion::WhichContact;
    m_candidates->setVisible(asksWho);
    m_choose->setVisible(asksWho);
    m_isThere->setVisible(!asksWho);
    m_sendAgain->setVisible(!asksWho);
    m_candidates->setEnabled(!m_isAnswering);
    m_choose->setEnabled(!m_isAnswering && m_candidates->currentItem() != nullptr);
    m_isThere->setEnabled(!m_isAnswering);
    m_sendAgain->setEnabled(!m_isAnswering);
}

void OutboxQuestionPanel::retranslate()
{
    m_text->setText(questionText(m_row));
    m_candidates->setAccessibleName(tr("Contacts that fit"));
    m_candidates->setAccessibleDescription(m_text->text());
    //: a button: the record belongs to the chosen contact
    m_choose->setText(tr("Choose this contact"));
    //: a button: the record has been written
    m_isThere->setText(tr("It is there"));
    m_isThere->setAccessibleDescription(m_text->text());
    //: a button: the record has not been written
    m_sendAgain->setText(tr("Send it again"));
    m_sendAgain->setAccessibleDescription(m_text->text());
    showAnswers();
}

void OutboxQuestionPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        fitList();
}

void OutboxQuestionPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorsOf(palette())[ColorRole::WarningFill]);
    painter.drawRoundedRect(rect(), metrics::c_cardRadius, metrics::c_cardRadius);
}

} // namespace earshot
