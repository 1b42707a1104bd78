// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/destinationlist.h"
#include "models/items/storeactions.h"
#include "widgets/controls/formdialog.h"
#include "widgets/style/displaysettings.h"

#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace earshot {

class Banner;
class MutedLabel;

/** Sends many rows of the outbox again: of which destination, which conversations, and at what pace. Says beforehand
 * how many they are and how long that takes. */
class ResendDialog final : public FormDialog
{
    Q_OBJECT

public:
    /** All must outlive it. */
    ResendDialog(StoreActions &actions, const DestinationList &destinations, const DisplaySettings &display,
                 QWidget *parent = nullptr);
    ~ResendDialog() override;

    /** Empty for every one. */
    void chooseDestination(const QString &name);

    /** What is chosen. */
    OutboxResend described() const;

    void accept() override;

Q_SIGNALS:
    /** So many rows are due. */
    void resent(qint64 rows);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildForm();
    void takeDestinations();
    bool checkFilter();
    void count();
    void takeCount(const Result<qint64> &count);
    void update();
    QString countWords() const;
    void retranslate();

    StoreActions &m_actions;
    const DestinationList &m_destinations;
    const DisplaySettings &m_display;
    Banner *m_banner;
    QLabel *m_destinationLabel;
    QComboBox *m_destination;
    QLabel *m_filterLabel;
    QLineEdit *m_filter;
    FieldError *m_filterError;
    QCheckBox *m_alsoSent;
    QLabel *m_paceLabel;
    QSpinBox *m_pace; ///< a minute; 0 for at once
    QLabel *m_words;
    MutedLabel *m_hint;
    QTimer m_pause{this}; ///< while something is typed
    std::optional<qint64> m_count; ///< that would be sent; nothing until known
    quint64 m_asked = 0; ///< the last count that was asked for
};

} // namespace earshot
