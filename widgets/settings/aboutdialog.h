// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/controls/formdialog.h"

class QGridLayout;

namespace earshot {

class MutedLabel;
class SectionLabel;
class TitleLabel;

/** What this is, whose terms it comes under, and what it is built of. */
class AboutDialog final : public FormDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);

    /** Name, version and libraries, line by line: for whoever reports a fault. */
    static QString versions();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *head();
    QWidget *libraries();
    void retranslate();
    void copyVersions();

    TitleLabel *m_name;
    MutedLabel *m_purpose;
    MutedLabel *m_licence;
    SectionLabel *m_builtWith;
    QPushButton *m_copy;
};

} // namespace earshot
