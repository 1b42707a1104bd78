// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sources/sourcesdialog.h"

#include "models/items/storeactions.h"
#include "models/items/whendone.h"
#include "widgets/controls/banner.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/emptystate.h"
#include "widgets/controls/monogram.h"
#include "widgets/sources/addsourcedialog.h"
#include "widgets/sources/newaddressdialog.h"
#include "widgets/sources/publicaddressdialog.h"
#include "widgets/sources/sourcedelegate.h"
#include "widgets/sources/sourcesettingsdialog.h"
#include "widgets/style/metrics.h"
#include "widgets/style/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMessageBox>
#include <QStackedWidget>

namespace earshot {
namespace {

constexpr QSize c_size(980, 420);

} // namespace

SourcesDialog::SourcesDialog(StoreActions &actions, SourceList &sources, StoreReader &reader, DisplaySettings &settings,
                             const ListenerState &listener, QWidget *parent)
    : FormDialog(parent)
    , m_actions(actions)
    , m_sources(sources)
    , m_reader(reader)
    , m_settings(settings)
    , m_listener(listener)
    , m_model(sources, settings)
    , m_banner(new Banner)
    , m_table(new DataTable(settings))
    , m_empty(new EmptyState)
    , m_emptyAdd(m_empty->addButton(QString(), true))
    , m_stack(new QStackedWidget)
{
    setPrimaryVisible(false);
    m_model.setListener(listener);
    content()->addWidget(m_banner);
    content()->addWidget(body(), 1);
    setUpTable();
    connect(&m_model, &QAbstractItemModel::modelReset, this, &SourcesDialog::takeRows);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &SourcesDialog::updateActions);
    connect(m_empty, &EmptyState::buttonPressed, this, &SourcesDialog::add);
    retranslate();
    takeRows();
    m_table->setFocus();
    resize(c_size);
}

QWidget *SourcesDialog::body()
{
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *both = new QWidget;
    auto *layout = new QHBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::c_betweenGroups);
    layout->addWidget(m_stack, 1);
    layout->addLayout(buttons());
    return both;
}

QBoxLayout *SourcesDialog::buttons()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::c_between);
    m_add = addAction(column, Icon::Plus, &SourcesDialog::add, QKeySequence::New);
    column->addSpacing(metrics::c_between);
    m_copy = addAction(column, Icon::Copy, &SourcesDialog::copyAddress, QKeySequence::Copy);
    m_change = addAction(column, Icon::Settings, &SourcesDialog::changeSettings);
    m_public = addAction(column, Icon::Globe, &SourcesDialog::changePublicUrl);
    m_rotate = addAction(column, Icon::Key, &SourcesDialog::askRotate);
    column->addSpacing(metrics::c_between);
    m_toggle = addAction(column, Icon::Pause, &SourcesDialog::toggle);
    m_remove = addAction(column, Icon::Trash, &SourcesDialog::askRemove, QKeySequence::Delete);
    column->addStretch(1);
    return column;
}

