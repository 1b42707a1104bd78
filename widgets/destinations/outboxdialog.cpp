// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/outboxdialog.h"

#include "models/items/whendone.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/segmentedcontrol.h"
#include "widgets/destinations/outboxdelegate.h"
#include "widgets/destinations/resenddialog.h"
#include "widgets/forwarding/attemptlogview.h"
#include "widgets/forwarding/outboxquestionpanel.h"
#include "widgets/forwarding/spokenrows.h"
#include "widgets/style/forwardingwords.h"

#include <QActionGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QScrollBar>
#include <QSplitter>

namespace earshot {
namespace {

constexpr std::array c_states = {ForwardingState::Waiting, ForwardingState::Sent, ForwardingState::Parked,
                                 ForwardingState::Asks, ForwardingState::Discarded};

constexpr int c_tableHeight = 190; // both at first, and in proportion to each other
constexpr int c_belowHeight = 250;

qint64 countOf(const DestinationEntry &entry, ForwardingState state)
{
    switch (state) {
    case ForwardingState::Asks:
        return entry.asking;
    case ForwardingState::Parked:
        return entry.outbox.value(OutboxState::Parked);
    case ForwardingState::Waiting:
        return entry.outbox.value(OutboxState::Waiting);
    case ForwardingState::Sent:
        return entry.outbox.value(OutboxState::Sent);
    case ForwardingState::Discarded:
        break;
    }
    return entry.outbox.value(OutboxState::Discarded);
}

/** Whether it is to be sent without a question being answered first. */
bool canBeSentAgain(const OutboxRow &row)
{
    return row.state != OutboxState::Sent && !row.question;
}

QString headingOf(int column)
{
    switch (column) {
    case OutboxListModel::State:
        return OutboxDialog::tr("State");
    case OutboxListModel::Conversation:
        return OutboxDialog::tr("Conversation");
    case OutboxListModel::DestinationName:
        return OutboxDialog::tr("Destination");
    case OutboxListModel::Attempts:
        return OutboxDialog::tr("Attempts");
    case OutboxListModel::NextTry:
        return OutboxDialog::tr("Next try");
    case OutboxListModel::LastAnswer:
        return OutboxDialog::tr("Last answer");
    case OutboxListModel::RecordThere:
        //: heading of what a CRM calls the record that was written into it
        return OutboxDialog::tr("Record there");
    case OutboxListModel::Reason:
        return OutboxDialog::tr("Reason");
    default:
        return {};
    }
}

} // namespace

OutboxDialog::OutboxDialog(StoreActions &actions, StoreReader &reader, DisplaySettings &display, QWidget *parent)
    : FormDialog(parent)
    , m_actions(actions)
    , m_display(display)
    , m_destinations(reader)
    , m_model(reader)
    , m_delegate(new OutboxDelegate(display, this))
    , m_headed(new SpokenRows(m_model, *m_delegate, headingOf, this))
    , m_states(new QActionGroup(this))
    , m_destination(new QComboBox)
    , m_banner(new Banner)
    , m_table(new DataTable(display))
    , m_empty(new EmptyState)
    , m_question(new OutboxQuestionPanel)
    , m_log(new AttemptLogView(reader, display))
    , m_parts(new QSplitter(Qt::Vertical))
{
    m_table->setModel(m_headed);
    m_table->setItemDelegate(m_delegate);
    m_table->setSortingEnabled(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_parts->addWidget(m_table);
    m_parts->addWidget(below());
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(metrics::c_between);
    m_parts->setSizes({c_tableHeight, c_belowHeight});
    m_parts->setStretchFactor(0, 1);
    m_parts->setStretchFactor(1, 1);
    content()->setSpacing(metrics::c_between);
    content()->addWidget(bar());
    content()->addWidget(m_banner);
    content()->addWidget(m_parts, 1);
    content()->addWidget(m_empty, 1);
    setPrimaryVisible(false);
    m_retry = addFooterButton({});
    m_resend = addFooterButton({});
    m_discard = addFooterButton({});
    m_open = addFooterButton({});
    resize(1000, 620);
    connectParts();
    connectKeeping();
    retranslate();
    update();
}

void OutboxDialog::connectParts()
{
    connect(&m_destinations, &DestinationList::changed, this, &OutboxDialog::takeDestinations);
    connect(&m_model, &OutboxListModel::failed, this,
            [this](const Error &error) { m_banner->showMessage(Banner::Kind::Error, errorText(error)); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        update();
        showChosen();
    });
    connect(m_table, &DataTable::rowActivated, m_open, &QPushButton::click);
    connect(m_destination, &QComboBox::currentIndexChanged, this, &OutboxDialog::choose);
    connect(m_retry, &QPushButton::clicked, this, &OutboxDialog::retry);
    connect(m_resend, &QPushButton::clicked, this, &OutboxDialog::resend);
    connect(m_discard, &QPushButton::clicked, this, &OutboxDialog::discard);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const QList<int> rows = selectedRows(); !rows.isEmpty())
            Q_EMIT conversationRequested(m_model.row(rows.first()).row.conversation);
    });
    connect(&m_log->model(), &OutboxAttemptsModel::changed, this, &OutboxDialog::showQuestion);
    connect(m_question, &OutboxQuestionPanel::contactChosen, this, [this](qint64 row, const QString &contact) {
        m_question->setAnswering(true);
        whenDone(m_actions.chooseContact(row, contact), this, [this](const Result<void> &done) { take(done); });
    });
    connect(m_question, &OutboxQuestionPanel::settled, this, [this](qint64 row, bool isThere) {
        m_question->setAnswering(true);
        whenDone(m_actions.settlePerhapsWritten(row, isThere), this, [this](const Result<void> &done) { take(done); });
    });
}

