// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/destinationtestview.h"

#include "models/items/whendone.h"
#include "widgets/controls/busybar.h"
#include "widgets/controls/labels.h"
#include "widgets/style/metrics.h"
#include "widgets/style/words.h"

namespace earshot {

DestinationTestView::DestinationTestView(StoreActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_button(new QPushButton)
    , m_busy(new BusyBar)
    , m_lines(new QVBoxLayout)
{
    m_button->setAutoDefault(false);
    auto *head = new QHBoxLayout;
    head->addWidget(m_button);
    head->addStretch(1);
    m_lines->setSpacing(metrics::c_inner);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_between);
    column->addLayout(head);
    column->addWidget(m_busy);
    column->addLayout(m_lines);
    connect(m_button, &QPushButton::clicked, this, &DestinationTestView::testRequested);
    retranslate();
}

void DestinationTestView::run(const QString &name, const NewDestination &destination)
{
    clear();
    m_isRunning = true;
    m_busy->setBusy(true);
    m_button->setEnabled(false);
    const auto take = [this, asked = m_asked](const Result<DestinationAnswerText> &answer) {
        if (asked == m_asked)
            this->take(answer);
    };
    whenDone(m_actions.tryDestination(name, destination), this, take);
}

void DestinationTestView::clear()
{
    ++m_asked;
    m_isRunning = false;
    m_isFine = false;
    m_busy->setBusy(false);
    m_button->setEnabled(true);
    m_texts.clear();
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be what was clicked
        delete item;
    }
}

void DestinationTestView::addLine(bool isGood, const QString &text)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::c_between);
    auto *icon =
        new IconLabel(isGood ? Icon::Tick : Icon::Warning, isGood ? ColorRole::GoodText : ColorRole::ErrorText);
    auto *words = new MutedLabel(text);
    words->setColorRole(ColorRole::Text);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    m_lines->addWidget(line);
    line->show();
    m_texts.append(text);
}

void DestinationTestView::take(const Result<DestinationAnswerText> &answer)
{
    m_isRunning = false;
    m_busy->setBusy(false);
    m_button->setEnabled(true);
    m_isFine = answer && answer->isFine;
    addLine(m_isFine, answer ? answer->text : errorText(answer.error()));
    if (!answer)
        return;
    for (const DestinationRight &right : answer->rights)
        addLine(right.isThere, rightText(right));
}

QString DestinationTestView::rightText(const DestinationRight &right)
{
    if (right.isThere)
        //: %1: a right that a destination gives, as in "write contacts"
        return tr("%1: there").arg(right.what);
    if (right.missing.isEmpty())
        //: %1: a right that a destination does not give
        return tr("%1: missing").arg(right.what);
    //: %1: a right that a destination does not give; %2: what to grant, as it is called there
    return tr("%1: missing. Grant %2").arg(right.what, right.missing);
}

QString DestinationTestView::shownText() const
{
    return m_texts.join(QLatin1Char('\n'));
}

void DestinationTestView::retranslate()
{
    //: Button: sends a made-up conversation, or asks for rights
    m_button->setText(tr("Test"));
    m_button->setAccessibleDescription(tr("Asks the destination whether it works as it is described here"));
}

void DestinationTestView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
