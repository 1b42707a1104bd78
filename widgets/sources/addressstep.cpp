// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/addressstep.h"

#include "models/items/sourcelist.h"
#include "widgets/controls/copyfield.h"
#include "widgets/controls/formdialog.h"
#include "widgets/controls/labels.h"
#include "widgets/sources/dashedbox.h"
#include "widgets/sources/noticebox.h"
#include "widgets/sources/platformguide.h"
#include "widgets/sources/publicaddress.h"
#include "widgets/style/metrics.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace earshot {
namespace {

enum Reach { OwnAddress, PublicAddress };

} // namespace

AddressStep::AddressStep(QWidget *parent)
    : StepBox(2, parent)
    , m_platform(QStringLiteral("insighto"))
    , m_reachLabel(new QLabel)
    , m_reach(new QComboBox)
    , m_public(new QLineEdit)
    , m_error(new FieldError)
    , m_waits(new MutedLabel)
    , m_create(new QPushButton)
    , m_placeholder(placeholder())
    , m_copy(new CopyField)
    , m_secret(new MutedLabel)
    , m_secretLine(secretLine())
    , m_notice(new NoticeBox(NoticeBox::Kind::Warning))
{
    m_reach->addItem(QString());
    m_reach->addItem(QString());
    m_reach->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_reachLabel->setBuddy(m_reach);
    m_public->setPlaceholderText(QStringLiteral("https://hooks.example.org"));
    m_public->setLayoutDirection(Qt::LeftToRight);
    m_create->setAutoDefault(false);
    head()->addWidget(m_reachLabel);
    head()->addWidget(m_reach);
    for (QWidget *part : {static_cast<QWidget *>(m_public), static_cast<QWidget *>(m_error), m_placeholder,
                          static_cast<QWidget *>(m_copy), m_secretLine, static_cast<QWidget *>(m_notice)})
        content()->addWidget(part);

    connect(m_reach, &QComboBox::activated, this, &AddressStep::chooseReach);
    connect(m_public, &QLineEdit::editingFinished, this, &AddressStep::takePublicUrl);
    connect(m_public, &QLineEdit::textEdited, this, [this] { m_error->setError(QString(), m_public); });
    connect(m_create, &QPushButton::clicked, this, &AddressStep::createRequested);
    retranslate();
}

QWidget *AddressStep::placeholder()
{
    auto *box = new DashedBox;
    box->row()->addWidget(m_waits, 1);
    box->row()->addWidget(m_create);
    return box;
}

QWidget *AddressStep::secretLine()
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::c_inner);
    layout->addWidget(new IconLabel(Icon::Lock, ColorRole::Muted), 0, Qt::AlignTop);
    layout->addWidget(m_secret, 1);
    return line;
}

void AddressStep::setPlatform(const QString &platform)
{
    m_platform = platform;
    m_error->setError(QString(), m_public);
    refresh();
}

void AddressStep::setListener(const ListenerState &state)
{
    m_listener = state;
    retranslate();
}

void AddressStep::setTunnel(const TunnelState &state)
{
    m_tunnel = state;
    retranslate();
}

void AddressStep::setTest(QWidget *test)
{
    m_test = test;
    content()->addWidget(test);
    refresh();
}

void AddressStep::setBusy(bool busy)
{
    m_create->setEnabled(!busy);
}

void AddressStep::setToken(const QByteArray &token, const QString &publicUrl)
{
    m_token = token;
    m_taken = publicUrl;
    setDone(true);
    takePublicUrl(); // what was chosen while the source was being made
}

QString AddressStep::publicUrl() const
{
    return m_reach->currentIndex() == PublicAddress ? tidyPublicAddress(m_public->text()) : QString();
}

bool AddressStep::checkPublicUrl()
{
    const QString url = publicUrl();
    const bool isOwn = m_reach->currentIndex() == OwnAddress;
    const QString problem = isOwn || url.isEmpty() ? QString() : publicAddressProblem(url, m_platform);
    m_error->setError(problem, m_public);
    return problem.isEmpty();
}