/** What is selected, and where it stands, stays while the list changes. */
void OutboxDialog::connectKeeping()
{
    connect(&m_model, &OutboxListModel::aboutToUpdate, this, &OutboxDialog::noteView);
    connect(&m_model, &OutboxListModel::updated, this, [this] {
        restoreView();
        update();
        showChosen();
    });
}

QWidget *OutboxDialog::below()
{
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins({});
    column->setSpacing(metrics::c_between);
    column->addWidget(m_question);
    column->addWidget(m_log, 1);
    return pane;
}

QWidget *OutboxDialog::bar()
{
    auto *pane = new QWidget;
    auto *row = new QHBoxLayout(pane);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::c_between);
    for (int i = 0; i <= int(c_states.size()); ++i) {
        auto *action = new QAction(m_states);
        action->setCheckable(true);
        action->setChecked(i == 0);
    }
    connect(m_states, &QActionGroup::triggered, this, &OutboxDialog::choose);
    row->addWidget(new SegmentedControl(m_states->actions(), SegmentedControl::Look::Quiet, pane));
    row->addStretch(1);
    m_destination->setSizeAdjustPolicy(QComboBox::AdjustToContents); // its names come once it is shown
    row->addWidget(m_destination);
    return pane;
}

void OutboxDialog::takeDestinations()
{
    const QVariant chosen = m_destination->currentData();
    const QSignalBlocker blocker(m_destination);
    m_destination->clear();
    m_destination->addItem(tr("Every destination"));
    for (const DestinationEntry &entry : m_destinations.entries())
        m_destination->addItem(entry.destination.name, entry.destination.id);
    m_destination->setCurrentIndex(std::max(0, m_destination->findData(chosen)));
    retranslate();
}

void OutboxDialog::choose()
{
    const auto state = m_states->actions().indexOf(m_states->checkedAction());
    const QVariant destination = m_destination->currentData();
    m_model.choose(state <= 0 ? std::nullopt : std::optional(c_states[std::size_t(state - 1)]),
                   destination.isNull() ? std::nullopt : std::optional(destination.toLongLong()));
}

QList<int> OutboxDialog::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    return rows;
}

bool OutboxDialog::select(qint64 row)
{
    const int place = m_model.rowOf(row);
    if (place < 0)
        return false;
    m_table->setCurrentIndex(m_headed->index(place, 0));
    return true;
}

void OutboxDialog::showRow(qint64 row)
{
    m_wanted = row;
    const QSignalBlocker blocker(m_destination);
    m_destination->setCurrentIndex(0);
    m_states->actions().first()->setChecked(true);
    choose();
    m_log->showRow(row);
}

void OutboxDialog::noteView()
{
    m_kept.clear();
    const QList<int> rows = selectedRows();
    for (const int row : rows)
        m_kept.append(m_model.row(row).row.id);
    const int current = m_table->currentIndex().row();
    m_keptY = rows.contains(current) ? m_table->rowViewportPosition(current) : -1;
}

void OutboxDialog::restoreView()
{
    if (m_wanted != 0) {
        if (select(m_wanted))
            m_wanted = 0;
        return;
    }
    if (selectedRows().isEmpty()) { // the model was reset
        QItemSelection selection;
        for (const qint64 id : std::as_const(m_kept)) {
            if (const int row = m_model.rowOf(id); row >= 0)
                selection.select(m_headed->index(row, 0), m_headed->index(row, OutboxListModel::ColumnCount - 1));
        }
        m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
        if (!selection.isEmpty())
            m_table->selectionModel()->setCurrentIndex(selection.indexes().first(), QItemSelectionModel::NoUpdate);
    }
    const int current = m_table->currentIndex().row();
    if (m_keptY < 0 || current < 0)
        return;
    QScrollBar *bar = m_table->verticalScrollBar();
    bar->setValue(bar->value() + m_table->rowViewportPosition(current) - m_keptY);
}

