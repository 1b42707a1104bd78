// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/whichpage.h"

#include "models/filter/filter.h"
#include "widgets/controls/busybar.h"
#include "widgets/controls/formdialog.h"
#include "widgets/controls/labels.h"
#include "widgets/style/words.h"

#include <QLineEdit>
#include <QRadioButton>

namespace earshot {
namespace {

constexpr std::chrono::milliseconds c_typingPause(300);
constexpr int c_sampleSize = 8;
constexpr int c_indent = 24; ///< of a radio button's words

struct RuleLook {
    RuleCount count;
    QList<SampleConversation> sample;
};

Result<RuleLook> look(const Database &database, const QString &rule, Timestamp now)
{
    const auto count = countRule(database, rule, now);
    if (!count)
        return std::unexpected(count.error());
    const auto sample = latestOfRule(database, rule, now, c_sampleSize);
    if (!sample)
        return std::unexpected(sample.error());
    return RuleLook{*count, *sample};
}

} // namespace

WhichPage::WhichPage(StoreReader &reader, DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_reader(reader)
    , m_display(display)
    , m_title(new SectionLabel)
    , m_every(new QRadioButton)
    , m_matching(new QRadioButton)
    , m_rule(new QLineEdit)
    , m_error(new FieldError)
    , m_byHand(new QRadioButton)
    , m_busy(new BusyBar)
    , m_count(new MutedLabel)
    , m_sampleTitle(new SectionLabel)
    , m_sample(new QGridLayout)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(c_typingPause);
    build();
    connectFields();
    retranslate();
    ask();
}

WhichPage::~WhichPage()
{
    m_rule->disconnect(this); // it loses the focus, and so ends being edited, when this is half gone
    if (m_stop)
        *m_stop = true;
}

void WhichPage::build()
{
    m_every->setChecked(true);
    m_rule->setPlaceholderText(QStringLiteral("outcome:booked dur>3m"));
    m_rule->setLayoutDirection(Qt::LeftToRight);
    auto *filter = new QVBoxLayout;
    filter->setContentsMargins(c_indent, 0, 0, 0);
    filter->setSpacing(metrics::c_inner);
    filter->addWidget(m_rule);
    filter->addWidget(m_error);
    m_sample->setHorizontalSpacing(metrics::c_betweenGroups);
    m_sample->setVerticalSpacing(metrics::c_inner);
    m_sample->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_between);
    column->addWidget(m_title);
    column->addWidget(m_every);
    column->addWidget(m_matching);
    column->addLayout(filter);
    column->addWidget(m_byHand);
    column->addSpacing(metrics::c_between);
    column->addWidget(m_busy);
    column->addWidget(m_count);
    column->addWidget(m_sampleTitle);
    column->addLayout(m_sample);
    column->addStretch(1);
}

void WhichPage::connectFields()
{
    m_pause.callOnTimeout(this, &WhichPage::ask);
    for (QRadioButton *const button : {m_every, m_matching, m_byHand}) {
        connect(button, &QRadioButton::toggled, this, [this](bool checked) {
            if (checked)
                takeEdit();
        });
    }
    connect(m_rule, &QLineEdit::textChanged, this, [this] {
        m_error->setError({}, m_rule);
        m_matching->setChecked(true);
        m_pause.start();
        Q_EMIT edited();
    });
    connect(m_rule, &QLineEdit::editingFinished, this, [this] {
        m_error->setError(problem(), m_rule);
        if (m_pause.isActive())
            ask();
    });
}

void WhichPage::setDestination(const Destination &destination)
{
    const QString rule = destination.rule.value_or(QString());
    m_rule->setText(rule);
    QRadioButton *chosen = !destination.rule ? m_byHand : rule.isEmpty() ? m_every : m_matching;
    chosen->setChecked(true);
    takeEdit();
}

void WhichPage::describe(NewDestination &destination) const
{
    destination.rule = m_matching->isChecked() ? m_rule->text().trimmed() : QString();
    destination.byHandOnly = m_byHand->isChecked();
}

