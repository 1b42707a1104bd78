// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>

namespace earshot {

/** Chooses the country of phone numbers that come without a country code, or none. */
class RegionCombo final : public QComboBox
{
    Q_OBJECT

public:
    explicit RegionCombo(QWidget *parent = nullptr);

    /** ISO 3166, two letters; empty for none. */
    QString region() const;
    void setRegion(const QString &region);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
};

} // namespace earshot
