// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/dryrunview.h"

#include "widgets/controls/labels.h"
#include "widgets/forwarding/recordlink.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>

namespace earshot {
namespace {

constexpr int c_leastLines = 6; // of the body
constexpr qsizetype c_mostNamed = 5; // contacts

} // namespace

DryRunView::DryRunView(QWidget *parent)
    : QWidget(parent)
    , m_link(new RecordLink(this))
    , m_bodyLabel(new MutedLabel(this))
    , m_body(new QPlainTextEdit(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::c_between);
    m_contact = addLine(new IconLabel(Icon::Person, ColorRole::Muted));
    m_record = addLine(new IconLabel(Icon::Note, ColorRole::Muted));
    column->addWidget(m_link);
    m_problem = addLine(new IconLabel(Icon::Warning, ColorRole::OutcomeFollowUp));
    m_problemLine = m_problem->parentWidget();
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);
    m_body->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_body->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_body->setFont(metrics::mono(font()));
    m_body->setMinimumHeight(c_leastLines * QFontMetrics(m_body->font()).lineSpacing());
    m_bodyLabel->setWordWrap(false);
    m_bodyLabel->setBuddy(m_body);
    column->addWidget(m_bodyLabel);
    column->addWidget(m_body, 1);
    clear();
}

QLabel *DryRunView::addLine(QWidget *before)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(metrics::c_between);
    auto *label = new QLabel(line);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    row->addWidget(before, 0, Qt::AlignTop);
    row->addWidget(label, 1);
    static_cast<QBoxLayout *>(layout())->addWidget(line); // NOLINT: made by the constructor
    return label;
}

void DryRunView::showRun(const ForwardDryRun &run, const QString &destination)
{
    m_run = run;
    m_destination = destination;
    m_body->setPlainText(run.body);
    retranslate();
    show();
}

void DryRunView::clear()
{
    m_run.reset();
    hide();
}

QString DryRunView::contactWords() const
{
    QStringList names = m_run->contacts.first(std::min(c_mostNamed, m_run->contacts.size()));
    if (m_run->contacts.size() > names.size())
        names.append(QStringLiteral("…"));
    const QString named = names.join(QStringLiteral(", ")).simplified();
    switch (m_run->contact) {
    case ForwardDryRun::Contact::None:
        return tr("The record would belong to no contact.");
    case ForwardDryRun::Contact::Found:
        //: %1 is a person
        return named.isEmpty() ? tr("Its contact is there.") : tr("Its contact is there: %1.").arg(named);
    case ForwardDryRun::Contact::WouldBeMade:
        return tr("No contact fits; one would be made.");
    case ForwardDryRun::Contact::Several:
        //: %1 are names
        return tr("Several contacts fit: %1. You would be asked which.").arg(named);
    case ForwardDryRun::Contact::Unknown:
        break;
    }
    return tr("Whether its contact is there is not known.");
}

QString DryRunView::recordWords() const
{
    switch (m_run->write) {
    case ForwardDryRun::Write::WouldBeMade:
        return tr("A new record would be written.");
    case ForwardDryRun::Write::WouldBeChanged:
        return tr("The record that is there would be changed.");
    case ForwardDryRun::Write::Unknown:
        break;
    }
    return tr("Whether a record is there is not known.");
}

void DryRunView::retranslate()
{
    //: heading of the text that a destination would get
    m_bodyLabel->setText(tr("It would get"));
    m_body->setAccessibleName(tr("What the destination would get"));
    if (!m_run)
        return;
    m_contact->setText(contactWords());
    m_record->setText(recordWords());
    m_problem->setText(m_run->problem);
    m_problemLine->setVisible(!m_run->problem.isEmpty());
    m_link->setLink(m_run->recordUrl, m_destination);
    m_bodyLabel->setVisible(!m_run->body.isEmpty());
    m_body->setVisible(!m_run->body.isEmpty());
}

QString DryRunView::contactText() const
{
    return m_contact->text();
}

QString DryRunView::recordText() const
{
    return m_record->text();
}

QString DryRunView::problemText() const
{
    return m_problem->text();
}

QString DryRunView::body() const
{
    return m_body->toPlainText();
}

void DryRunView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        m_body->setFont(metrics::mono(font()));
}

} // namespace earshot
