// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/shadowpage.h"

#include "models/items/whendone.h"
#include "widgets/code/codeeditor.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/segmentedcontrol.h"
#include "widgets/destinations/gapsplitter.h"
#include "widgets/destinations/shadowchangesmodel.h"
#include "widgets/destinations/shadowdelegate.h"
#include "widgets/destinations/shadowrowsmodel.h"
#include "widgets/style/words.h"

#include <QHeaderView>
#include <QProgressBar>
#include <QStackedWidget>

namespace earshot {
namespace {

constexpr int c_iconRoom = 24; ///< of a verdict
constexpr int c_usuallyMost = 20; ///< fields that are changed

void setUp(DataTable *table, QAbstractItemModel *model, RowDelegate *delegate)
{
    table->setModel(model);
    table->setItemDelegate(delegate);
    table->setFrameShape(QFrame::StyledPanel);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setContextMenuPolicy(Qt::NoContextMenu);
    table->horizontalHeader()->setSortIndicatorShown(false);
    table->horizontalHeader()->setSectionsClickable(false);
    table->horizontalHeader()->setSectionsMovable(false);
}

} // namespace

ShadowPage::ShadowPage(StoreActions &actions, DisplaySettings &display, std::function<NewDestination()> describe,
                       QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_display(display)
    , m_describe(std::move(describe))
    , m_start(new QPushButton)
    , m_cancel(new QPushButton)
    , m_progress(new QProgressBar)
    , m_words(new MutedLabel)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_rows(new ShadowRowsModel(this))
    , m_rowTable(new DataTable(display))
    , m_changes(new ShadowChangesModel(this))
    , m_changeTable(new DataTable(display))
    , m_changesTitle(new SectionLabel)
    , m_changesWords(new MutedLabel)
    , m_whole(new CodeEditor(CodeEditor::Language::Json))
{
    build();
    connect(m_start, &QPushButton::clicked, this, &ShadowPage::runRequested);
    connect(m_cancel, &QPushButton::clicked, this, &ShadowPage::cancel);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, &ShadowPage::showProgress);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ShadowPage::takeRun);
    connect(m_rowTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ShadowPage::showRow);
    retranslate();
    showState();
}

ShadowPage::~ShadowPage()
{
    m_watcher.disconnect(this);
    m_watcher.cancel();
    m_wholeRun.cancel();
}

void ShadowPage::build()
{
    m_start->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    m_progress->setTextVisible(false);
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::c_between);
    head->addWidget(m_start);
    head->addWidget(m_progress, 1);
    head->addWidget(m_words, 2);
    head->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_between);
    column->addLayout(head);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(results());
    column->addWidget(m_stack, 1);
}

QWidget *ShadowPage::results()
{
    using Verdict = ShadowRow::Verdict;
    addCount(std::nullopt);
    for (const Verdict verdict : {Verdict::Same, Verdict::Changed, Verdict::New, Verdict::Fails})
        addCount(verdict);
    QList<QAction *> actions;
    for (const Count &count : std::as_const(m_counts))
        actions.append(count.action);
    m_which = new SegmentedControl(actions, SegmentedControl::Look::Quiet, nullptr);
    m_which->setSmall(true);
    setUp(m_rowTable, m_rows, new ShadowDelegate(m_display, m_rowTable));
    m_rowTable->horizontalHeader()->setSectionResizeMode(ShadowRowsModel::Conversation, QHeaderView::Stretch);
    auto *panes = new GapSplitter;
    panes->addWidget(m_rowTable);
    panes->addWidget(changesPane());
    panes->setStretchFactor(0, 2);
    panes->setStretchFactor(1, 3);
    auto *whole = new QWidget;
    auto *line = new QHBoxLayout;
    line->addWidget(m_which);
    line->addStretch(1);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_between);
    column->addLayout(line);
    column->addWidget(panes, 1);
    return whole;
}

QWidget *ShadowPage::changesPane()
{
    setUp(m_changeTable, m_changes, new RowDelegate(m_display, m_changeTable));
    m_changeTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_whole->setReadOnly(true);
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::c_inner);
    column->addWidget(m_changesTitle);
    column->addWidget(m_changesWords);
    column->addWidget(m_changeTable, 1);
    column->addWidget(m_whole, 1);
    column->addStretch(0);
    return pane;
}

void ShadowPage::addCount(std::optional<ShadowRow::Verdict> verdict)
{
    auto *action = new QAction(this);
    action->setCheckable(true);
    action->setChecked(!verdict);
    if (verdict)
        action->setIcon(themedIcon(shadowLook(*verdict).icon));
    m_counts.append({action, verdict});
    connect(action, &QAction::toggled, this, [this, verdict](bool shown) {
        if (!shown)
            return;
        m_rows->setShown(verdict);
        m_rowTable->selectRow(0);
        showRow();
    });
}

void ShadowPage::setStale()
{
    if (m_isRunning)
        cancel();
    m_isStale = true;
    showState();
}

void ShadowPage::start()
{
    m_isRunning = true;
    m_isStale = false;
    m_problem.clear();
    m_progress->setRange(0, 0);
    showState();
    m_watcher.setFuture(m_actions.shadowRun(m_name, m_describe(), c_most));
}

void ShadowPage::cancel()
{
    m_watcher.cancel();
}

void ShadowPage::showProgress()
{
    if (!m_isRunning || m_watcher.progressMaximum() == 0)
        return;
    m_progress->setRange(m_watcher.progressMinimum(), m_watcher.progressMaximum());
    m_progress->setValue(m_watcher.progressValue());
    const QLocale &locale = m_display.format().locale;
    m_words->setText(
        tr("%1 of %2 conversations")
            .arg(locale.toString(m_watcher.progressValue()), locale.toString(m_watcher.progressMaximum())));
}

