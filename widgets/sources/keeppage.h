// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/sources/sourcepage.h"

class QCheckBox;
class QSpinBox;

namespace earshot {

/** For how long a source's past is kept. */
class KeepPage final : public SourcePage
{
    Q_OBJECT

public:
    explicit KeepPage(QWidget *parent = nullptr);

    QString title() const override;
    void setEntry(const SourceEntry &entry) override;
    void store(SourceChange &change) const override;

protected:
    void retranslate() override;

private:
    static QString daysSuffix(int count);

    /** A limit that may be set or not. */
    struct Limit {
        QCheckBox *isSet;
        QSpinBox *value;
        int row;
    };

    Limit addLimit(int most, int usual);
    static void show(const Limit &limit, std::optional<qint64> value);
    Retention retention() const;

    SourceEntry m_entry;
    Limit m_whole;
    Limit m_bytes;
    Limit m_size;
};

} // namespace earshot
