// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/controls/formdialog.h"

#include <chrono>

namespace earshot {

class MutedLabel;
class OverlapChoice;

/** Asks whether a source shall get a new address, and for how long the old one works on. */
class NewAddressDialog final : public FormDialog
{
    Q_OBJECT

public:
    explicit NewAddressDialog(const QString &source, QWidget *parent = nullptr);

    std::chrono::seconds overlap() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QString m_source;
    MutedLabel *m_text;
    OverlapChoice *m_choice;
};

} // namespace earshot
