// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/destinations/destinationsdialog.h"

#include "models/items/whendone.h"
#include "models/store/destinationkinds.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/labels.h"
#include "widgets/destinations/destinationstate.h"
#include "widgets/destinations/destinationtestview.h"
#include "widgets/style/words.h"

#include <QHeaderView>
#include <QTableWidget>
#include <QUrl>

namespace earshot {
namespace {

enum Column { Name, Product, Address, Rule, State, Waiting, Parked, Asking, ColumnCount };

/** Without what a query or user information may hide in it. */
QString shownAddress(const QString &url)
{
    return QUrl(url).toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo | QUrl::RemoveFragment);
}

} // namespace

DestinationsDialog::DestinationsDialog(StoreActions &actions, StoreReader &reader, DisplaySettings &display,
                                       QWidget *parent)
    : FormDialog(parent)
    , m_actions(actions)
    , m_display(display)
    , m_destinations(reader)
    , m_banner(new Banner)
    , m_table(new QTableWidget)
    , m_stateWords(new MutedLabel)
    , m_empty(new EmptyState)
{
    buildTable();
    content()->setSpacing(metrics::c_between);
    content()->addWidget(m_banner);
    content()->addWidget(m_table, 1);
    content()->addWidget(m_stateWords);
    content()->addWidget(m_empty, 1);
    setPrimaryVisible(false);
    m_add = addFooterButton({});
    m_edit = addFooterButton({});
    m_test = addFooterButton({});
    m_pause = addFooterButton({});
    m_remove = addFooterButton({});
    resize(960, 440);
    m_holdEnds.setSingleShot(true);
    m_holdEnds.callOnTimeout(this, &DestinationsDialog::take);
    connect(&m_destinations, &DestinationList::changed, this, &DestinationsDialog::take);
    connect(&m_destinations, &DestinationList::failed, this,
            [this](const Error &error) { tell(std::unexpected(error)); });
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &DestinationsDialog::update);
    connect(m_add, &QPushButton::clicked, this, &DestinationsDialog::addRequested);
    connect(m_empty, &EmptyState::buttonPressed, this, &DestinationsDialog::addRequested);
    connect(m_table, &QTableWidget::activated, this, &DestinationsDialog::openSettings);
    connect(m_edit, &QPushButton::clicked, this, &DestinationsDialog::openSettings);
    connect(m_test, &QPushButton::clicked, this, &DestinationsDialog::test);
    connect(m_pause, &QPushButton::clicked, this, &DestinationsDialog::pauseOrResume);
    connect(m_remove, &QPushButton::clicked, this, &DestinationsDialog::askToRemove);
    connect(m_banner, &Banner::activated, this, [this] { remove(m_toRemove); });
    retranslate();
    take();
    m_table->setFocus();
}

void DestinationsDialog::buildTable()
{
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight(m_display.density()));
    m_table->setColumnCount(ColumnCount);
    m_table->setWordWrap(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const Column column : {Address, Rule, State})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

const DestinationEntry *DestinationsDialog::chosen() const
{
    const int row = m_table->currentRow();
    return row >= 0 && row < m_destinations.entries().size() ? &m_destinations.entries().at(row) : nullptr;
}

