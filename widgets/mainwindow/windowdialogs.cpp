// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/windowdialogs.h"

#include "widgets/coverage/coveragedialog.h"
#include "widgets/destinations/destinationdialog.h"
#include "widgets/destinations/destinationsdialog.h"
#include "widgets/destinations/forwarddialog.h"
#include "widgets/destinations/outboxdialog.h"
#include "widgets/exporting/exportdialog.h"
#include "widgets/mainwindow/windowmodels.h"
#include "widgets/replay/editdeliverydialog.h"
#include "widgets/replay/replaydialog.h"
#include "widgets/settings/aboutdialog.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/settings/shortcutsdialog.h"
#include "widgets/sources/addsourcedialog.h"
#include "widgets/sources/sourcesdialog.h"

namespace earshot {

WindowDialogs::WindowDialogs(WindowModels &models, StoreActions &actions, DisplaySettings &display, QSettings &settings,
                             QWidget &window)
    : QObject(&window)
    , m_models(models)
    , m_actions(actions)
    , m_display(display)
    , m_settings(settings)
    , m_window(window)
{
}

void WindowDialogs::show(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QPointer<QWidget> before = QApplication::focusWidget();
    connect(dialog, &QObject::destroyed, &m_window, [before] {
        if (before)
            before->setFocus(Qt::OtherFocusReason);
    });
    if (auto *form = qobject_cast<FormDialog *>(dialog))
        form->rememberSize(m_settings,
                           QStringLiteral("dialogs/") + QString::fromLatin1(dialog->metaObject()->className()));
    dialog->show();
}

bool WindowDialogs::raise(const QPointer<QDialog> &dialog)
{
    if (!dialog)
        return false;
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    return true;
}

void WindowDialogs::setListenerState(const ListenerState &state)
{
    m_listener = state;
    if (auto *dialog = qobject_cast<AddSourceDialog *>(m_addSource))
        dialog->setListenerState(state);
    if (auto *dialog = qobject_cast<SourcesDialog *>(m_sources))
        dialog->setListenerState(state);
    if (auto *dialog = qobject_cast<SettingsDialog *>(m_settingsDialog))
        dialog->setListenerState(state);
}

void WindowDialogs::setTunnelState(const TunnelState &state)
{
    m_tunnel = state;
    if (auto *dialog = qobject_cast<AddSourceDialog *>(m_addSource))
        dialog->setTunnelState(state);
    if (auto *dialog = qobject_cast<SourcesDialog *>(m_sources))
        dialog->setTunnelState(state);
    if (auto *dialog = qobject_cast<SettingsDialog *>(m_settingsDialog))
        dialog->setTunnelState(state);
}

void WindowDialogs::setWindowSettings(const WindowSettings &settings)
{
    m_windowSettings = settings;
    if (auto *dialog = qobject_cast<SettingsDialog *>(m_settingsDialog))
        dialog->setSettings(settings);
}

void WindowDialogs::addSource()
{
    if (raise(m_addSource))
        return;
    auto *dialog = new AddSourceDialog(m_actions, m_models.sources, m_models.reader, m_display, m_listener, &m_window);
    dialog->setTunnelState(m_tunnel);
    m_addSource = dialog;
    show(dialog);
}

void WindowDialogs::showSources()
{
    if (raise(m_sources))
        return;
    auto *dialog = new SourcesDialog(m_actions, m_models.sources, m_models.reader, m_display, m_listener, &m_window);
    dialog->setTunnelState(m_tunnel);
    m_sources = dialog;
    show(dialog);
}

void WindowDialogs::exportRows(const ShownRows &shown)
{
    auto *dialog = qobject_cast<ExportDialog *>(m_export);
    if (dialog == nullptr) {
        dialog = new ExportDialog(m_actions, m_models.reader, m_display, &m_window);
        m_export = dialog;
        dialog->offer(shown.kind, shown.scope, shown.selected);
        show(dialog);
        return;
    }
    raise(m_export);
}

void WindowDialogs::forward(const QList<qint64> &conversations)
{
    if (m_forward)
        m_forward->close();
    auto *dialog = new ForwardDialog(m_actions, m_models.reader, m_display, conversations, &m_window);
    connect(dialog, &ForwardDialog::addDestinationRequested, this, &WindowDialogs::addDestination);
    m_forward = dialog;
    show(dialog);
}

void WindowDialogs::replay(const ScopeQuery &scope, const QList<qint64> &deliveries)
{
    auto *open = qobject_cast<ReplayDialog *>(m_replay);
    if (open != nullptr && open->isSending()) {
        raise(m_replay);
        return;
    }
    if (open != nullptr)
        open->close();
    auto *dialog = new ReplayDialog(m_actions, m_models.reader, m_models.sources, m_display, m_settings, &m_window);
    dialog->offer(scope, deliveries);
    m_replay = dialog;
    show(dialog);
}

void WindowDialogs::editAndResend(qint64 delivery)
{
    if (m_edit)
        m_edit->close();
    m_edit = new EditDeliveryDialog(m_actions, m_models.reader, m_models.sources, m_display, m_settings, delivery,
                                    &m_window);
    show(m_edit);
}

void WindowDialogs::showOutbox(qint64 row)
{
    if (!raise(m_outbox)) {
        auto *dialog = new OutboxDialog(m_actions, m_models.reader, m_display, &m_window);
        connect(dialog, &OutboxDialog::conversationRequested, this, &WindowDialogs::conversationRequested);
        m_outbox = dialog;
        show(dialog);
    }
    if (auto *dialog = qobject_cast<OutboxDialog *>(m_outbox); row != 0 && dialog != nullptr)
        dialog->showRow(row);
}

void WindowDialogs::showCoverage(const TimeInterval &interval)
{
    if (raise(m_coverage))
        return;
    auto *dialog = new CoverageDialog(m_actions, m_models.reader, m_display, &m_window);
    dialog->showInterval(interval);
    m_coverage = dialog;
    show(dialog);
}

void WindowDialogs::showDestinations()
{
    if (raise(m_destinations))
        return;
    auto *dialog = new DestinationsDialog(m_actions, m_models.reader, m_display, &m_window);
    connect(dialog, &DestinationsDialog::addRequested, this, &WindowDialogs::addDestination);
    connect(dialog, &DestinationsDialog::settingsRequested, this, &WindowDialogs::changeDestination);
    m_destinations = dialog;
    show(dialog);
}

void WindowDialogs::addDestination()
{
    if (raise(m_addDestination))
        return;
    m_addDestination = new DestinationDialog(m_actions, m_models.reader, m_display, &m_window);
    show(m_addDestination);
}

/** One at a time, so that what is being changed is not lost unseen. */
void WindowDialogs::changeDestination(const DestinationEntry &entry)
{
    if (raise(m_changeDestination))
        return;
    m_changeDestination = new DestinationDialog(m_actions, m_models.reader, m_display, entry, &m_window);
    show(m_changeDestination);
}

void WindowDialogs::showSettings(const QList<QAction *> &actions)
{
    if (raise(m_settingsDialog))
        return;
    auto *dialog = new SettingsDialog(m_actions, m_display, m_windowSettings, m_models.reader.location(), m_listener,
                                      actions, &m_window);
    dialog->setTunnelState(m_tunnel);
    const auto showSources = [this, dialog] {
        QStringList names;
        for (const SourceEntry &entry : m_models.sources.entries())
            names.append(entry.source.name);
        dialog->setSources(names);
    };
    showSources();
    connect(&m_models.sources, &SourceList::changed, dialog, showSources);
    connect(dialog, &SettingsDialog::changed, this, &WindowDialogs::windowSettingsChanged);
    connect(dialog, &SettingsDialog::listeningApplied, this, &WindowDialogs::listenRequested);
    connect(dialog, &SettingsDialog::openStoreRequested, this, &WindowDialogs::openStoreRequested);
    m_settingsDialog = dialog;
    show(dialog);
}

void WindowDialogs::showShortcuts(const QList<QAction *> &actions)
{
    if (raise(m_shortcuts))
        return;
    m_shortcuts = new ShortcutsDialog(actions, &m_window);
    show(m_shortcuts);
}

void WindowDialogs::showAbout()
{
    if (raise(m_about))
        return;
    m_about = new AboutDialog(&m_window);
    show(m_about);
}

} // namespace earshot
