// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/replay/replaytargetform.h"

#include "models/verify/presets.h"
#include "widgets/controls/formdialog.h"
#include "widgets/style/metrics.h"
#include "widgets/style/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>

namespace earshot {
namespace {

/** Whose secret is known, if none is typed. */
enum SignatureRole { WordRole = Qt::UserRole, HasOwnSecretRole };

QString presetName(const QString &word)
{
    const QString platform = platformName(word);
    return platform == word ? word : platform;
}

bool isAddress(const QUrl &url)
{
    const bool isHttp = url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https");
    return url.isValid() && isHttp && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasFragment();
}

} // namespace

ReplayTargetForm::ReplayTargetForm(SourceList &sources, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_sources(sources)
    , m_history(settings)
    , m_whereLabel(new QLabel)
    , m_toAddress(new QRadioButton)
    , m_toSource(new QRadioButton)
    , m_addressLabel(new QLabel)
    , m_address(new QComboBox)
    , m_addressError(new FieldError)
    , m_sourceLabel(new QLabel)
    , m_source(new QComboBox)
    , m_signatureLabel(new QLabel)
    , m_signature(new QComboBox)
    , m_secretLabel(new QLabel)
    , m_secret(new QLineEdit)
    , m_secretError(new FieldError)
    , m_forwardable(new QCheckBox)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::c_betweenGroups);
    grid->setVerticalSpacing(metrics::c_between);
    grid->addWidget(m_whereLabel, 0, 0);
    grid->addWidget(makeWhere(), 0, 1);
    grid->addWidget(m_addressLabel, 1, 0);
    grid->addWidget(m_address, 1, 1);
    grid->addWidget(m_addressError, 2, 1);
    grid->addWidget(m_sourceLabel, 3, 0);
    grid->addWidget(m_source, 3, 1);
    grid->addWidget(m_signatureLabel, 4, 0);
    grid->addWidget(m_signature, 4, 1);
    grid->addWidget(m_secretLabel, 5, 0);
    grid->addWidget(m_secret, 5, 1);
    grid->addWidget(m_secretError, 6, 1);
    grid->addWidget(m_forwardable, 7, 1);
    grid->setColumnStretch(1, 1);

    m_address->setEditable(true);
    m_address->setInsertPolicy(QComboBox::NoInsert);
    m_address->setLayoutDirection(Qt::LeftToRight);
    m_address->setObjectName(QStringLiteral("replayAddress"));
    m_address->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_address->setMinimumContentsLength(20);
    m_address->addItems(m_history.addresses());
    m_address->lineEdit()->setPlaceholderText(QStringLiteral("https://test.example/hook"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setLayoutDirection(Qt::LeftToRight);
    m_secret->setObjectName(QStringLiteral("replaySecret"));
    m_addressLabel->setBuddy(m_address);
    m_sourceLabel->setBuddy(m_source);
    m_signatureLabel->setBuddy(m_signature);
    m_secretLabel->setBuddy(m_secret);
    m_toAddress->setChecked(true);
    connect(m_toAddress, &QRadioButton::toggled, this, &ReplayTargetForm::update);
    connect(m_address, &QComboBox::editTextChanged, this, &ReplayTargetForm::update);
    connect(m_source, &QComboBox::currentIndexChanged, this, &ReplayTargetForm::update);
    connect(m_signature, &QComboBox::currentIndexChanged, this, &ReplayTargetForm::update);
    connect(m_secret, &QLineEdit::textChanged, this, &ReplayTargetForm::update);
    connect(m_address->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (!m_address->currentText().isEmpty())
            checkAddress();
    });
    connect(&m_sources, &SourceList::changed, this, &ReplayTargetForm::takeSources);
    setFocusProxy(m_address);
    retranslate();
    takeSources();
}

/** A field that goes loses the focus first, and says so to a form that is half gone. */
ReplayTargetForm::~ReplayTargetForm()
{
    m_address->lineEdit()->disconnect(this);
}

QWidget *ReplayTargetForm::makeWhere()
{
    auto *pane = new QWidget;
    auto *row = new QHBoxLayout(pane);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::c_betweenGroups);
    row->addWidget(m_toAddress);
    row->addWidget(m_toSource);
    row->addStretch(1);
    return pane;
}

void ReplayTargetForm::takeSources()
{
    const QString chosen = m_source->currentText();
    const QSignalBlocker blocker(m_source);
    m_source->clear();
    for (const SourceEntry &entry : m_sources.entries()) {
        if (entry.source.enabled)
            m_source->addItem(entry.source.name);
    }
    m_source->setCurrentIndex(std::max(0, m_source->findText(chosen)));
    m_toSource->setEnabled(m_source->count() > 0);
    fillSignatures();
    update();
}

