// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/samplestepper.h"

#include "widgets/controls/labels.h"
#include "widgets/style/words.h"

#include <algorithm>

namespace earshot {
namespace {

constexpr int c_most = 200;

} // namespace

SampleStepper::SampleStepper(StoreReader &reader, DisplaySettings &display, QWidget *parent)
    : QWidget(parent)
    , m_reader(reader)
    , m_display(display)
    , m_previous(new QToolButton)
    , m_next(new QToolButton)
    , m_words(new ElidedLabel)
    , m_place(new MutedLabel)
{
    m_previous->setIcon(themedIcon(Icon::ChevronLeft));
    m_next->setIcon(themedIcon(Icon::ChevronRight));
    m_place->setWordWrap(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::c_inner);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addSpacing(metrics::c_inner);
    row->addWidget(m_words, 1);
    row->addWidget(m_place);
    for (QToolButton *const button : {m_previous, m_next}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(&reader, &StoreReader::changed, this, [this] {
        if (m_isLoaded && m_found.isEmpty())
            read();
    });
    read();
    retranslate();
}

SampleStepper::~SampleStepper()
{
    if (m_stop)
        *m_stop = true;
}

void SampleStepper::setRule(const QString &rule)
{
    if (rule == m_rule)
        return;
    m_rule = rule;
    read();
}

void SampleStepper::read()
{
    if (m_stop)
        *m_stop = true;
    m_stop = std::make_shared<std::atomic_bool>(false);
    const auto work = [rule = m_rule, now = m_display.now()](const Database &database) {
        return latestOfRule(database, rule, now, c_most);
    };
    m_reader.read<QList<SampleConversation>>(work, m_stop)
        .then(this, [this, stop = m_stop](const Result<QList<SampleConversation>> &found) {
            if (stop == m_stop && !*stop)
                take(found.value_or(QList<SampleConversation>()));
        });
}

void SampleStepper::take(const QList<SampleConversation> &found)
{
    const qint64 before = conversation();
    const bool wasLoaded = m_isLoaded;
    m_found = found;
    const auto same = std::ranges::find(found, before, &SampleConversation::id);
    m_current = same == found.end() ? 0 : int(same - found.begin());
    m_isLoaded = true;
    update();
    if (conversation() != before || !wasLoaded)
        Q_EMIT changed();
}

qint64 SampleStepper::conversation() const
{
    return m_current < m_found.size() ? m_found[m_current].id : 0;
}

void SampleStepper::step(int by)
{
    const int wanted = std::clamp(m_current + by, 0, std::max(0, int(m_found.size()) - 1));
    if (wanted == m_current)
        return;
    m_current = wanted;
    update();
    Q_EMIT changed();
}

void SampleStepper::update()
{
    m_previous->setEnabled(m_current > 0);
    m_next->setEnabled(m_current + 1 < m_found.size());
    m_place->setVisible(!m_found.isEmpty());
    if (m_found.isEmpty()) {
        m_words->setText(m_isLoaded ? tr("No conversation passes the rule yet") : QString());
        return;
    }
    const SampleConversation &shown = m_found[m_current];
    const QString outcome = outcomeLook(shown.outcome).word;
    //: A conversation: its contact, its time, its outcome
    m_words->setText(
        tr("%1 · %2 · %3").arg(shown.contact, timeText(shown.time, m_display.format(), m_display.now()), outcome));
    const QLocale &locale = m_display.format().locale;
    //: Which of the latest conversations is shown: 3 of 50
    m_place->setText(tr("%1 of %2").arg(countText(m_current + 1, locale), countText(m_found.size(), locale)));
}

void SampleStepper::retranslate()
{
    m_previous->setAccessibleName(tr("Previous conversation"));
    m_previous->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    m_next->setAccessibleName(tr("Next conversation"));
    m_next->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Right));
    for (QToolButton *const button : {m_previous, m_next})
        //: A tooltip: what a button does, and its shortcut
        button->setToolTip(
            tr("%1 (%2)").arg(button->accessibleName(), button->shortcut().toString(QKeySequence::NativeText)));
    update();
}

void SampleStepper::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
