// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/tlsform.h"

#include "models/items/whendone.h"
#include "models/verify/addressfilter.h"
#include "widgets/controls/copyfield.h"
#include "widgets/controls/formdialog.h"
#include "widgets/controls/labels.h"
#include "widgets/settings/filefield.h"
#include "widgets/style/displaysettings.h"
#include "widgets/style/metrics.h"
#include "widgets/style/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

namespace earshot {
namespace {

enum Choice { Off, Files, SelfSigned };

QStringList wordsOf(const QLineEdit *edit)
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    return edit->text().split(between, Qt::SkipEmptyParts);
}

Choice choiceOf(const ListenerSetup &setup)
{
    if (setup.certificateFile.isEmpty())
        return Off;
    return setup.certificate && setup.certificate->isSelfSigned ? SelfSigned : Files;
}

} // namespace

TlsForm::TlsForm(StoreActions &actions, DisplaySettings &display, QWidget *parent)
    : RowForm(parent)
    , m_actions(actions)
    , m_display(display)
    , m_choice(new QComboBox)
    , m_certificate(new FileField)
    , m_key(new FileField)
    , m_names(new QLineEdit)
    , m_factsIcon(new IconLabel(Icon::Lock, ColorRole::GoodText))
    , m_facts(new QLabel)
    , m_factsField(new QWidget)
    , m_fingerprint(new CopyField)
    , m_proxies(new QLineEdit)
    , m_apply(new QPushButton)
    , m_error(new FieldError)
{
    m_choice->setObjectName(QStringLiteral("tls"));
    m_certificate->setObjectName(QStringLiteral("certificateFile"));
    m_key->setObjectName(QStringLiteral("keyFile"));
    m_names->setObjectName(QStringLiteral("certificateNames"));
    m_proxies->setObjectName(QStringLiteral("trustedProxies"));
    m_apply->setObjectName(QStringLiteral("applyTls"));
    for (int i = 0; i <= SelfSigned; ++i)
        m_choice->addItem(QString());
    m_names->setPlaceholderText(QStringLiteral("hooks.example.org"));
    m_proxies->setPlaceholderText(QStringLiteral("10.0.0.0/8"));
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *facts = new QHBoxLayout(m_factsField);
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setSpacing(metrics::c_between);
    facts->addWidget(m_factsIcon, 0, Qt::AlignTop);
    facts->addWidget(m_facts, 1);
    m_apply->setAutoDefault(false);
    addFields();
    connect(m_choice, &QComboBox::currentIndexChanged, this, &TlsForm::updateFields);
    for (FileField *const field : {m_certificate, m_key})
        connect(field, &FileField::edited, this, &TlsForm::updateFields);
    for (QLineEdit *const field : {m_names, m_proxies})
        connect(field, &QLineEdit::textChanged, this, &TlsForm::updateFields);
    connect(m_apply, &QPushButton::clicked, this, &TlsForm::apply);
    connect(&m_display, &DisplaySettings::changed, this, &TlsForm::updateFacts);
    TlsForm::retranslate();
}

void TlsForm::addFields()
{
    m_choiceRow = addRow(m_choice);
    m_certificateRow = addRow(m_certificate, m_certificate->edit());
    m_keyRow = addRow(m_key, m_key->edit());
    m_namesRow = addRow(m_names);
    m_factsRow = addRow(m_factsField, m_facts);
    m_fingerprintRow = addRow(m_fingerprint, m_fingerprint->button());
    m_proxiesRow = addRow(m_proxies);
    auto *end = new QWidget;
    auto *column = new QVBoxLayout(end);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_inner);
    column->addWidget(m_apply, 0, Qt::AlignLeading);
    column->addWidget(m_error);
    addRow(end, m_apply);
}

void TlsForm::load()
{
    if (m_isBusy || (m_isLoaded && isChanged()))
        return;
    whenDone(m_actions.listenerSetup(), this, [this](const Result<ListenerSetup> &setup) { show(setup); });
}

void TlsForm::show(const Result<ListenerSetup> &setup)
{
    m_isBusy = false;
    if (!setup) {
        updateFields();
        // A store that is yet to be made has nothing set.
        if (setup.error().code != ErrorCode::NotFound)
            m_error->setError(errorText(setup.error()), m_apply);
        return;
    }
    m_setup = *setup;
    m_isLoaded = true;
    m_choice->setCurrentIndex(choiceOf(m_setup));
    m_certificate->setPath(m_setup.certificateFile);
    m_key->setPath(m_setup.keyFile);
    QStringList names = m_setup.certificate ? m_setup.certificate->names : QStringList();
    for (const char *const own : {"localhost", "127.0.0.1", "::1"})
        names.removeAll(QLatin1StringView(own));
    m_names->setText(names.join(QLatin1StringView(", ")));
    m_proxies->setText(m_setup.trustedProxies.join(QLatin1StringView(", ")));
    updateFields();
}

QStringList TlsForm::proxies() const
{
    return wordsOf(m_proxies);
}

