// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/sources/sourcepage.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace earshot {

class NoticeBox;

/** What a source's sender hears instead of 200, to see how it repeats. */
class AnswerPage final : public SourcePage
{
    Q_OBJECT

public:
    explicit AnswerPage(QWidget *parent = nullptr);

    QString title() const override;
    void setEntry(const SourceEntry &entry) override;
    bool check() override;
    void store(SourceChange &change) const override;

protected:
    void retranslate() override;

private:
    std::optional<ChosenAnswer> answer() const;
    void updateFields();

    SourceEntry m_entry;
    QComboBox *m_kind;
    QSpinBox *m_status;
    QLineEdit *m_body;
    QSpinBox *m_delay;
    QSpinBox *m_oneIn;
    NoticeBox *m_warning;
    int m_kindRow;
    int m_statusRow;
    int m_bodyRow;
    int m_delayRow;
    int m_oneInRow;
};

} // namespace earshot
