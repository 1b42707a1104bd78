// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/proofpage.h"

#include "models/store/secretreference.h"
#include "models/verify/presets.h"
#include "widgets/controls/secretfield.h"
#include "widgets/sources/customschemeform.h"
#include "widgets/sources/proofwords.h"
#include "widgets/style/displaysettings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

namespace earshot {
namespace {

constexpr std::chrono::seconds c_overlap = std::chrono::hours(24);
constexpr int c_longestTolerance = 86'400;

enum SignIn { NoSignIn, Basic, Bearer };

QString customWord()
{
    return QStringLiteral("custom");
}

bool hasTime(const SignatureScheme &scheme)
{
    return !scheme.timestampKey.isEmpty() || !scheme.timestampHeader.isEmpty();
}

SignIn signInOf(const SenderProof &proof)
{
    return proof.basic ? Basic : proof.bearer ? Bearer : NoSignIn;
}

} // namespace

ProofPage::ProofPage(DisplaySettings &settings, QWidget *parent)
    : SourcePage(parent)
    , m_settings(settings)
    , m_scheme(new QComboBox)
    , m_custom(new CustomSchemeForm)
    , m_signing(new SecretField)
    , m_overlap(new QCheckBox)
    , m_tolerance(new QSpinBox)
    , m_signIn(new QComboBox)
    , m_basic(new SecretField)
    , m_bearer(new SecretField)
    , m_header(new QLineEdit)
    , m_headerSecret(new SecretField)
{
    m_scheme->setObjectName(QStringLiteral("scheme"));
    m_signing->setObjectName(QStringLiteral("signingSecret"));
    m_signIn->setObjectName(QStringLiteral("signIn"));
    m_basic->setObjectName(QStringLiteral("basic"));
    m_bearer->setObjectName(QStringLiteral("bearer"));
    m_header->setObjectName(QStringLiteral("secretHeader"));
    m_headerSecret->setObjectName(QStringLiteral("headerSecret"));
    m_header->setLayoutDirection(Qt::LeftToRight);
    m_header->setPlaceholderText(QStringLiteral("X-Vapi-Secret"));
    m_tolerance->setRange(0, c_longestTolerance);
    m_overlap->setChecked(true);
    m_scheme->addItem(QString(), QString());
    for (const QString &preset : signaturePresets())
        m_scheme->addItem(presetName(preset), preset);
    m_scheme->addItem(QString(), customWord());
    for (int i = 0; i <= Bearer; ++i)
        m_signIn->addItem(QString());
    addFields();
    connectFields();
    ProofPage::retranslate();
}

void ProofPage::addFields()
{
    m_schemeRow = addRow(m_scheme);
    m_customRow = addRow(m_custom);
    m_toleranceRow = addRow(m_tolerance);
    m_signingRow = addRow(m_signing, m_signing->edit());
    m_overlapRow = addRow(m_overlap);
    m_signInRow = addRow(m_signIn);
    m_basicRow = addRow(m_basic, m_basic->edit());
    m_bearerRow = addRow(m_bearer, m_bearer->edit());
    m_headerRow = addRow(m_header);
    m_headerSecretRow = addRow(m_headerSecret, m_headerSecret->edit());
}

void ProofPage::connectFields()
{
    connect(m_scheme, &QComboBox::currentIndexChanged, this, [this] {
        if (const auto chosen = scheme())
            m_tolerance->setValue(int(chosen->tolerance.count()));
        updateFields();
    });
    connect(m_custom, &CustomSchemeForm::edited, this, &ProofPage::updateFields);
    connect(m_tolerance, &QSpinBox::valueChanged, this, &ProofPage::updateHints);
    connect(m_signIn, &QComboBox::currentIndexChanged, this, &ProofPage::updateFields);
    connect(m_header, &QLineEdit::textEdited, this, &ProofPage::updateFields);
    for (SecretField *const field : {m_signing, m_basic, m_bearer, m_headerSecret})
        connect(field, &SecretField::edited, this, &ProofPage::updateFields);
}

QString ProofPage::title() const
{
    //: Page of a source's settings: what its sender must show to be believed
    return tr("Proof of sender");
}

void ProofPage::setEntry(const SourceEntry &entry)
{
    m_entry = entry;
    const SenderProof &proof = entry.source.proof;
    m_scheme->setCurrentIndex(std::max(0, m_scheme->findData(proof.signature ? proof.signature->preset : QString())));
    if (proof.signature) {
        if (proof.signature->preset == customWord())
            m_custom->setScheme(*proof.signature);
        m_tolerance->setValue(int(proof.signature->tolerance.count()));
    }
    m_signIn->setCurrentIndex(signInOf(proof));
    m_header->setText(QString::fromUtf8(proof.secretHeader));
    for (SecretField *const field : {m_signing, m_basic, m_bearer, m_headerSecret})
        field->clear();
    updateFields();
}

/** What is chosen, with the preset's own tolerance. */
std::optional<SignatureScheme> ProofPage::scheme() const
{
    const QString word = m_scheme->currentData().toString();
    return word == customWord() ? std::optional(m_custom->scheme()) : signaturePreset(word);
}

SenderProof ProofPage::proof() const
{
    SenderProof proof;
    proof.signature = scheme();
    if (proof.signature && hasTime(*proof.signature))
        proof.signature->tolerance = std::chrono::seconds(m_tolerance->value());
    proof.basic = m_signIn->currentIndex() == Basic;
    proof.bearer = m_signIn->currentIndex() == Bearer;
    proof.secretHeader = m_header->text().trimmed().toUtf8();
    return proof;
}

void ProofPage::updateFields()
{
    const SenderProof wanted = proof();
    const bool isSigned = wanted.signature.has_value();
    setRowVisible(m_customRow, m_scheme->currentData().toString() == customWord());
    setRowVisible(m_toleranceRow, isSigned && hasTime(*wanted.signature));
    setRowVisible(m_signingRow, isSigned);
    setRowVisible(m_overlapRow, isSigned && m_entry.secrets.signing.isSet && !m_signing->secret().isEmpty());
    setRowVisible(m_basicRow, wanted.basic);
    setRowVisible(m_bearerRow, wanted.bearer);
    setRowVisible(m_headerSecretRow, !wanted.secretHeader.isEmpty());
    for (const int row : {m_customRow, m_signingRow, m_basicRow, m_bearerRow, m_headerRow, m_headerSecretRow})
        setProblem(row, {});
    updateHints();
}

void ProofPage::updateHints()
{
    const SenderProof wanted = proof();
    const auto mark = [this](const SecretMark &of) {
        return secretMarkText(of, m_settings.format(), m_settings.now());
    };
    setHint(m_schemeRow, wanted.signature && m_scheme->currentData().toString() != customWord()
                             ? schemeSentence(*wanted.signature)
                         : wanted.signature ? tr("Write down below how it signs.")
                                            : tr("Whoever knows the address can send."));
    setHint(m_signingRow, mark(m_entry.secrets.signing));
    setHint(m_basicRow, mark(m_entry.secrets.basic));
    setHint(m_bearerRow, mark(m_entry.secrets.bearer));
    setHint(m_headerSecretRow, mark(m_entry.secrets.header));
}

bool ProofPage::checkSecret(int row, const SecretField &field, bool isAsked, const SecretMark &mark)
{
    const bool isMissing = isAsked && field.secret().isEmpty() && !mark.isSet;
    return setProblem(row, isMissing ? tr("Without it nothing can be checked.") : QString());
}

bool ProofPage::checkScheme()
{
    const auto wanted = scheme();
    if (!wanted)
        return true;
    if (wanted->header.isEmpty())
        return setProblem(m_customRow, tr("Name the header that holds the signature."));
    const auto read = proofFromJson(toJson(SenderProof{wanted, false, false, {}}));
    return setProblem(m_customRow, read ? QString() : read.error().detail);
}

bool ProofPage::check()
{
    const SenderProof wanted = proof();
    if (!checkScheme() || !checkSecret(m_signingRow, *m_signing, wanted.signature.has_value(), m_entry.secrets.signing)
        || !checkSecret(m_basicRow, *m_basic, wanted.basic, m_entry.secrets.basic)
        || !checkSecret(m_bearerRow, *m_bearer, wanted.bearer, m_entry.secrets.bearer)
        || !checkSecret(m_headerSecretRow, *m_headerSecret, !wanted.secretHeader.isEmpty(), m_entry.secrets.header))
        return false;
    const QByteArray basic = m_basic->secret();
    if (wanted.basic && !basic.isEmpty() && basic.indexOf(':') < 1 && !SecretReference::read(basic))
        return setProblem(m_basicRow, tr("A user name, a colon and a password."));
    const auto read = proofFromJson(toJson(SenderProof{std::nullopt, false, false, wanted.secretHeader}));
    return setProblem(m_headerRow, read ? QString() : tr("This is no name of a header field."));
}

void ProofPage::store(SourceChange &change) const
{
    const SenderProof wanted = proof();
    if (wanted != m_entry.source.proof)
        change.proof = wanted;
    const auto take = [](bool isAsked, const SecretField &field, std::optional<QByteArray> &secret) {
        if (isAsked && !field.secret().isEmpty())
            secret = field.secret();
    };
    take(wanted.signature.has_value(), *m_signing, change.signingSecret);
    take(wanted.basic, *m_basic, change.basic);
    take(wanted.bearer, *m_bearer, change.bearer);
    take(!wanted.secretHeader.isEmpty(), *m_headerSecret, change.headerSecret);
    if (change.signingSecret && m_entry.secrets.signing.isSet && m_overlap->isChecked())
        change.signingOverlap = c_overlap;
}

void ProofPage::retranslate()
{
    //: A sender's way of signing: none
    m_scheme->setItemText(0, tr("Not signed"));
    //: A sender's way of signing that is none of the known ones
    m_scheme->setItemText(m_scheme->count() - 1, tr("Another way…"));
    //: A sender signs in: not at all
    m_signIn->setItemText(NoSignIn, tr("None"));
    m_signIn->setItemText(Basic, tr("User and password"));
    m_signIn->setItemText(Bearer, tr("Bearer token"));
    //: Whose way of signing the sender has
    setRow(m_schemeRow, tr("&Signature of"));
    setRow(m_customRow, {});
    setRow(m_toleranceRow, tr("Clock &off by"), tr("By how much the sender's clock may differ, either way."));
    m_tolerance->setSuffix(tr(" s"));
    m_tolerance->setSpecialValueText(tr("any time"));
    setRow(m_signingRow, tr("Signing se&cret"));
    const QString reference = tr("The secret, or env:NAME or credential:NAME");
    m_signing->setPlaceholder(reference);
    m_bearer->setPlaceholder(reference);
    m_headerSecret->setPlaceholder(reference);
    //: What is typed: a user name, a colon and a password
    m_basic->setPlaceholder(tr("user:password"));
    m_overlap->setText(tr("Let the old one count for 24 hours more"));
    setRow(m_overlapRow, {});
    setRow(m_signInRow, tr("Sign-&in"), tr("What it must send as its Authorization."));
    setRow(m_basicRow, tr("&User and password"));
    setRow(m_bearerRow, tr("&Token"));
    setRow(m_headerRow, tr("Secret &header"),
           tr("A header in which it sends a shared secret as it is; empty for none."));
    setRow(m_headerSecretRow, tr("Secret in i&t"));
    m_overlap->setAccessibleName(m_overlap->text());
    updateHints();
}

} // namespace earshot