void ReplayTargetForm::fillSignatures()
{
    const QVariant chosen = m_signature->currentData(WordRole);
    const QSignalBlocker blocker(m_signature);
    m_signature->clear();
    m_signature->addItem(tr("As it came"), QString());
    for (const SourceEntry &entry : m_sources.entries()) {
        if (!entry.source.proof.signature)
            continue;
        //: %1 is the name of a source that says how its sender signs
        m_signature->addItem(tr("Sign anew, as %1 asks for").arg(entry.source.name), entry.source.name);
        m_signature->setItemData(m_signature->count() - 1, true, HasOwnSecretRole);
    }
    for (const QString &word : signaturePresets()) {
        //: %1 is a way to sign, as in Standard Webhooks
        m_signature->addItem(tr("Sign anew, as %1 does").arg(presetName(word)), word);
    }
    m_signature->setCurrentIndex(std::max(0, m_signature->findData(chosen)));
}

void ReplayTargetForm::update()
{
    const bool isToSource = m_toSource->isChecked();
    for (QWidget *const part : std::initializer_list<QWidget *>{m_addressLabel, m_address})
        part->setVisible(!isToSource);
    for (QWidget *const part : std::initializer_list<QWidget *>{m_sourceLabel, m_source})
        part->setVisible(isToSource);
    setFocusProxy(isToSource ? m_source : m_address);
    const bool isSigned = !m_signature->currentData(WordRole).toString().isEmpty();
    m_secretLabel->setVisible(isSigned);
    m_secret->setVisible(isSigned);
    const bool hasOwn = m_signature->currentData(HasOwnSecretRole).toBool();
    m_secret->setPlaceholderText(hasOwn ? tr("the source's own") : QString());
    if (isToSource || isAddress(address()))
        m_addressError->setError({}, m_address);
    if (!isSigned || hasOwn || !m_secret->text().isEmpty())
        m_secretError->setError({}, m_secret);
    Q_EMIT changed();
}

QUrl ReplayTargetForm::address() const
{
    return QUrl(m_address->currentText().trimmed(), QUrl::StrictMode);
}

bool ReplayTargetForm::checkAddress()
{
    const bool isGood = m_toSource->isChecked() || isAddress(address());
    m_addressError->setError(
        isGood ? QString() : tr("This is no whole address. Try https://test.example/hook, without a user or password."),
        m_address);
    return isGood;
}

bool ReplayTargetForm::checkSecret()
{
    const bool needsOne = !m_signature->currentData(WordRole).toString().isEmpty()
                          && !m_signature->currentData(HasOwnSecretRole).toBool();
    const bool isGood = !needsOne || !m_secret->text().isEmpty();
    m_secretError->setError(isGood ? QString() : tr("Signing anew needs the secret."), m_secret);
    return isGood;
}

bool ReplayTargetForm::fill(ReplayRequest &request)
{
    if (!checkAddress()) {
        m_address->setFocus();
        return false;
    }
    if (!checkSecret()) {
        m_secret->setFocus();
        return false;
    }
    const bool isToSource = m_toSource->isChecked();
    request.url = isToSource ? QString() : address().toString(QUrl::FullyEncoded);
    request.source = isToSource ? m_source->currentText() : QString();
    request.signature = m_signature->currentData(WordRole).toString();
    request.secret = request.signature.isEmpty() ? QByteArray() : m_secret->text().toUtf8();
    request.forwardable = m_forwardable->isChecked();
    return true;
}

QUrl ReplayTargetForm::unagreed() const
{
    return m_toSource->isChecked() || m_history.isAgreed(address()) ? QUrl() : address();
}

void ReplayTargetForm::remember()
{
    if (m_toSource->isChecked())
        return;
    m_history.agree(address());
    m_history.add(address());
}

void ReplayTargetForm::setAddress(const QString &address)
{
    m_toAddress->setChecked(true);
    m_address->setEditText(address);
}

void ReplayTargetForm::retranslate()
{
    m_whereLabel->setText(tr("Send to"));
    m_toAddress->setText(tr("An &address"));
    m_toSource->setText(tr("A s&ource here"));
    m_addressLabel->setText(tr("A&ddress"));
    m_address->setAccessibleName(tr("Address"));
    m_sourceLabel->setText(tr("So&urce"));
    m_signatureLabel->setText(tr("Si&gnature"));
    m_secretLabel->setText(tr("S&ecret"));
    m_forwardable->setText(tr("An Earshot that receives it may &forward what comes of it"));
    fillSignatures();
    update();
}

void ReplayTargetForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
