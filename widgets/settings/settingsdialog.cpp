// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/settingsdialog.h"

#include "widgets/controls/emptystate.h"
#include "widgets/settings/generalpage.h"
#include "widgets/settings/keyboardpage.h"
#include "widgets/settings/listeningpage.h"
#include "widgets/settings/lookpage.h"
#include "widgets/settings/storagepage.h"
#include "widgets/settings/timepage.h"
#include "widgets/style/icons.h"
#include "widgets/style/metrics.h"

#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>

namespace earshot {
namespace {

constexpr QSize c_size(920, 640);
constexpr int c_listPadding = 44; ///< of a page's entry beside its words: the icon and the margins

QScrollArea *scrolling(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setBackgroundRole(QPalette::Base);
    page->setBackgroundRole(QPalette::Base);
    area->setWidget(page);
    return area;
}

} // namespace

SettingsDialog::SettingsDialog(StoreActions &storeActions, DisplaySettings &display, const WindowSettings &settings,
                               const StoreLocation &store, const ListenerState &listener,
                               const QList<QAction *> &actions, QWidget *parent)
    : FormDialog(parent)
    , m_settings(settings)
    , m_search(new QLineEdit)
    , m_list(new QListWidget)
    , m_stack(new QStackedWidget)
    , m_nothing(new EmptyState)
    , m_undo(addFooterButton(QString()))
    , m_listening(new ListeningPage(storeActions, display))
{
    setContentInset(false);
    setPrimaryVisible(false);
    auto *storage = new StoragePage(storeActions, store);
    connect(storage, &StoragePage::openStoreRequested, this, &SettingsDialog::openStoreRequested);
    connect(m_listening, &ListeningPage::applied, this, &SettingsDialog::applyListening);
    m_listening->setListenerState(listener);

    content()->addWidget(body());
    addPage(new GeneralPage);
    addPage(new LookPage);
    addPage(m_listening);
    addPage(new TimePage);
    addPage(storage);
    addPage(new KeyboardPage(actions));
    m_stack->addWidget(m_nothing);
    m_nothing->setBackgroundRole(QPalette::Base);
    m_nothing->setAutoFillBackground(true);

    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::filter);
    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsDialog::showPage);
    connect(m_undo, &QPushButton::clicked, this, &SettingsDialog::undo);
    auto *undoKey = new QShortcut(QKeySequence::Undo, this);
    connect(undoKey, &QShortcut::activated, this, &SettingsDialog::undo);
    retranslate();
    showSettings();
    updateUndo();
    m_list->setCurrentRow(0);
    m_search->setFocus();
    resize(c_size);
}

QWidget *SettingsDialog::body()
{
    auto *both = new QWidget;
    auto *layout = new QHBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(navigation());
    layout->addWidget(m_stack, 1);
    return both;
}

QWidget *SettingsDialog::navigation()
{
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(Icon::Search), QLineEdit::LeadingPosition);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(metrics::c_paneMargin, metrics::c_paneMargin, metrics::c_paneMargin,
                               metrics::c_paneMargin);
    layout->setSpacing(metrics::c_between);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    return side;
}

void SettingsDialog::addPage(SettingsPage *page)
{
    m_pages.append(page);
    m_stack->addWidget(scrolling(page));
    auto *item = new QListWidgetItem(themedIcon(page->icon()), page->title(), m_list);
    item->setSizeHint({0, metrics::rowHeight(metrics::Density::Roomy)});
    connect(page, &SettingsPage::edited, this, [this, page] { takeEdit(*page); });
}

void SettingsDialog::setSettings(const WindowSettings &settings)
{
    m_settings = settings;
    m_before.clear(); // going back would also take back what was done elsewhere
    showSettings();
    updateUndo();
}

void SettingsDialog::setListenerState(const ListenerState &state)
{
    m_listening->setListenerState(state);
}

void SettingsDialog::setTunnelState(const TunnelState &state)
{
    m_listening->setTunnelState(state);
}

void SettingsDialog::setSources(const QStringList &names)
{
    m_listening->setSources(names);
}

void SettingsDialog::filter()
{
    const QStringList words = m_search->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int first = -1;
    for (int row = 0; row < m_pages.size(); ++row) {
        const bool found = m_pages[row]->filter(words);
        m_list->item(row)->setHidden(!found);
        if (found && first < 0)
            first = row;
    }
    const int current = m_list->currentRow();
    if (first < 0)
        m_stack->setCurrentWidget(m_nothing);
    else if (current < 0 || m_list->item(current)->isHidden())
        m_list->setCurrentRow(first);
    else
        showPage(current);
}

void SettingsDialog::showPage(int row)
{
    if (row >= 0)
        m_stack->setCurrentIndex(row);
}

void SettingsDialog::takeEdit(const SettingsPage &page)
{
    WindowSettings edited = m_settings;
    page.store(edited);
    if (edited == m_settings)
        return;
    m_before.append(m_settings);
    take(edited);
}

void SettingsDialog::take(const WindowSettings &settings)
{
    m_settings = settings;
    updateUndo();
    Q_EMIT changed(settings);
}

void SettingsDialog::applyListening(const QString &address, quint16 port)
{
    WindowSettings edited = m_settings;
    edited.listenAddress = address;
    edited.listenPort = port;
    m_before.clear(); // senders may know the new address by now
    take(edited);
    Q_EMIT listeningApplied(address, port);
}

void SettingsDialog::undo()
{
    if (m_before.isEmpty())
        return;
    take(m_before.takeLast());
    showSettings();
    updateUndo();
}

void SettingsDialog::updateUndo()
{
    m_undo->setVisible(!m_before.isEmpty());
}

void SettingsDialog::showSettings()
{
    for (SettingsPage *page : std::as_const(m_pages))
        page->setSettings(m_settings);
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    cancelButton()->setText(tr("Close"));
    m_undo->setText(tr("Undo"));
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setAccessibleName(tr("Search settings"));
    m_list->setAccessibleName(tr("Pages"));
    m_nothing->setMessage(Icon::Search, tr("Nothing matches"), tr("No setting has these words."));
    int widest = 0;
    for (int row = 0; row < m_pages.size(); ++row) {
        const QString title = m_pages[row]->title();
        m_list->item(row)->setText(title);
        widest = std::max(widest, m_list->fontMetrics().horizontalAdvance(title));
    }
    const int search = m_search->fontMetrics().horizontalAdvance(m_search->placeholderText()) + c_listPadding;
    m_list->setFixedWidth(std::max(widest + c_listPadding, search + c_listPadding));
}

void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    FormDialog::changeEvent(event);
}

} // namespace earshot
