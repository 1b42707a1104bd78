// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/sources/stepbox.h"

class QLabel;
class QGridLayout;

namespace earshot {

class CodeBlock;
class MutedLabel;
class NoticeBox;

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

protected:
    void retranslate() override;

private:
    void showSteps(const QStringList &steps);
    void updateCommand();

    QString m_platform;
    QString m_address;
    QGridLayout *m_steps;
    CodeBlock *m_command;
    MutedLabel *m_commandWaits;
    NoticeBox *m_note;
};

} // namespace earshot
