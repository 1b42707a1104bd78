// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/rulesample.h"
#include "models/items/storeactions.h"
#include "models/items/storereader.h"
#include "models/store/destinations.h"
#include "widgets/style/displaysettings.h"

#include <QTimer>

class QGridLayout;
class QLineEdit;
class QRadioButton;

namespace earshot {

class BusyBar;
class FieldError;
class MutedLabel;
class SectionLabel;

/** Second page of a destination: which conversations go there by themselves, how many that would have been, and the
 * latest of them. */
class WhichPage final : public QWidget
{
    Q_OBJECT

public:
    /** Both must outlive it. */
    WhichPage(StoreReader &reader, DisplaySettings &display, QWidget *parent = nullptr);
    ~WhichPage() override;

    void setDestination(const Destination &destination);

    /** Puts in what is set here. */
    void describe(NewDestination &destination) const;

    /** The filter as far as it is understood; nothing where it is not. What is sent by hand has none. */
    QString rule() const;

    /** False where the filter is not understood: the reason then stands below it, and it has the focus. */
    bool check();

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectFields();
    QString problem() const;
    void takeEdit();
    void ask();
    void takeCount(const RuleCount &count);
    void showSample(const QList<SampleConversation> &sample);
    void retranslate();

    StoreReader &m_reader;
    DisplaySettings &m_display;
    QTimer m_pause{this};
    StopFlag m_stop;
    SectionLabel *m_title;
    QRadioButton *m_every;
    QRadioButton *m_matching;
    QLineEdit *m_rule;
    FieldError *m_error;
    QRadioButton *m_byHand;
    BusyBar *m_busy;
    MutedLabel *m_count;
    SectionLabel *m_sampleTitle;
    QGridLayout *m_sample;
    QList<SampleConversation> m_shown;
    std::optional<RuleCount> m_counted;
};

} // namespace earshot
