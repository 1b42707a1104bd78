// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/guidestep.h"

#include "widgets/controls/formdialog.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/secretfield.h"
#include "widgets/sources/codeblock.h"
#include "widgets/sources/noticebox.h"
#include "widgets/sources/platformguide.h"
#include "widgets/style/metrics.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace earshot {
namespace {

/** The strong parts in semibold, the only heavier weight there is. */
QString semibold(QString html)
{
    html.replace(QLatin1StringView("<b>"), QLatin1StringView("<span style=\"font-weight:600\">"));
    return html.replace(QLatin1StringView("</b>"), QLatin1StringView("</span>"));
}

bool hasCommand(const QString &platform)
{
    return platform == QLatin1StringView("varda");
}

} // namespace

GuideStep::GuideStep(QWidget *parent)
    : StepBox(3, parent)
    , m_platform(QStringLiteral("insighto"))
    , m_steps(new QGridLayout)
    , m_command(new CodeBlock)
    , m_commandWaits(new MutedLabel)
    , m_note(new NoticeBox(NoticeBox::Kind::Warning))
    , m_secretLabel(new QLabel)
    , m_secret(new SecretField)
    , m_keep(new QPushButton)
    , m_kept(new MutedLabel)
    , m_secretError(new FieldError)
    , m_secretBox(secretField())
{
    m_steps->setHorizontalSpacing(metrics::c_inner + 2);
    m_steps->setVerticalSpacing(metrics::c_inner);
    m_steps->setColumnStretch(1, 1);
    content()->addLayout(m_steps);
    content()->addWidget(m_command);
    content()->addWidget(m_commandWaits);
    content()->addWidget(m_secretBox);
    content()->addWidget(m_note);
    connect(m_secret, &SecretField::edited, this, &GuideStep::updateSecret);
    m_secret->edit()->installEventFilter(this);
    connect(m_keep, &QPushButton::clicked, this, &GuideStep::giveSecret);
    retranslate();
}

QWidget *GuideStep::secretField()
{
    m_secret->setObjectName(QStringLiteral("guideSecret"));
    m_secretLabel->setWordWrap(true);
    m_secretLabel->setBuddy(m_secret->edit());
    m_keep->setAutoDefault(false);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_inner);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::c_between);
    row->addWidget(m_secret, 1);
    row->addWidget(m_keep);
    column->addWidget(m_secretLabel);
    column->addLayout(row);
    column->addWidget(m_secretError);
    column->addWidget(m_kept);
    return box;
}

void GuideStep::setReady(bool ready)
{
    m_isReady = ready;
    updateSecret();
}

bool GuideStep::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return StepBox::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return StepBox::eventFilter(watched, event);
    giveSecret();
    return true;
}

void GuideStep::giveSecret()
{
    if (m_keep->isEnabled())
        Q_EMIT secretGiven(m_secret->secret());
}

void GuideStep::showSecretKept(const QString &problem)
{
    m_isKept = problem.isEmpty();
    if (m_isKept)
        m_secret->clear();
    updateSecret();
    m_secretError->setError(problem, m_secret->edit());
}

void GuideStep::updateSecret()
{
    m_secretBox->setVisible(hasCommand(m_platform));
    m_keep->setEnabled(m_isReady && !m_secret->secret().isEmpty());
    m_kept->setVisible(m_isKept);
    m_secretError->setError(QString(), m_secret->edit());
}

void GuideStep::setPlatform(const QString &platform)
{
    m_platform = platform;
    retranslate();
}

void GuideStep::setAddress(const QString &address)
{
    m_address = address;
    updateCommand();
}

void GuideStep::showSteps(const QStringList &steps)
{
    while (QLayoutItem *item = m_steps->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < steps.size(); ++i) {
        auto *number = new QLabel(QStringLiteral("%1.").arg(i + 1), this);
        number->setTextFormat(Qt::PlainText);
        auto *text = new QLabel(this);
        text->setTextFormat(Qt::RichText); // our own words only
        text->setText(semibold(steps[i]));
        text->setWordWrap(true);
        m_steps->addWidget(number, i, 0, Qt::AlignTop);
        m_steps->addWidget(text, i, 1);
        number->show();
        text->show();
    }
}

void GuideStep::updateCommand()
{
    const bool isReady = hasCommand(m_platform) && !m_address.isEmpty();
    m_command->setVisible(isReady);
    m_command->setText(isReady ? vardaCommand(m_address) : QString());
    m_commandWaits->setVisible(hasCommand(m_platform) && m_address.isEmpty());
}

void GuideStep::retranslate()
{
    const PlatformGuide guide = platformGuide(m_platform);
    setTitle(guide.stepsTitle);
    showSteps(guide.steps);
    m_note->setText(guide.note);
    m_command->setName(tr("Command"));
    m_secretLabel->setText(
        tr("Varda shows the signing secret once. Paste it here, and Earshot believes only what Varda signed."));
    m_secret->edit()->setAccessibleName(tr("Signing secret"));
    //: Keeps a secret that was pasted
    m_keep->setText(tr("Use this secret"));
    m_kept->setText(tr("The secret is kept: Varda's signature is checked from now on."));
    updateSecret();
    m_commandWaits->setText(tr("The command stands here as soon as there is an address that starts with https://."));
    updateCommand();
}

} // namespace earshot
