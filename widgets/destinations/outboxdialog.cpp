// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/outboxdialog.h"

#include "models/items/whendone.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/segmentedcontrol.h"
#include "widgets/destinations/outboxdelegate.h"
#include "widgets/style/words.h"

#include <QActionGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QIdentityProxyModel>

namespace earshot {
namespace {

constexpr std::array c_states = {OutboxState::Waiting, OutboxState::Sent, OutboxState::Parked, OutboxState::Discarded};

/** Gives the model headings in the user's language. */
class HeadedRows final : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return QIdentityProxyModel::headerData(section, orientation, role);
        switch (section) {
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
        case OutboxListModel::Reason:
            return OutboxDialog::tr("Reason");
        default:
            return {};
        }
    }
};

} // namespace

OutboxDialog::OutboxDialog(StoreActions &actions, StoreReader &reader, DisplaySettings &display, QWidget *parent)
    : FormDialog(parent)
    , m_actions(actions)
    , m_destinations(reader)
    , m_model(reader)
    , m_headed(new HeadedRows(this))
    , m_states(new QActionGroup(this))
    , m_destination(new QComboBox)
    , m_banner(new Banner)
    , m_table(new DataTable(display))
    , m_empty(new EmptyState)
{
    m_headed->setSourceModel(&m_model);
    m_table->setModel(m_headed);
    m_table->setItemDelegate(new OutboxDelegate(display, m_table));
    m_table->setSortingEnabled(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    content()->setSpacing(metrics::c_between);
    content()->addWidget(bar());
    content()->addWidget(m_banner);
    content()->addWidget(m_table, 1);
    content()->addWidget(m_empty, 1);
    setPrimaryVisible(false);
    m_retry = addFooterButton({});
    m_discard = addFooterButton({});
    m_open = addFooterButton({});
    resize(960, 560);

    connect(&m_destinations, &DestinationList::changed, this, &OutboxDialog::takeDestinations);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &OutboxDialog::update);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &OutboxDialog::update);
    connect(&m_model, &OutboxListModel::failed, this,
            [this](const Error &error) { m_banner->showMessage(Banner::Kind::Error, errorText(error)); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &OutboxDialog::update);
    connect(m_table, &DataTable::rowActivated, m_open, &QPushButton::click);
    connect(m_destination, &QComboBox::currentIndexChanged, this, &OutboxDialog::choose);
    connect(m_retry, &QPushButton::clicked, this, &OutboxDialog::retry);
    connect(m_discard, &QPushButton::clicked, this, &OutboxDialog::discard);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const QList<int> rows = selectedRows(); !rows.isEmpty())
            Q_EMIT conversationRequested(m_model.row(rows.first()).row.conversation);
    });
    retranslate();
    update();
    m_table->setFocus();
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

void OutboxDialog::update()
{
    const bool isEmpty = m_model.rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    const QList<int> rows = selectedRows();
    const bool anyUnsent =
        std::ranges::any_of(rows, [this](int row) { return m_model.row(row).row.state != OutboxState::Sent; });
    m_retry->setEnabled(anyUnsent);
    m_discard->setEnabled(anyUnsent);
    m_open->setEnabled(rows.size() == 1);
}

void OutboxDialog::retry()
{
    QList<qint64> ids;
    for (const int row : selectedRows())
        ids.append(m_model.row(row).row.id);
    whenDone(m_actions.retryOutbox(ids), this, [this](const Result<qint64> &done) { take(done); });
}

void OutboxDialog::discard()
{
    QList<qint64> ids;
    for (const int row : selectedRows())
        ids.append(m_model.row(row).row.id);
    whenDone(m_actions.discardOutbox(ids), this, [this](const Result<qint64> &done) { take(done); });
}

void OutboxDialog::take(const Result<qint64> &done)
{
    if (done)
        m_banner->dismiss();
    else
        m_banner->showMessage(Banner::Kind::Error, errorText(done.error()));
}

void OutboxDialog::retranslate()
{
    setWindowTitle(tr("Outbox"));
    const QList<QAction *> actions = m_states->actions();
    QHash<OutboxState, qint64> counts;
    for (const DestinationEntry &entry : m_destinations.entries()) {
        for (auto it = entry.outbox.cbegin(); it != entry.outbox.cend(); ++it)
            counts[it.key()] += it.value();
    }
    actions.first()->setText(tr("All"));
    for (std::size_t i = 0; i < c_states.size(); ++i) {
        const qint64 count = counts.value(c_states[i]);
        const QString word = outboxStateLook(c_states[i]).word;
        actions.at(qsizetype(i) + 1)->setText(count > 0 ? QStringLiteral("%1 %2").arg(word).arg(count) : word);
    }
    m_destination->setAccessibleName(tr("Destination"));
    m_table->setAccessibleName(tr("Outbox"));
    m_empty->setMessage(
        Icon::Outbox, tr("Nothing here"),
        tr("Conversations that a destination's rule chooses, or that you forward, stand here until they "
           "are sent, and after."));
    m_retry->setText(tr("Send again"));
    m_discard->setText(tr("Discard"));
    m_open->setText(tr("Open conversation"));
    cancelButton()->setText(tr("Close"));
    Q_EMIT m_headed->headerDataChanged(Qt::Horizontal, 0, OutboxListModel::ColumnCount - 1);
    m_table->setColumnSample(OutboxListModel::State, {outboxStateLook(OutboxState::Discarded).word}, 20);
    m_table->setColumnSample(OutboxListModel::Conversation, {QStringLiteral("+49 30 23125 118 000")});
    m_table->setColumnSample(OutboxListModel::DestinationName, {QStringLiteral("Customer records")});
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
