// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/forwarding/recordlink.h"

#include "widgets/controls/linkbutton.h"
#include "widgets/controls/linkdialog.h"
#include "widgets/controls/plaintip.h"
#include "widgets/style/metrics.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>

namespace earshot {
namespace {

using namespace std::chrono_literals;

constexpr auto c_saysCopied = 2s;
constexpr qsizetype c_longestName = 24; // letters of a destination in a button

QString shortened(const QString &name)
{
    const QString line = name.simplified();
    return line.size() <= c_longestName ? line : QString(line.left(c_longestName - 1) + QChar(0x2026));
}

} // namespace

RecordLink::RecordLink(QWidget *parent)
    : QWidget(parent)
    , m_open(new LinkButton(this))
    , m_copy(new LinkButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(metrics::c_paneMargin);
    row->addWidget(m_open);
    row->addWidget(m_copy);
    row->addStretch(1);
    m_copied.setSingleShot(true);
    m_copied.setInterval(c_saysCopied);
    m_copied.callOnTimeout(this, &RecordLink::retranslate);
    connect(m_open, &LinkButton::clicked, this, &RecordLink::ask);
    connect(m_copy, &LinkButton::clicked, this, &RecordLink::copy);
    hide();
}

void RecordLink::setLink(const QString &url, const QString &destination)
{
    const QUrl address(url, QUrl::StrictMode);
    if (address != m_url)
        m_copied.stop();
    m_url = isWebLink(address) ? address : QUrl();
    m_destination = destination;
    setVisible(!m_url.isEmpty());
    retranslate();
}

void RecordLink::ask()
{
    //: %1 is the name of a destination
    askToOpenLink(m_url,
                  tr("%1 gave this address for the record. It opens in your browser:").arg(m_destination.simplified()),
                  window());
}

void RecordLink::copy()
{
    QGuiApplication::clipboard()->setText(m_url.toString(QUrl::FullyEncoded));
    m_copied.start();
    retranslate();
}

void RecordLink::retranslate()
{
    //: %1 is the name of a destination, as in "Open in HubSpot"
    m_open->setText(tr("Open in %1").arg(shortened(m_destination)));
    m_open->setAccessibleName(tr("Open the record in %1").arg(m_destination.simplified()));
    m_copy->setText(m_copied.isActive() ? tr("Copied") : tr("Copy link"));
    m_copy->setAccessibleName(tr("Copy the link to the record in %1").arg(m_destination.simplified()));
    const QString address = m_url.toString(QUrl::FullyEncoded);
    m_open->setToolTip(plainTip(address));
    m_copy->setToolTip(plainTip(address));
}

void RecordLink::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
