// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/listenerstate.h"
#include "models/items/storereader.h"
#include "models/items/tunnelstate.h"
#include "widgets/controls/formdialog.h"
#include "widgets/sources/sourcetablemodel.h"
#include "widgets/style/icons.h"

#include <QFuture>

class QStackedWidget;

namespace earshot {

class Banner;
class DataTable;
class EmptyState;
class MutedLabel;
class StoreActions;

/** The sources of the store, and what can be done with one. */
class SourcesDialog final : public FormDialog
{
    Q_OBJECT

public:
    /** All but @p listener must outlive it. */
    SourcesDialog(StoreActions &actions, SourceList &sources, StoreReader &reader, DisplaySettings &settings,
                  const ListenerState &listener, QWidget *parent = nullptr);

    void setListenerState(const ListenerState &state);
    void setTunnelState(const TunnelState &state);

    /** Selects the source of that name, if there is one. */
    void showSource(const QString &name);

Q_SIGNALS:
    void sourceAdded(const QString &name);

    /** The dialog in which one can be added was opened; it wants to hear of the listener too, which this sees to. */
    void listenerStateChanged(const earshot::ListenerState &state);
    void tunnelStateChanged(const earshot::TunnelState &state);

protected:
    void changeEvent(QEvent *event) override;

private:
    /** One thing that can be done, as a button and in the context menu. */
    QAction *addAction(QBoxLayout *column, Icon icon, void (SourcesDialog::*slot)(), const QKeySequence &key = {});

    QWidget *body();
    QBoxLayout *buttons();
    void setUpTable();
    void retranslate();
    void updateActions();
    void takeRows();
    const SourceEntry *current() const;
    void add();
    void copyAddress();
    void changeSettings();
    void changePublicUrl();
    void askRotate();
    void toggle();
    void askRemove();
    void ask(const QString &question, const QString &meaning, const QString &verb, std::function<void()> doIt);
    void rotate(const QString &name, std::chrono::seconds overlap);
    QString base() const;
    void showListener();
    void remove(const QString &name);
    void tell(const Result<void> &done, const QString &whatIsSo);

    StoreActions &m_actions;
    SourceList &m_sources;
    StoreReader &m_reader;
    DisplaySettings &m_settings;
    ListenerState m_listener;
    TunnelState m_tunnel;
    SourceTableModel m_model;
    Banner *m_banner;
    DataTable *m_table;
    EmptyState *m_empty;
    QPushButton *m_emptyAdd;
    QStackedWidget *m_stack;
    QAction *m_add = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_change = nullptr;
    QAction *m_public = nullptr;
    QAction *m_rotate = nullptr;
    QAction *m_toggle = nullptr;
    QAction *m_remove = nullptr;
    QString m_selected; ///< its name, kept over a reset
};

} // namespace earshot