/** Of a source without an address of its own: the tunnel's while it is up. */
QString AddressStep::ownBase() const
{
    return m_tunnel.kind == TunnelState::Kind::Up ? m_tunnel.publicBase : m_listener.base;
}

/** What the address begins with; null if that is not known, or not right. */
QString AddressStep::base() const
{
    const QString own = publicUrl();
    if (own.isEmpty())
        return ownBase();
    return publicAddressProblem(own, m_platform).isEmpty() ? own : QString();
}

QString AddressStep::address() const
{
    const QString begin = base();
    if (m_token.isEmpty() || begin.isEmpty() || !canReach(begin, m_platform))
        return {};
    SourceEntry entry;
    entry.source.publicUrl = publicUrl();
    entry.token = m_token;
    return hookAddress(entry, ownBase());
}

void AddressStep::takeFocus()
{
    if (m_copy->isVisibleTo(this))
        m_copy->button()->setFocus();
    else
        m_reach->setFocus();
}

QString AddressStep::warning() const
{
    const QString platform = platformGuide(m_platform).name;
    const QString begin = base();
    if (!begin.isEmpty() && canReach(begin, m_platform))
        return {};
    if (begin.isEmpty() && canReach(QString(), m_platform)) {
        return publicUrl().isEmpty() && !m_token.isEmpty()
                   ? tr("Earshot is not receiving, so it has no address of its own yet.")
                   : QString();
    }
    //: %1 is a platform, as in eigi.ai
    return tr("The address ends at this computer. %1 needs one that starts with https://. Set up a tunnel or a "
              "certificate in Settings › Listening, or choose \"A public address\" above and enter the name under "
              "which "
              "a proxy with a certificate passes requests on to Earshot.")
        .arg(platform);
}

void AddressStep::chooseReach()
{
    refresh();
    if (m_reach->currentIndex() == PublicAddress)
        m_public->setFocus();
    takePublicUrl();
}

void AddressStep::takePublicUrl()
{
    const bool isFine = checkPublicUrl();
    refresh();
    if (!isFine || m_token.isEmpty() || publicUrl() == m_taken)
        return;
    m_taken = publicUrl();
    Q_EMIT publicUrlChosen(m_taken);
}

void AddressStep::refresh()
{
    const QString whole = address();
    const bool isMade = !m_token.isEmpty();
    m_public->setVisible(m_reach->currentIndex() == PublicAddress);
    m_placeholder->setVisible(!isMade);
    m_copy->setVisible(!whole.isEmpty());
    m_secretLine->setVisible(!whole.isEmpty());
    m_notice->setText(warning());
    if (m_test != nullptr)
        m_test->setVisible(!whole.isEmpty() && !isLocalOnly(base()));
    if (m_copy->text() == whole)
        return;
    m_copy->setText(whole);
    Q_EMIT addressChanged();
}

QString AddressStep::ownReachText() const
{
    if (m_tunnel.kind == TunnelState::Kind::Up)
        //: %1 is an address as in https://hooks.example
        return tr("The tunnel: %1").arg(m_tunnel.publicBase);
    const bool isLocal = m_listener.base.isEmpty() || isLocalOnly(m_listener.base);
    return isLocal ? tr("This computer only") : m_listener.base;
}

void AddressStep::retranslate()
{
    setTitle(tr("Copy the address"));
    //: In front of a choice: under which name senders reach Earshot
    m_reachLabel->setText(tr("Reached through"));
    m_reach->setAccessibleName(m_reachLabel->text());
    m_reach->setItemText(OwnAddress, ownReachText());
    m_reach->setItemText(PublicAddress, tr("A public address"));
    m_public->setAccessibleName(tr("Public address"));
    m_waits->setText(tr("The address is made together with the source, and listens from then on."));
    m_create->setText(tr("Create address"));
    m_copy->setName(tr("Address"));
    m_secret->setText(tr("Whoever knows it can send: keep it secret."));
    refresh();
}

} // namespace earshot
