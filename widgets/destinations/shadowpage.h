// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storeactions.h"
#include "widgets/style/displaysettings.h"

#include <QFutureWatcher>

#include <functional>
#include <optional>

class QAction;
class QProgressBar;
class QStackedWidget;

namespace earshot {

class CodeEditor;
class DataTable;
class EmptyState;
class MutedLabel;
class SectionLabel;
class SegmentedControl;
class ShadowChangesModel;
class ShadowRowsModel;

/** Fourth page of a destination: what it would get of the latest conversations against what it got, before anything
 * goes there. Offered, never asked for. */
class ShadowPage final : public QWidget
{
    Q_OBJECT

public:
    /** How many conversations a run looks at. */
    static constexpr int c_most = 200;

    /** @p describe gives the destination as all pages have it. The others must outlive it. */
    ShadowPage(StoreActions &actions, DisplaySettings &display, std::function<NewDestination()> describe,
               QWidget *parent = nullptr);
    ~ShadowPage() override;

    /** Of which destination there is something to compare with; null for a new one. */
    void setName(const QString &name) { m_name = name; }

    /** What was set elsewhere may have changed the result. */
    void setStale();

    void start();
    void cancel();

    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    /** A run is asked for: to be begun by start() if all is right. */
    void runRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    /** A count of the run, which shows its rows. */
    struct Count {
        QAction *action = nullptr;
        std::optional<ShadowRow::Verdict> verdict; ///< nothing for all
    };

    void build();
    QWidget *results();
    QWidget *changesPane();
    void addCount(std::optional<ShadowRow::Verdict> verdict);
    void takeRun();
    void showProgress();
    void showRow();
    void showWhole(const ShadowRow &row);
    void showState();
    void updateCounts();
    void retranslate();

    StoreActions &m_actions;
    DisplaySettings &m_display;
    const std::function<NewDestination()> m_describe;
    QString m_name;
    QFutureWatcher<Result<ShadowRun>> m_watcher;
    std::optional<ShadowRun> m_run;
    QString m_problem; ///< why the last run came to nothing
    bool m_isRunning = false;
    bool m_isStale = false;

    QPushButton *m_start;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    MutedLabel *m_words;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QList<Count> m_counts;
    SegmentedControl *m_which = nullptr;
    ShadowRowsModel *m_rows;
    DataTable *m_rowTable;
    ShadowChangesModel *m_changes;
    DataTable *m_changeTable;
    SectionLabel *m_changesTitle;
    MutedLabel *m_changesWords;
    CodeEditor *m_whole; ///< what the destination would get of a conversation that is new to it
    QFuture<Result<MappingPreview>> m_wholeRun;
    int m_wholeAsked = 0; ///< only the answer to the last question counts
};

} // namespace earshot
