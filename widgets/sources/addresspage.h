// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/sources/sourcepage.h"

class QPushButton;
class QRadioButton;

namespace earshot {

class CopyField;
class OverlapChoice;

/** The address that a source's sender posts to, and how it gets another. */
class AddressPage final : public SourcePage
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit AddressPage(DisplaySettings &settings, QWidget *parent = nullptr);

    /** Under which name senders reach Earshot where the source has no address of its own. */
    void setBase(const QString &base);
    void setBusy(bool busy);

    QString title() const override;
    void setEntry(const SourceEntry &entry) override;

    void updateEntry(const SourceEntry &entry) override { setEntry(entry); }

Q_SIGNALS:
    /** A new address, beside which the old one works as long. */
    void rotateRequested(std::chrono::seconds overlap);

protected:
    void retranslate() override;

private:
    void refresh();

    DisplaySettings &m_settings;
    QString m_base;
    SourceEntry m_entry;
    CopyField *m_address;
    OverlapChoice *m_overlap;
    QPushButton *m_rotate;
    int m_addressRow;
    int m_rotateRow;
};

} // namespace earshot