ListenerChange TlsForm::change() const
{
    ListenerChange change;
    const bool isOther = m_choice->currentIndex() != choiceOf(m_setup);
    switch (m_choice->currentIndex()) {
    case Off:
        change.tls = isOther ? ListenerChange::Tls::Off : ListenerChange::Tls::AsItIs;
        break;
    case Files:
        change.certificateFile = m_certificate->path();
        change.keyFile = m_key->path();
        if (isOther || change.certificateFile != m_setup.certificateFile || change.keyFile != m_setup.keyFile)
            change.tls = ListenerChange::Tls::Files;
        break;
    default:
        change.names = wordsOf(m_names);
        if (isOther || !m_setup.certificate || !std::ranges::all_of(change.names, [this](const QString &name) {
                return m_setup.certificate->names.contains(name, Qt::CaseInsensitive);
            }))
            change.tls = ListenerChange::Tls::SelfSigned;
        break;
    }
    if (proxies() != m_setup.trustedProxies)
        change.trustedProxies = proxies();
    return change;
}

bool TlsForm::isChanged() const
{
    const ListenerChange wanted = change();
    return wanted.tls != ListenerChange::Tls::AsItIs || wanted.trustedProxies.has_value();
}

void TlsForm::updateFields()
{
    const int choice = m_choice->currentIndex();
    setRowVisible(m_certificateRow, choice == Files);
    setRowVisible(m_keyRow, choice == Files);
    setRowVisible(m_namesRow, choice == SelfSigned);
    const bool isAsShown = choice == choiceOf(m_setup) && choice != Off;
    setRowVisible(m_factsRow, isAsShown);
    setRowVisible(m_fingerprintRow, isAsShown && m_setup.certificate.has_value());
    m_error->setError(QString(), m_apply);
    m_apply->setEnabled(!m_isBusy && isChanged());
    updateFacts();
}

void TlsForm::updateFacts()
{
    if (!m_setup.problem.isEmpty()) {
        m_factsIcon->setIcon(Icon::Error, ColorRole::ErrorText);
        m_facts->setText(m_setup.problem);
        return;
    }
    if (!m_setup.certificate)
        return;
    const CertificateSummary &certificate = *m_setup.certificate;
    const auto left = std::chrono::floor<std::chrono::days>(certificate.ends - m_display.now());
    const bool isNear = left < c_certificateNearItsEnd;
    m_factsIcon->setIcon(isNear ? Icon::Warning : Icon::Lock, isNear ? ColorRole::WarningText : ColorRole::GoodText);
    const QString names = certificate.names.join(QLatin1StringView(", "));
    const QString day = dayText(certificate.ends, m_display.format());
    QString text = left.count() < 0
                       //: %1 are names, %2 is a day
                       ? tr("For %1. It ended on %2: senders refuse it.").arg(names, day)
                       : tr("For %1, until %2: %n day(s) left.", nullptr, int(left.count())).arg(names, day);
    if (certificate.isSelfSigned)
        text +=
            QLatin1Char(' ') + tr("It is signed by itself: senders must be told to trust it. Compare its fingerprint.");
    m_facts->setText(text);
    m_fingerprint->setText(certificate.fingerprint);
}

bool TlsForm::check()
{
    QString problem;
    if (m_choice->currentIndex() == Files
        && (!QDir::isAbsolutePath(m_certificate->path()) || !QDir::isAbsolutePath(m_key->path())))
        problem = tr("Choose both files, the certificate with its chain and its key.");
    else if (m_choice->currentIndex() == SelfSigned && wordsOf(m_names).isEmpty())
        problem = tr("Name what senders call this computer, as in hooks.example.org.");
    else if (const QStringList unreadable = NetworkSet(proxies()).unreadable(); !unreadable.isEmpty())
        //: %1 is what was typed
        problem = tr("\"%1\" is no network. Use an address, or a network such as 10.0.0.0/8.").arg(unreadable.first());
    m_error->setError(problem, m_apply);
    return problem.isEmpty();
}

void TlsForm::apply()
{
    if (!check())
        return;
    m_isBusy = true;
    m_apply->setEnabled(false);
    whenDone(m_actions.setListener(change()), this, [this](const Result<ListenerSetup> &setup) { show(setup); });
}

void TlsForm::retranslate()
{
    m_choice->setItemText(Off, tr("http, not encrypted"));
    m_choice->setItemText(Files, tr("https, with a certificate from files"));
    m_choice->setItemText(SelfSigned, tr("https, with a certificate made here"));
    setRow(m_choiceRow, tr("Listen &with"));
    setRow(m_certificateRow, tr("&Certificate"), tr("PEM, with its chain."));
    setRow(m_keyRow, tr("Its &key"), tr("PEM; only you may read it."));
    setRow(m_namesRow, tr("For these &names"), tr("What senders call this computer: names or addresses."));
    setRow(m_factsRow, tr("In use"));
    setRow(m_fingerprintRow, tr("&Fingerprint"));
    m_fingerprint->setName(tr("Fingerprint"));
    setRow(m_proxiesRow, tr("Trusted pro&xies"),
           tr("Networks of proxies in front of Earshot; what they say of the sender's address is believed."));
    m_apply->setText(tr("Apply to the listener"));
    m_apply->setAccessibleName(m_apply->text());
    updateFacts();
}

} // namespace earshot
