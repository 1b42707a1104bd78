// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/destinationlist.h"
#include "models/items/storeactions.h"
#include "widgets/controls/formdialog.h"
#include "widgets/style/displaysettings.h"

#include <QTimer>

class QTableWidget;

namespace earshot {

class Banner;
class EmptyState;
class MutedLabel;

/** The destinations: where they are, which rule fills them, whether they run, what waits, is parked and asks. Opens,
 * tests, pauses, resumes and removes them. */
class DestinationsDialog final : public FormDialog
{
    Q_OBJECT

public:
    /** All must outlive it. */
    DestinationsDialog(StoreActions &actions, StoreReader &reader, DisplaySettings &display, QWidget *parent = nullptr);

Q_SIGNALS:
    void addRequested();
    void settingsRequested(const earshot::DestinationEntry &entry);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildTable();
    void take();
    void showRow(int row, const DestinationEntry &entry);
    void awaitHolds();
    void update();
    void openSettings();
    void retranslate();
    void test();
    void pauseOrResume();
    void askToRemove();
    void remove(const QString &name);
    void tell(const Result<void> &done);
    const DestinationEntry *chosen() const;

    StoreActions &m_actions;
    DisplaySettings &m_display;
    DestinationList m_destinations;
    Banner *m_banner;
    QTableWidget *m_table;
    MutedLabel *m_stateWords; ///< how the chosen one is doing, in full
    EmptyState *m_empty;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_test;
    QPushButton *m_pause;
    QPushButton *m_remove;
    QString m_toRemove; ///< what the banner asks about
    QTimer m_holdEnds{this};
};

} // namespace earshot
