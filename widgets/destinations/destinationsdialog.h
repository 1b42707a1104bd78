// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/destinationlist.h"
#include "models/items/storeactions.h"
#include "widgets/controls/formdialog.h"
#include "widgets/style/displaysettings.h"

class QTableWidget;

namespace earshot {

class Banner;
class EmptyState;

/** The destinations: where they are, which rule fills them, whether they run, what waits. Tests, pauses, resumes and
 * removes them. */
class DestinationsDialog final : public FormDialog
{
    Q_OBJECT

public:
    /** All must outlive it. */
    DestinationsDialog(StoreActions &actions, StoreReader &reader, DisplaySettings &display, QWidget *parent = nullptr);

Q_SIGNALS:
    void addRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void take();
    void update();
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
    EmptyState *m_empty;
    QPushButton *m_add;
    QPushButton *m_test;
    QPushButton *m_pause;
    QPushButton *m_remove;
    QString m_toRemove; ///< what the banner asks about
};

} // namespace earshot
