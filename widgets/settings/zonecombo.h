// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QComboBox>

namespace earshot {

/** Chooses a time zone by its IANA name, from the list or by typing any part of it. What is no zone goes back to the
 * last one when the field is left. */
class ZoneCombo final : public QComboBox
{
    Q_OBJECT

public:
    enum class SystemZone {
        Offered, ///< first in the list, as an empty name
        NotOffered,
    };

    explicit ZoneCombo(SystemZone system, QWidget *parent = nullptr);

    /** The IANA name; empty for the system's zone. */
    QString zone() const { return m_zone; }

    /** No signal; an unknown name changes nothing. */
    void setZone(const QString &zone);

Q_SIGNALS:
    /** By a person, and another than before. */
    void zoneChosen(const QString &zone);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void take(int index);
    void takeTyped();
    void finishTyping();
    void showZone();

    SystemZone m_system;
    QString m_zone;
};

} // namespace earshot
