// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/listenerstate.h"
#include "widgets/sources/firstdelivery.h"
#include "widgets/sources/stepbox.h"
#include "widgets/style/displaysettings.h"

class QLabel;
class QPushButton;

namespace earshot {

class BusyRing;
class ElidedLabel;
class FieldError;
class IconLabel;
class MutedLabel;

/** The fourth step of adding a source: waits for the first delivery and shows what became of it. */
class WaitStep final : public StepBox
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit WaitStep(DisplaySettings &settings, QWidget *parent = nullptr);

    void setPlatform(const QString &platform);
    void setListener(const ListenerState &state);

    /** The source is there and listens. */
    void setSource(const QString &name);

    void showDelivery(const FirstDelivery &delivery);

    /** A sample is on its way. */
    void setSending(bool sending);

    /** Why there was no sample; null takes it away. */
    void showProblem(const QString &text);

    /** What the step says. */
    QString text() const;

    QPushButton *sampleButton() const { return m_sample; }

Q_SIGNALS:
    void sampleRequested();

protected:
    void retranslate() override;

private:
    void refresh();
    QString waitingText() const;
    QString deliveryText() const;
    QString factsText() const;

    DisplaySettings &m_settings;
    QString m_platform;
    ListenerState m_listener;
    QString m_source;
    std::optional<FirstDelivery> m_delivery;
    bool m_isSending = false;
    BusyRing *m_ring;
    IconLabel *m_icon;
    QLabel *m_text;
    ElidedLabel *m_facts;
    QPushButton *m_sample;
    FieldError *m_error;
};

} // namespace earshot
