// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/closingdialog.h"

#include "widgets/controls/labels.h"
#include "widgets/style/metrics.h"

#include <QCheckBox>
#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace earshot {

ClosingDialog::ClosingDialog(Kind kind, bool hasTray, QWidget *parent)
    : FormDialog(parent)
    , m_kind(kind)
    , m_question(new TitleLabel)
    , m_words(new QLabel)
{
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    content()->setSpacing(metrics::c_between);
    content()->addWidget(m_question);
    content()->addWidget(m_words);
    // The primary button is what most people want next.
    if (kind == Kind::Where) {
        m_keep = primaryButton();
        m_quit = addFooterButton({});
        m_hint = new MutedLabel;
        content()->addWidget(m_hint);
    } else {
        m_quit = primaryButton();
        m_keep = hasTray ? addFooterButton({}) : nullptr;
        m_askAgain = new QCheckBox;
        m_askAgain->setChecked(true);
        content()->addWidget(m_askAgain);
    }
    content()->addStretch(1);
    primaryButton()->disconnect(this);
    connect(m_quit, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT quitChosen(m_askAgain == nullptr || m_askAgain->isChecked());
    });
    if (m_keep)
        connect(m_keep, &QPushButton::clicked, this, [this] {
            accept();
            Q_EMIT keepChosen();
        });
    retranslate();
}

void ClosingDialog::retranslate()
{
    if (m_kind == Kind::Where) {
        setWindowTitle(tr("Keep receiving?"));
        m_words->setText(
            tr("Earshot can keep receiving in the tray while its window is closed. If you quit, senders get "
               "no answer until Earshot runs again."));
        m_hint->setText(tr("This is asked once. Settings › General changes it."));
        m_quit->setText(tr("Quit and stop receiving"));
    } else {
        setWindowTitle(tr("Quit and stop receiving?"));
        m_words->setText(tr("Senders get no answer until Earshot runs again."));
        m_askAgain->setText(tr("&Ask again next time"));
        m_quit->setText(tr("Quit"));
    }
    m_question->setText(windowTitle());
    if (m_keep)
        m_keep->setText(tr("Keep receiving in the tray"));
}

void ClosingDialog::changeEvent(QEvent *event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
