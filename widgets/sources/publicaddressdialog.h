// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/controls/formdialog.h"

class QLineEdit;

namespace earshot {

class MutedLabel;

/** Asks under which name senders reach a source. */
class PublicAddressDialog final : public FormDialog
{
    Q_OBJECT

public:
    PublicAddressDialog(const QString &source, const QString &platform, const QString &url, QWidget *parent = nullptr);

    /** Tidied; empty for the listener's own address. */
    QString url() const;

    void accept() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QString m_source;
    QString m_platform;
    MutedLabel *m_text;
    QLineEdit *m_field;
    FieldError *m_error;
};

} // namespace earshot