QAction *SourcesDialog::addAction(QBoxLayout *column, Icon icon, void (SourcesDialog::*slot)(), const QKeySequence &key)
{
    auto *action = new QAction(themedIcon(icon), QString(), this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    m_table->addAction(action);

    auto *button = new QPushButton;
    button->setAutoDefault(false);
    const auto follow = [action, button] {
        button->setText(action->text());
        button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
    column->addWidget(button);
    return action;
}

void SourcesDialog::setUpTable()
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new SourceDelegate(m_settings, m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->setSortingEnabled(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (const SourceEntry *entry = m_model.entry(now.row()))
            m_selected = entry->source.name;
        updateActions();
    });
    connect(m_table, &DataTable::rowActivated, this, &SourcesDialog::copyAddress);
}

void SourcesDialog::setListenerState(const ListenerState &state)
{
    m_listener = state;
    showListener();
    Q_EMIT listenerStateChanged(state);
}

void SourcesDialog::setTunnelState(const TunnelState &state)
{
    m_tunnel = state;
    showListener();
    Q_EMIT tunnelStateChanged(state);
}

void SourcesDialog::showListener()
{
    ListenerState shown = m_listener;
    shown.base = base();
    m_model.setListener(shown);
}

/** Under which senders reach sources without an address of their own. */
QString SourcesDialog::base() const
{
    return m_tunnel.kind == TunnelState::Kind::Up ? m_tunnel.publicBase : m_listener.base;
}

void SourcesDialog::showSource(const QString &name)
{
    m_selected = name;
    takeRows();
}

void SourcesDialog::takeRows()
{
    const bool isEmpty = m_model.rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (!isEmpty)
        m_table->selectRow(std::max(0, m_model.rowOf(m_selected)));
    updateActions();
}

const SourceEntry *SourcesDialog::current() const
{
    return m_model.entry(m_table->currentIndex().row());
}

void SourcesDialog::updateActions()
{
    const SourceEntry *entry = current();
    m_copy->setEnabled(entry != nullptr && !entry->token.isEmpty());
    for (QAction *action : {m_change, m_public, m_rotate, m_toggle, m_remove})
        action->setEnabled(entry != nullptr);
    const bool isOff = entry != nullptr && !entry->source.enabled;
    m_toggle->setText(isOff ? tr("Enable") : tr("Disable"));
    m_toggle->setIcon(themedIcon(isOff ? Icon::Play : Icon::Pause));
}

void SourcesDialog::add()
{
    auto *dialog = new AddSourceDialog(m_actions, m_sources, m_reader, m_settings, m_listener, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(this, &SourcesDialog::listenerStateChanged, dialog, &AddSourceDialog::setListenerState);
    dialog->setTunnelState(m_tunnel);
    connect(this, &SourcesDialog::tunnelStateChanged, dialog, &AddSourceDialog::setTunnelState);
    connect(dialog, &AddSourceDialog::sourceAdded, this, [this](const QString &name) {
        m_selected = name;
        Q_EMIT sourceAdded(name);
    });
    dialog->open();
}

void SourcesDialog::copyAddress()
{
    const SourceEntry *entry = current();
    if (entry == nullptr || entry->token.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(hookAddress(*entry, base()));
    m_banner->showMessage(
        Banner::Kind::Good,
        tr("The address of \"%1\" is on the clipboard. Whoever knows it can send.").arg(entry->source.name));
}

void SourcesDialog::changeSettings()
{
    const SourceEntry *entry = current();
    if (entry == nullptr)
        return;
    auto *dialog = new SourceSettingsDialog(m_actions, m_sources, m_settings, base(), entry->source.name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto follow = [this, dialog] { dialog->setBase(base()); };
    connect(this, &SourcesDialog::listenerStateChanged, dialog, follow);
    connect(this, &SourcesDialog::tunnelStateChanged, dialog, follow);
    connect(dialog, &SourceSettingsDialog::saved, this, [this](const QString &name) {
        m_banner->showMessage(Banner::Kind::Good, tr("The settings of \"%1\" count from now on.").arg(name));
    });
    dialog->open();
}

void SourcesDialog::changePublicUrl()
{
    const SourceEntry *entry = current();
    if (entry == nullptr)
        return;
    const QString name = entry->source.name;
    auto *dialog = new PublicAddressDialog(name, entry->source.platform, entry->source.publicUrl, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, name] {
        whenDone(m_actions.setSourcePublicUrl(name, dialog->url()), this, [this, name](const Result<void> &done) {
            tell(done, tr("\"%1\" has another address now. Paste it at the sender.").arg(name));
        });
    });
    dialog->open();
}

/** Nothing is done before the verb was pressed; Enter does not press it. */
void SourcesDialog::ask(const QString &question, const QString &meaning, const QString &verb,
                        std::function<void()> doIt)
{
    auto *box = new QMessageBox(QMessageBox::Question, windowTitle(), question, QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(meaning);
    const QAbstractButton *yes = box->addButton(verb, QMessageBox::AcceptRole);
    QPushButton *no = box->addButton(QMessageBox::Cancel);
    no->setText(tr("Cancel"));
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(box, &QMessageBox::buttonClicked, this, [yes, doIt = std::move(doIt)](const QAbstractButton *button) {
        if (button == yes)
            doIt();
    });
    box->open();
}

void SourcesDialog::askRotate()
{
    const SourceEntry *entry = current();
    if (entry == nullptr)
        return;
    const QString name = entry->source.name;
    auto *dialog = new NewAddressDialog(name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, name] { rotate(name, dialog->overlap()); });
    dialog->open();
}

void SourcesDialog::rotate(const QString &name, std::chrono::seconds overlap)
{
    whenDone(m_actions.rotateSource(name, overlap), this, [this, name](const Result<AddedSource> &rotated) {
        const Result<void> done = rotated ? Result<void>() : std::unexpected(rotated.error());
        tell(done, tr("\"%1\" has a new address. Copy it and paste it at the sender.").arg(name));
    });
}

void SourcesDialog::toggle()
{
    const SourceEntry *entry = current();
    if (entry == nullptr)
        return;
    const QString name = entry->source.name;
    const bool enable = !entry->source.enabled;
    whenDone(m_actions.setSourceEnabled(name, enable), this, [this, name, enable](const Result<void> &done) {
        tell(done, enable ? tr("\"%1\" listens again.").arg(name)
                          : tr("\"%1\" takes no deliveries until it is enabled again.").arg(name));
    });
}

void SourcesDialog::askRemove()
{
    const SourceEntry *entry = current();
    if (entry == nullptr)
        return;
    const QString name = entry->source.name;
    ask(tr("Remove \"%1\"?").arg(name),
        tr("Its address stops working at once and cannot be had again. What was received stays."), tr("Remove"),
        [this, name] { remove(name); });
}

void SourcesDialog::remove(const QString &name)
{
    whenDone(m_actions.removeSource(name), this, [this, name](const Result<void> &done) {
        tell(done, tr("\"%1\" is removed. What it has received stays.").arg(name));
    });
}

void SourcesDialog::tell(const Result<void> &done, const QString &whatIsSo)
{
    if (done)
        m_banner->showMessage(Banner::Kind::Good, whatIsSo);
    else
        m_banner->showMessage(Banner::Kind::Error, errorText(done.error()));
}

void SourcesDialog::retranslate()
{
    setWindowTitle(tr("Sources"));
    cancelButton()->setText(tr("Close"));
    m_table->setAccessibleName(tr("Sources"));
    m_add->setText(tr("Add…"));
    m_copy->setText(tr("Copy address"));
    m_change->setText(tr("Settings…"));
    m_public->setText(tr("Public address…"));
    m_rotate->setText(tr("New address…"));
    m_remove->setText(tr("Remove…"));
    m_empty->setMessage(Icon::Source, tr("No source yet"),
                        tr("A source is an address that a platform posts its calls and chats to."));
    m_emptyAdd->setText(tr("Add a source"));
    const int monogram = int(monogramSize().width()) + metrics::c_between;
    m_table->setColumnSample(SourceTableModel::Name, {QStringLiteral("Outbound calls 2")}, monogram);
    m_table->setColumnSample(SourceTableModel::Platform, {QStringLiteral("Insighto.ai")});
    m_table->setColumnSample(SourceTableModel::State, {tr("Listening"), tr("Disabled"), tr("Not receiving")},
                             metrics::c_icon + metrics::c_between);
    m_table->setColumnSample(SourceTableModel::Deliveries, {QStringLiteral("1,234,567")});
    m_table->setColumnSample(SourceTableModel::LastDelivery, {QStringLiteral("2025-03-12 14:32")});
    updateActions();
}

void SourcesDialog::changeEvent(QEvent *event)
{
    FormDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_model.retranslate();
        retranslate();
    }
}

} // namespace earshot
