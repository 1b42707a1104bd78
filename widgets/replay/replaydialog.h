// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storeactions.h"
#include "models/items/storereader.h"
#include "widgets/controls/formdialog.h"
#include "widgets/replay/replayresultmodel.h"
#include "widgets/style/displaysettings.h"

#include <QFutureWatcher>

class QComboBox;
class QProgressBar;
class QRadioButton;

namespace earshot {

class Banner;
class DataTable;
class MutedLabel;
class ReplayTargetForm;
class SourceList;

/** Sends stored deliveries once more, all at once or at their own pace, and shows what comes back. */
class ReplayDialog final : public FormDialog
{
    Q_OBJECT

public:
    /** All must outlive it. */
    ReplayDialog(StoreActions &actions, StoreReader &reader, SourceList &sources, DisplaySettings &display,
                 QSettings &settings, QWidget *parent = nullptr);
    ~ReplayDialog() override;

    /** @p selected are deliveries, perhaps none; @p scope is the view they stand in. */
    void offer(const ScopeQuery &scope, const QList<qint64> &selected);

    bool isSending() const { return m_isSending; }

    ReplayTargetForm &target() { return *m_target; }

    void accept() override;
    /** Stops what runs; once nothing does, closes. */
    void reject() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    /** What is asked of the store beforehand. */
    struct Count {
        qint64 all = 0;
        qint64 withoutBytes = 0;
        QStringList methods; ///< as in `9 POST`
    };

    static Result<Count> countOf(const Database &database, const RecordSelection &selection);
    static RecordSelection selectionOf(const QList<qint64> &ids);

    QWidget *makeChoices();
    QWidget *makeResults();
    void connectParts();
    void ask();
    void update();
    void updateWords();
    bool takesSelection() const;

    qint64 count() const { return m_count ? m_count->all : -1; }

    ReplayPace pace() const;
    bool askBeforehand();
    void send(ReplayRequest request);
    void takeResults(int begin, int end);
    void takeEnd();
    void showProgress();
    void sendFailedAgain();
    void retranslate();

    StoreActions &m_actions;
    StoreReader &m_reader;
    DisplaySettings &m_display;
    ScopeQuery m_scope;
    QList<qint64> m_selected;
    std::optional<Count> m_count; ///< of what is chosen; nothing until known
    StopFlag m_stop;
    ReplayRequest m_sent;
    QUrl m_asked; ///< the address that was warned of
    bool m_isSending = false;
    bool m_wasCancelled = false;
    QFutureWatcher<Result<ReplayOutcome>> m_watcher;
    ReplayResultModel m_results;
    Banner *m_banner;
    QWidget *m_form;
    QLabel *m_whichLabel = nullptr;
    QRadioButton *m_selection = nullptr;
    QRadioButton *m_view = nullptr;
    MutedLabel *m_words;
    ReplayTargetForm *m_target;
    QLabel *m_paceLabel = nullptr;
    QComboBox *m_pace = nullptr;
    MutedLabel *m_note;
    QWidget *m_resultPane = nullptr;
    QProgressBar *m_bar = nullptr;
    QLabel *m_progress = nullptr;
    DataTable *m_table = nullptr;
    QPushButton *m_again;
};

} // namespace earshot
