// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/sources/stepbox.h"

class QLabel;
class QGridLayout;
class QPushButton;

namespace earshot {

class CodeBlock;
class FieldError;
class MutedLabel;
class NoticeBox;
class SecretField;

/** The third step of adding a source: what is to be done at the sender. */
class GuideStep final : public StepBox
{
    Q_OBJECT

public:
    explicit GuideStep(QWidget *parent = nullptr);

    void setPlatform(const QString &platform);

    /** What is to be pasted there; null while there is none. */
    void setAddress(const QString &address);

    CodeBlock *command() const { return m_command; }

    /** The source is there: its signing secret can be kept. */
    void setReady(bool ready);

    /** What became of the secret: null is well. */
    void showSecretKept(const QString &problem);

Q_SIGNALS:
    /** Pasted by a person: the signing secret that the platform shows once. */
    void secretGiven(const QByteArray &secret);

protected:
    /** Enter in the field keeps the secret, and does not close the dialog. */
    bool eventFilter(QObject *watched, QEvent *event) override;
    void retranslate() override;

private:
    void showSteps(const QStringList &steps);
    void updateCommand();
    QWidget *secretField();
    void updateSecret();
    void giveSecret();

    QString m_platform;
    QString m_address;
    QGridLayout *m_steps;
    CodeBlock *m_command;
    MutedLabel *m_commandWaits;
    NoticeBox *m_note;
    QLabel *m_secretLabel;
    SecretField *m_secret;
    QPushButton *m_keep;
    QLabel *m_kept;
    FieldError *m_secretError;
    QWidget *m_secretBox;
    bool m_isReady = false;
    bool m_isKept = false;
};

} // namespace earshot