QString WhichPage::rule() const
{
    return m_matching->isChecked() && problem().isEmpty() ? m_rule->text().trimmed() : QString();
}

QString WhichPage::problem() const
{
    if (!m_matching->isChecked())
        return {};
    const QString rule = m_rule->text().trimmed();
    if (rule.isEmpty())
        return tr("Write a filter, or let every conversation go.");
    const auto read = Filter::parse(rule, conversationSchema());
    return read ? QString() : read.error().message;
}

bool WhichPage::check()
{
    const QString reason = problem();
    m_error->setError(reason, m_rule);
    if (reason.isEmpty())
        return true;
    m_rule->setFocus();
    const auto read = Filter::parse(m_rule->text(), conversationSchema());
    if (!read && read.error().length > 0)
        m_rule->setSelection(int(read.error().position), int(read.error().length));
    return false;
}

void WhichPage::takeEdit()
{
    m_error->setError({}, m_rule);
    ask();
    Q_EMIT edited();
}

/** What is not understood yet leaves the last count in place. */
void WhichPage::ask()
{
    m_pause.stop();
    if (m_matching->isChecked() && !problem().isEmpty())
        return;
    if (m_stop)
        *m_stop = true;
    m_busy->setBusy(false);
    if (m_byHand->isChecked()) {
        m_counted.reset();
        m_shown.clear();
        retranslate();
        return;
    }
    m_stop = std::make_shared<std::atomic_bool>(false);
    m_busy->setBusy(true);
    const auto work = [rule = rule(), now = m_display.now()](const Database &database) {
        return look(database, rule, now);
    };
    m_reader.read<RuleLook>(work, m_stop).then(this, [this, stop = m_stop](const Result<RuleLook> &found) {
        if (stop != m_stop || *stop)
            return;
        m_busy->setBusy(false);
        m_counted.reset();
        m_shown.clear();
        if (found) {
            m_counted = found->count;
            m_shown = found->sample;
        }
        retranslate();
        if (!found)
            m_count->setText(errorText(found.error()));
    });
}

void WhichPage::showSample(const QList<SampleConversation> &sample)
{
    while (QLayoutItem *item = m_sample->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_sampleTitle->setVisible(!sample.isEmpty());
    for (int row = 0; row < sample.size(); ++row) {
        const SampleConversation &conversation = sample[row];
        const Look outcome = outcomeLook(conversation.outcome);
        auto *time = new QLabel(timeText(conversation.time, m_display.format(), m_display.now()));
        auto *contact = new ElidedLabel(conversation.contact);
        auto *cell = new QWidget;
        auto *pair = new QHBoxLayout(cell);
        pair->setContentsMargins(0, 0, 0, 0);
        pair->setSpacing(metrics::c_between);
        auto *word = new QLabel(outcome.word);
        pair->addWidget(new IconLabel(outcome.icon, outcome.color));
        pair->addWidget(word, 1);
        time->setTextFormat(Qt::PlainText);
        word->setTextFormat(Qt::PlainText);
        m_sample->addWidget(time, row, 0);
        m_sample->addWidget(contact, row, 1);
        m_sample->addWidget(cell, row, 2);
    }
}

void WhichPage::takeCount(const RuleCount &count)
{
    const QLocale &locale = m_display.format().locale;
    m_count->setText(tr("It would have sent %1 of the %2 conversations of the last 30 days.")
                         .arg(countText(count.chosen, locale), countText(count.all, locale)));
}

void WhichPage::retranslate()
{
    m_title->setText(tr("Which conversations go there by themselves"));
    m_every->setText(tr("Every conversation"));
    m_matching->setText(tr("Those that match a filter"));
    m_byHand->setText(tr("Only what I forward by hand"));
    m_rule->setAccessibleName(tr("Filter"));
    m_sampleTitle->setText(tr("The latest of them"));
    if (m_byHand->isChecked())
        m_count->setText(tr("Only what you forward yourself is sent."));
    else if (m_counted)
        takeCount(*m_counted);
    else
        m_count->setText({});
    showSample(m_shown);
}

void WhichPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
