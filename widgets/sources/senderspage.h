// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/sources/sourcepage.h"

class QCheckBox;
class QPlainTextEdit;
class QSpinBox;

namespace earshot {

/** From where a source may be posted to, and how often. */
class SendersPage final : public SourcePage
{
    Q_OBJECT

public:
    explicit SendersPage(QWidget *parent = nullptr);

    QString title() const override;
    void setEntry(const SourceEntry &entry) override;
    bool check() override;
    void store(SourceChange &change) const override;

protected:
    void retranslate() override;

private:
    QStringList networks() const;
    std::optional<RateLimit> rate() const;
    void updateFields();

    SourceEntry m_entry;
    QPlainTextEdit *m_networks;
    QCheckBox *m_limits;
    QSpinBox *m_rate;
    QSpinBox *m_burst;
    int m_networksRow;
    int m_limitsRow;
    int m_rateRow;
    int m_burstRow;
};

} // namespace earshot
