// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/destinationlist.h"
#include "models/items/storeactions.h"
#include "widgets/controls/formdialog.h"
#include "widgets/style/displaysettings.h"

class QListWidget;

namespace earshot {

class Banner;
class BusyBar;
class DryRunView;
class EmptyState;
class MutedLabel;

/** Sends chosen conversations to a destination now; says beforehand how many go and how many were sent there before,
 * and of a single one what would happen there. */
class ForwardDialog final : public FormDialog
{
    Q_OBJECT

public:
    /** All must outlive it. @p conversations are Earshot's ids. */
    ForwardDialog(StoreActions &actions, StoreReader &reader, DisplaySettings &display,
                  const QList<qint64> &conversations, QWidget *parent = nullptr);

    void accept() override;

Q_SIGNALS:
    void addDestinationRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeDestinations();
    void choose();
    void count();
    void dryRun();
    void takeDryRun(const Result<ForwardDryRun> &run, const QString &destination);
    void retranslate();
    void update();
    const DestinationEntry *chosen() const;

    StoreActions &m_actions;
    StoreReader &m_reader;
    DisplaySettings &m_display;
    DestinationList m_destinations;
    const QList<qint64> m_conversations;
    qint64 m_sentBefore = -1; ///< of the chosen destination; -1 until known
    StopFlag m_stop;
    Banner *m_banner;
    QLabel *m_label;
    QListWidget *m_list;
    EmptyState *m_empty;
    MutedLabel *m_words;
    BusyBar *m_busy;
    DryRunView *m_dryRun;
    QPushButton *m_whatWouldHappen; ///< only for a single conversation
    quint64 m_asked = 0; ///< the last dry run that was asked for
};

} // namespace earshot