void DestinationsDialog::take()
{
    const int before = m_table->currentRow();
    const QString chosenName = before < 0 ? QString() : m_table->item(before, Name)->text();
    int current = std::max(0, before);
    const QList<DestinationEntry> &entries = m_destinations.entries();
    m_table->setRowCount(int(entries.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        showRow(row, entries.at(row));
        if (entries.at(row).destination.name == chosenName)
            current = row; // others may have come or gone before it
    }
    if (m_table->rowCount() > 0)
        m_table->selectRow(std::min(current, m_table->rowCount() - 1));
    awaitHolds();
    update();
}

void DestinationsDialog::showRow(int row, const DestinationEntry &entry)
{
    const Destination &destination = entry.destination;
    QString rule = tr("by hand only");
    if (destination.rule)
        rule = destination.rule->isEmpty() ? tr("every conversation") : *destination.rule;
    const DestinationKind *kind = destinationKind(destination.kind);
    const Look state = destinationStateLook(destination, m_display.format(), m_display.now());
    const QLocale &locale = m_display.format().locale;
    const QStringList texts{destination.name,
                            kind == nullptr ? destination.kind : QString(kind->title),
                            shownAddress(destination.url),
                            rule,
                            state.word,
                            countText(entry.outbox.value(OutboxState::Waiting), locale),
                            countText(entry.outbox.value(OutboxState::Parked), locale),
                            countText(entry.asking, locale)};
    for (int column = 0; column < ColumnCount; ++column) {
        auto *item = new QTableWidgetItem(texts.at(column));
        item->setToolTip(texts.at(column));
        if (column >= Waiting)
            item->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        m_table->setItem(row, column, item);
    }
    m_table->item(row, State)->setIcon(themedIcon(state.icon));
}

/** What is held until some moment says so until then. */
void DestinationsDialog::awaitHolds()
{
    m_holdEnds.stop();
    const Timestamp now = m_display.now();
    std::optional<Timestamp> first;
    for (const DestinationEntry &entry : m_destinations.entries()) {
        const auto &until = entry.destination.holdUntil;
        if (until && *until > now)
            first = std::min(first.value_or(*until), *until);
    }
    if (first)
        m_holdEnds.start(std::chrono::ceil<std::chrono::seconds>(*first - now));
}

void DestinationsDialog::update()
{
    const bool isEmpty = m_destinations.isLoaded() && m_destinations.entries().isEmpty();
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    const DestinationEntry *entry = chosen();
    for (QPushButton *const button : {m_edit, m_test, m_pause, m_remove})
        button->setEnabled(entry != nullptr);
    QString state;
    if (entry != nullptr)
        state = destinationStateLook(entry->destination, m_display.format(), m_display.now()).word;
    //: a destination, and how it is doing
    m_stateWords->setText(entry == nullptr ? QString() : tr("%1: %2").arg(entry->destination.name, state));
    m_stateWords->setVisible(entry != nullptr);
    const bool isPaused = entry != nullptr && entry->destination.state == DestinationState::Paused;
    m_pause->setText(isPaused ? tr("Resume") : tr("Pause"));
}

void DestinationsDialog::tell(const Result<void> &done)
{
    if (done)
        m_banner->dismiss();
    else
        m_banner->showMessage(Banner::Kind::Error, errorText(done.error()));
}

void DestinationsDialog::openSettings()
{
    if (const DestinationEntry *entry = chosen())
        Q_EMIT settingsRequested(*entry);
}

void DestinationsDialog::test()
{
    const DestinationEntry *entry = chosen();
    if (entry == nullptr)
        return;
    const QString name = entry->destination.name;
    m_banner->showMessage(Banner::Kind::Info, tr("Sending a made-up conversation to %1…").arg(name));
    whenDone(m_actions.testDestination(name), this, [this, name](const Result<DestinationAnswerText> &answer) {
        if (!answer)
            return tell(std::unexpected(answer.error()));
        QStringList texts{answer->text};
        for (const DestinationRight &right : answer->rights) {
            if (!right.isThere)
                texts.append(DestinationTestView::rightText(right));
        }
        m_banner->showMessage(answer->isFine ? Banner::Kind::Good : Banner::Kind::Warning,
                              //: a destination, and what it answered
                              tr("%1: %2").arg(name, texts.join(QLatin1Char('\n'))));
    });
}

void DestinationsDialog::pauseOrResume()
{
    const DestinationEntry *entry = chosen();
    if (entry == nullptr)
        return;
    const QString name = entry->destination.name;
    const auto done = entry->destination.state == DestinationState::Paused ? m_actions.resumeDestination(name)
                                                                           : m_actions.pauseDestination(name);
    whenDone(done, this, [this](const Result<void> &result) { tell(result); });
}

void DestinationsDialog::askToRemove()
{
    const DestinationEntry *entry = chosen();
    if (entry == nullptr)
        return;
    m_toRemove = entry->destination.name;
    const int waiting = int(entry->outbox.value(OutboxState::Waiting) + entry->outbox.value(OutboxState::Parked));
    m_banner->showMessage(Banner::Kind::Warning,
                          tr("%n conversation(s) not sent to %1 would be discarded.", nullptr, waiting).arg(m_toRemove),
                          tr("Remove %1").arg(m_toRemove));
}

void DestinationsDialog::remove(const QString &name)
{
    whenDone(m_actions.removeDestination(name), this, [this](const Result<void> &result) { tell(result); });
}

void DestinationsDialog::retranslate()
{
    setWindowTitle(tr("Destinations"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Kind"), tr("Address"), tr("Rule"), tr("State"), tr("Waiting"),
                                        tr("Parked"),
                                        //: Heading: how many conversations ask a person something
                                        tr("Asks")});
    m_table->setAccessibleName(tr("Destinations"));
    m_empty->setMessage(Icon::Destination, tr("No destination yet"),
                        tr("A destination is a CRM or another address of yours that conversations are sent to."));
    m_empty->clearButtons();
    m_empty->addButton(tr("Add a destination…"), true);
    m_add->setText(tr("Add…"));
    m_edit->setText(tr("Settings…"));
    m_test->setText(tr("Test"));
    m_remove->setText(tr("Remove…"));
    cancelButton()->setText(tr("Close"));
    update();
}

void DestinationsDialog::changeEvent(QEvent *event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        take();
    }
}

} // namespace earshot
