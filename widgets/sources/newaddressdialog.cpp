// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/newaddressdialog.h"

#include "widgets/controls/labels.h"
#include "widgets/sources/overlapchoice.h"
#include "widgets/style/metrics.h"

#include <QPushButton>

namespace earshot {
namespace {

constexpr int c_width = 420;

} // namespace

NewAddressDialog::NewAddressDialog(const QString &source, QWidget *parent)
    : FormDialog(parent)
    , m_source(source)
    , m_text(new MutedLabel)
    , m_choice(new OverlapChoice)
{
    m_text->setMinimumWidth(c_width);
    content()->setSpacing(metrics::c_betweenGroups);
    content()->addWidget(m_text);
    content()->addWidget(m_choice);
    content()->addStretch(1);
    retranslate();
}

std::chrono::seconds NewAddressDialog::overlap() const
{
    return m_choice->overlap();
}

void NewAddressDialog::retranslate()
{
    setWindowTitle(tr("New address"));
    //: %1 is a source
    m_text->setText(tr("\"%1\" gets a new address, which is to be pasted at the sender. Until then deliveries come to "
                       "the old one.")
                        .arg(m_source));
    primaryButton()->setText(tr("New address"));
}

void NewAddressDialog::changeEvent(QEvent *event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
