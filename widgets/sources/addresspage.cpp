// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/addresspage.h"

#include "widgets/controls/copyfield.h"
#include "widgets/sources/overlapchoice.h"
#include "widgets/style/displaysettings.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QPushButton>

namespace earshot {

AddressPage::AddressPage(DisplaySettings &settings, QWidget *parent)
    : SourcePage(parent)
    , m_settings(settings)
    , m_address(new CopyField)
    , m_overlap(new OverlapChoice)
    , m_rotate(new QPushButton)
    , m_addressRow(addRow(m_address, m_address->button()))
{
    auto *field = new QWidget;
    auto *column = new QVBoxLayout(field);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_between);
    column->addWidget(m_overlap);
    column->addWidget(m_rotate, 0, Qt::AlignLeading);
    m_rotateRow = addRow(field, m_rotate);
    m_rotate->setAutoDefault(false);
    connect(m_rotate, &QPushButton::clicked, this, [this] { Q_EMIT rotateRequested(m_overlap->overlap()); });
    AddressPage::retranslate();
}

void AddressPage::setBase(const QString &base)
{
    m_base = base;
    refresh();
}

void AddressPage::setBusy(bool busy)
{
    m_rotate->setEnabled(!busy);
}

QString AddressPage::title() const
{
    //: Page of a source's settings: where its sender posts to
    return tr("Address");
}

void AddressPage::setEntry(const SourceEntry &entry)
{
    m_entry = entry;
    refresh();
}

void AddressPage::refresh()
{
    const bool hasOne = !m_entry.token.isEmpty() && !(m_base.isEmpty() && m_entry.source.publicUrl.isEmpty());
    m_address->setText(hasOne ? hookAddress(m_entry, m_base) : QString());
    QString hint = hasOne ? tr("Whoever knows it can send: keep it secret.")
                          : tr("Earshot is not receiving, so it has no address of its own yet.");
    const auto &until = m_entry.secrets.token.previousUntil;
    if (until && *until > m_settings.now())
        //: %1 is a time
        hint += QLatin1Char(' ')
                + tr("The one before it works until %1.").arg(timeText(*until, m_settings.format(), m_settings.now()));
    setHint(m_addressRow, hint);
}

void AddressPage::retranslate()
{
    setRow(m_addressRow, tr("&Hook"));
    m_address->setName(tr("Address"));
    //: A source gets another address
    setRow(m_rotateRow, tr("Another one"));
    m_rotate->setText(tr("New address"));
    m_rotate->setAccessibleName(m_rotate->text());
    refresh();
}

} // namespace earshot
