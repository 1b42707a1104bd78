// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storeactions.h"
#include "models/items/storereader.h"
#include "models/store/coverage.h"
#include "widgets/controls/formdialog.h"
#include "widgets/style/displaysettings.h"

#include <QFutureWatcher>
#include <QTimer>

class QComboBox;
class QLineEdit;
class QProgressBar;

namespace earshot {

class Banner;
class CoverageLegend;
class CoverageStrip;
class CoverageTableModel;
class DataTable;
class EmptyState;
class MutedLabel;

/** When Earshot was not listening, when each source was silent, what was not accepted, and how many deliveries may be
 * missing; fetches what was seen only in part where the platform lets it. The numbers are readCoverage()'s, as on the
 * command line. */
class CoverageDialog final : public FormDialog
{
    Q_OBJECT

public:
    /** All must outlive it. */
    CoverageDialog(StoreActions &actions, StoreReader &reader, DisplaySettings &display, QWidget *parent = nullptr);
    ~CoverageDialog() override;

    /** As wide as the range of the window; without a beginning, the last seven days. */
    void showInterval(const TimeInterval &interval);

    void reject() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    /** What is read at a time. */
    struct Reading {
        Coverage coverage;
        QHash<qint64, bool> hasKey; ///< by source
    };

    QWidget *bar();
    QWidget *backfillPane();
    void connectParts();
    void retranslate();
    void fillRanges();
    TimeSpan wanted() const;
    void read();
    void take(const Result<Reading> &reading);
    void showRows(const Coverage &coverage);
    void showVerdict();
    void fillSources();
    const SourceCoverage *source() const; ///< the chosen one of those that can be asked; null if there is none
    bool hasKey() const;
    void updateBackfill();
    void saveKey();
    void fetch();
    void takeFetched();

    StoreActions &m_actions;
    StoreReader &m_reader;
    DisplaySettings &m_display;
    TimeInterval m_interval; ///< of the window, offered as a range of its own
    Reading m_reading;
    bool m_isRead = false;
    StopFlag m_stop;
    QTimer m_refresh;
    QFutureWatcher<Result<BackfillResult>> m_fetching;

    QComboBox *m_range;
    Banner *m_banner;
    CoverageStrip *m_strip;
    CoverageLegend *m_legend;
    CoverageTableModel *m_model;
    DataTable *m_table;
    EmptyState *m_empty;
    QWidget *m_backfill;
    QLabel *m_sourceLabel;
    QComboBox *m_source;
    MutedLabel *m_state;
    QLineEdit *m_key;
    QPushButton *m_saveKey;
    QPushButton *m_fetch;
    QPushButton *m_cancelFetch;
    QProgressBar *m_progress;
};

} // namespace earshot
