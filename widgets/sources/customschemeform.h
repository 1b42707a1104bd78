// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/domain/proof.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace earshot {

/** The parts of a way to sign that no preset has. */
class CustomSchemeForm final : public QWidget
{
    Q_OBJECT

public:
    explicit CustomSchemeForm(QWidget *parent = nullptr);

    void setScheme(const SignatureScheme &scheme);

    /** As typed; whether it makes sense is not looked at. Its tolerance is the default. */
    SignatureScheme scheme() const;

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLineEdit *addLine();
    QComboBox *addCombo(const QStringList &items);
    void addRow(QWidget *field);
    void retranslate();
    void updateFields();

    QFormLayout *m_form;
    QList<QLabel *> m_labels;
    QLineEdit *m_header;
    QLineEdit *m_signed;
    QComboBox *m_algorithm;
    QComboBox *m_encoding;
    QLineEdit *m_prefix;
    QComboBox *m_secretForm;
    QLineEdit *m_timeHeader;
    QComboBox *m_timeUnit;
    QLineEdit *m_idHeader;
    QLineEdit *m_separator;
    QLineEdit *m_keySeparator;
    QLineEdit *m_signatureKey;
    QLineEdit *m_timeKey;
};

} // namespace earshot