void ShadowPage::takeRun()
{
    m_isRunning = false;
    const QFuture<Result<ShadowRun>> future = m_watcher.future();
    if (future.isCanceled() || future.resultCount() == 0) {
        m_problem = tr("Cancelled. Nothing was sent.");
    } else if (const Result<ShadowRun> run = future.result(); !run) {
        m_problem =
            run.error().code == ErrorCode::Cancelled ? tr("Cancelled. Nothing was sent.") : errorText(run.error());
    } else {
        m_run = *run;
        m_rows->setRun(*run);
        updateCounts();
        m_counts.first().action->setChecked(true);
        m_rowTable->selectRow(0);
    }
    showState();
    showRow();
}

/** What the page shows before, during and after a run. */
void ShadowPage::showState()
{
    const bool hasRows = m_run && !m_run->rows.isEmpty();
    m_start->setVisible(!m_isRunning);
    m_progress->setVisible(m_isRunning);
    m_cancel->setVisible(m_isRunning);
    m_stack->setCurrentIndex(hasRows && !m_isRunning ? 1 : 0);
    const QLocale &locale = m_display.format().locale;
    m_start->setText(m_run ? tr("Run again") : tr("Try it on the latest %1").arg(locale.toString(c_most)));
    if (m_isRunning)
        m_words->setText({});
    else if (!m_problem.isEmpty())
        m_words->setText(m_problem);
    else if (m_run && m_isStale)
        m_words->setText(tr("Something was changed since this run."));
    else
        m_words->setText(hasRows ? tr("Nothing was sent.") : QString());
    if (m_isRunning)
        m_empty->setMessage(Icon::Busy, tr("Trying it"), {});
    else if (m_run)
        m_empty->setMessage(Icon::Destination, tr("No conversation passes the rule"),
                            tr("There is nothing to compare yet."));
    else
        m_empty->setMessage(Icon::Destination, tr("See it before it counts"),
                            tr("A shadow run shows, field by field, what the destination would get of the latest "
                               "conversations beside what it got. Nothing is sent."));
}

void ShadowPage::updateCounts()
{
    const QLocale &locale = m_display.format().locale;
    const ShadowRun run = m_run.value_or(ShadowRun());
    for (const Count &count : std::as_const(m_counts)) {
        const qint64 number = count.verdict ? run.count(*count.verdict) : run.rows.size();
        //: Heading of all rows, beside those of one verdict
        const QString word = count.verdict ? shadowLook(*count.verdict).word : tr("All");
        //: What a button shows (all, changed …), and how many rows that are
        count.action->setText(tr("%1 %2").arg(word, locale.toString(number)));
        count.action->setVisible(!count.verdict || number > 0);
    }
}

void ShadowPage::showRow()
{
    const QModelIndex current = m_rowTable->currentIndex();
    const bool hasRow = current.isValid() && current.row() < m_rows->rowCount();
    const ShadowRow row = hasRow ? m_rows->row(current.row()) : ShadowRow();
    m_changes->setChanges(row.changes);
    m_changesTitle->setText(row.contact);
    QString words;
    if (hasRow && row.verdict == ShadowRow::Verdict::Fails)
        words = row.problem;
    else if (hasRow && row.verdict == ShadowRow::Verdict::Same)
        words = tr("It would get what it has.");
    else if (hasRow && row.verdict == ShadowRow::Verdict::New)
        words = tr("It has nothing of this conversation yet. It would get:");
    m_changesWords->setText(words);
    m_changesWords->setColorRole(hasRow && row.verdict == ShadowRow::Verdict::Fails ? ColorRole::ErrorText
                                                                                    : ColorRole::Muted);
    m_changesWords->setVisible(!words.isEmpty());
    m_changeTable->setVisible(!row.changes.isEmpty());
    showWhole(row);
}

void ShadowPage::showWhole(const ShadowRow &row)
{
    ++m_wholeAsked;
    m_wholeRun.cancel();
    const bool isWanted = row.conversation != 0 && row.verdict == ShadowRow::Verdict::New && row.changes.isEmpty();
    m_whole->setVisible(isWanted);
    m_whole->setText({});
    if (!isWanted || m_isStale) // what is described by now would be something else
        return;
    m_wholeRun = m_actions.previewMapping(m_describe(), row.conversation);
    whenDone(m_wholeRun, this, [this, asked = m_wholeAsked](const Result<MappingPreview> &preview) {
        if (asked == m_wholeAsked)
            m_whole->setText(preview ? preview->output : errorText(preview.error()));
    });
}

void ShadowPage::retranslate()
{
    m_cancel->setText(tr("Stop"));
    m_which->setAccessibleName(tr("Which conversations are shown"));
    m_progress->setAccessibleName(tr("Progress of the shadow run"));
    m_whole->setName(tr("What it would get"));
    m_rowTable->setAccessibleName(tr("Conversations of the shadow run"));
    m_changeTable->setAccessibleName(tr("Fields: what it has now, and what it would get"));
    QStringList verdicts;
    for (const Count &count : std::as_const(m_counts)) {
        if (count.verdict)
            verdicts.append(shadowWords(*count.verdict, c_usuallyMost));
    }
    m_rows->retranslate();
    m_changes->retranslate();
    m_rowTable->setColumnSample(ShadowRowsModel::Verdict, verdicts, c_iconRoom);
    updateCounts();
    showRow();
    showState();
}

void ShadowPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace earshot
