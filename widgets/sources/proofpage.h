// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/proof.h"
#include "widgets/sources/sourcepage.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace earshot {

class CustomSchemeForm;
class SecretField;

/** What a source's sender must show to be believed, and the secrets by which that is checked. */
class ProofPage final : public SourcePage
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit ProofPage(DisplaySettings &settings, QWidget *parent = nullptr);

    QString title() const override;
    void setEntry(const SourceEntry &entry) override;
    bool check() override;
    void store(SourceChange &change) const override;

protected:
    void retranslate() override;

private:
    void addFields();
    void connectFields();
    void updateFields();
    void updateHints();
    std::optional<SignatureScheme> scheme() const;
    SenderProof proof() const;
    bool checkSecret(int row, const SecretField &field, bool isAsked, const SecretMark &mark);
    bool checkScheme();

    DisplaySettings &m_settings;
    SourceEntry m_entry;
    QComboBox *m_scheme;
    CustomSchemeForm *m_custom;
    SecretField *m_signing;
    QCheckBox *m_overlap;
    QSpinBox *m_tolerance;
    QComboBox *m_signIn;
    SecretField *m_basic;
    SecretField *m_bearer;
    QLineEdit *m_header;
    SecretField *m_headerSecret;
    int m_schemeRow = 0;
    int m_customRow = 0;
    int m_signingRow = 0;
    int m_overlapRow = 0;
    int m_toleranceRow = 0;
    int m_signInRow = 0;
    int m_basicRow = 0;
    int m_bearerRow = 0;
    int m_headerRow = 0;
    int m_headerSecretRow = 0;
};

} // namespace earshot
