// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/waytestview.h"

#include "models/items/storeactions.h"
#include "models/items/whendone.h"
#include "widgets/controls/formdialog.h"
#include "widgets/controls/labels.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"
#include "widgets/style/words.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>

#include <array>

namespace earshot {
namespace {

struct Way {
    Q_DECLARE_TR_FUNCTIONS(earshot::Way)
};

struct StepTitle {
    const char *step;
    const char *title;
};

constexpr std::array c_titles = {
    StepTitle{"listener", QT_TRANSLATE_NOOP("earshot::Way", "Earshot listens")},
    StepTitle{"public-address", QT_TRANSLATE_NOOP("earshot::Way", "There is a public address")},
    StepTitle{"name", QT_TRANSLATE_NOOP("earshot::Way", "Its name is known")},
    StepTitle{"port", QT_TRANSLATE_NOOP("earshot::Way", "Something answers there")},
    StepTitle{"certificate", QT_TRANSLATE_NOOP("earshot::Way", "Its certificate is good")},
    StepTitle{"answer", QT_TRANSLATE_NOOP("earshot::Way", "It is this Earshot that answers")},
    StepTitle{"round-trip", QT_TRANSLATE_NOOP("earshot::Way", "An event comes through")},
    StepTitle{"large-event", QT_TRANSLATE_NOOP("earshot::Way", "A large event comes through")},
    StepTitle{"sender-address", QT_TRANSLATE_NOOP("earshot::Way", "Senders' addresses are seen")},
};

QString titleOf(const QString &step)
{
    for (const StepTitle &known : c_titles) {
        if (step == QLatin1StringView(known.step))
            return Way::tr(known.title);
    }
    return step;
}

Look resultLook(const QString &result)
{
    if (result == QLatin1StringView("passed"))
        return {Icon::Tick, Way::tr("Passed"), ColorRole::GoodText};
    if (result == QLatin1StringView("warning"))
        return {Icon::Warning, Way::tr("Warning"), ColorRole::WarningText};
    if (result == QLatin1StringView("failed"))
        return {Icon::Error, Way::tr("Blocked"), ColorRole::ErrorText};
    return {Icon::Minus, Way::tr("Skipped"), ColorRole::Muted};
}

QLabel *plainLabel(const QString &text)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

WayTestView::WayTestView(StoreActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_button(new QPushButton)
    , m_summary(new QLabel)
    , m_error(new FieldError)
    , m_steps(new QGridLayout)
{
    m_button->setAutoDefault(false);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_steps->setHorizontalSpacing(metrics::c_between);
    m_steps->setVerticalSpacing(metrics::c_inner);
    m_steps->setColumnStretch(2, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_between);
    column->addWidget(m_button, 0, Qt::AlignLeading);
    column->addWidget(m_summary);
    column->addWidget(m_error);
    column->addLayout(m_steps);
    connect(m_button, &QPushButton::clicked, this, &WayTestView::test);
    retranslate();
}

void WayTestView::setSource(const QString &source)
{
    if (m_source == source)
        return;
    m_source = source;
    m_report.reset();
    showFindings();
}

QString WayTestView::text() const
{
    return m_lines.join(QLatin1Char('\n'));
}

void WayTestView::test()
{
    m_isTesting = true;
    m_report.reset();
    showFindings();
    whenDone(m_actions.testWay(m_source), this, [this, source = m_source](const Result<WayReport> &report) {
        m_isTesting = false;
        if (source == m_source)
            take(report);
        else
            showFindings();
    });
}

void WayTestView::take(const Result<WayReport> &report)
{
    if (report)
        m_report = *report;
    showFindings();
    if (!report)
        m_error->setError(errorText(report.error()), m_button);
}

void WayTestView::clear()
{
    m_error->setError(QString(), m_button);
    m_lines.clear();
    while (QLayoutItem *item = m_steps->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void WayTestView::showFindings()
{
    clear();
    m_button->setEnabled(!m_isTesting);
    QString summary = m_isTesting ? tr("Testing… this may take a minute.") : QString();
    if (m_report && m_report->isReachable)
        //: %1 is an address, as in https://hooks.example
        summary = tr("Senders get through to %1.").arg(m_report->address);
    else if (m_report)
        summary = tr("Senders do not get through.");
    m_summary->setText(summary);
    m_summary->setVisible(!summary.isEmpty());
    if (!m_report)
        return;
    for (const WayFinding &finding : m_report->findings) {
        const Look look = resultLook(finding.result);
        const int row = int(m_lines.size());
        const QString title = titleOf(finding.step);
        auto *label =
            plainLabel(finding.detail.isEmpty() ? title : QStringLiteral("%1: %2").arg(title, finding.detail));
        m_lines.append(QStringLiteral("%1: %2").arg(look.word, title));
        label->setAccessibleName(QStringLiteral("%1: %2").arg(look.word, label->text()));
        auto *icon = new IconLabel(look.icon, look.color);
        auto *word = new MutedLabel(look.word);
        word->setColorRole(look.color);
        word->setWordWrap(false);
        m_steps->addWidget(icon, row, 0, Qt::AlignTop);
        m_steps->addWidget(word, row, 1, Qt::AlignTop);
        m_steps->addWidget(label, row, 2);
    }
}

void WayTestView::retranslate()
{
    m_button->setText(tr("Test the way"));
    m_button->setToolTip(tr("Sends one event out to the public address and back in. It is not stored."));
    showFindings();
}

void WayTestView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