void OutboxDialog::update()
{
    const bool isEmpty = m_model.rowCount() == 0 && m_wanted == 0;
    m_parts->setVisible(!isEmpty);
    if (!isEmpty && std::exchange(m_isFresh, false)) // until now there was nothing that could have it
        m_table->setFocus();
    m_empty->setVisible(isEmpty);
    const QList<int> rows = selectedRows();
    const bool anyUnsent =
        std::ranges::any_of(rows, [this](int row) { return m_model.row(row).row.state != OutboxState::Sent; });
    m_retry->setEnabled(!resendable().isEmpty());
    m_discard->setEnabled(anyUnsent);
    m_open->setEnabled(rows.size() == 1);
}

/** The attempts at the one row that is selected. */
void OutboxDialog::showChosen()
{
    const QList<int> rows = selectedRows();
    if (rows.size() == 1)
        m_wanted = 0;
    if (m_wanted == 0)
        m_log->showRow(rows.size() == 1 ? m_model.row(rows.first()).row.id : 0);
}

void OutboxDialog::showQuestion()
{
    const auto &details = m_log->model().details();
    m_question->setRow(details ? details->row : OutboxRow());
}

QList<qint64> OutboxDialog::resendable() const
{
    QList<qint64> ids;
    for (const int row : selectedRows()) {
        if (canBeSentAgain(m_model.row(row).row))
            ids.append(m_model.row(row).row.id);
    }
    return ids;
}

void OutboxDialog::retry()
{
    whenDone(m_actions.retryOutbox(resendable()), this, [this](const Result<qint64> &done) { take(done); });
}

void OutboxDialog::discard()
{
    QList<qint64> ids;
    for (const int row : selectedRows())
        ids.append(m_model.row(row).row.id);
    whenDone(m_actions.discardOutbox(ids), this, [this](const Result<qint64> &done) { take(done); });
}

void OutboxDialog::resend()
{
    auto *dialog = new ResendDialog(m_actions, m_destinations, m_display, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->chooseDestination(m_destination->currentData().isNull() ? QString() : m_destination->currentText());
    connect(dialog, &ResendDialog::resent, this, [this](qint64 rows) {
        m_banner->showMessage(Banner::Kind::Good, tr("%n record(s) are on their way again.", nullptr, int(rows)));
    });
    dialog->open();
}

template <typename T>
void OutboxDialog::take(const Result<T> &done)
{
    if (done)
        return m_banner->dismiss();
    m_question->setAnswering(false);
    m_banner->showMessage(Banner::Kind::Error, errorText(done.error()));
}

void OutboxDialog::retranslate()
{
    setWindowTitle(tr("Outbox"));
    const QList<QAction *> actions = m_states->actions();
    actions.first()->setText(tr("All"));
    for (std::size_t i = 0; i < c_states.size(); ++i) {
        qint64 count = 0;
        for (const DestinationEntry &entry : m_destinations.entries())
            count += countOf(entry, c_states[i]);
        const QString word = forwardingLook(c_states[i]).word;
        actions.at(qsizetype(i) + 1)->setText(count > 0 ? QStringLiteral("%1 %2").arg(word).arg(count) : word);
    }
    m_destination->setAccessibleName(tr("Destination"));
    m_table->setAccessibleName(tr("Outbox"));
    m_empty->setMessage(
        Icon::Outbox, tr("Nothing here"),
        tr("Conversations that a destination's rule chooses, or that you forward, stand here until they "
           "are sent, and after."));
    m_retry->setText(tr("Send again"));
    //: a button: opens a dialog in which is chosen what is sent again
    m_resend->setText(tr("Send many again…"));
    m_discard->setText(tr("Discard"));
    m_open->setText(tr("Open conversation"));
    cancelButton()->setText(tr("Close"));
    nameColumns();
}

void OutboxDialog::nameColumns()
{
    m_headed->retranslate();
    QStringList states;
    for (const ForwardingState state : c_states)
        states.append(forwardingLook(state).word);
    m_table->setColumnSample(OutboxListModel::State, states, 20);
    m_table->setColumnSample(OutboxListModel::Conversation, {QStringLiteral("+49 30 23125 118")});
    m_table->setColumnSample(OutboxListModel::DestinationName, {QStringLiteral("HubSpot Berlin")});
    m_table->setColumnSample(OutboxListModel::RecordThere, {QStringLiteral("15301872043")});
}

void OutboxDialog::changeEvent(QEvent *event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        takeDestinations();
        retranslate();
    }
}

} // namespace earshot
