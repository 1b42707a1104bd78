// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/mainactions.h"

#include "widgets/style/icons.h"

#include <QMenuBar>

namespace earshot {

MainActions::MainActions(QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_perspectives(new QActionGroup(this))
{
    makeAll();
    chooseIcons();
    retranslate();
}

// Words are marked where they stand and looked up in retranslate(), so that a change of language finds them again.
QAction *MainActions::make(const char *words, const QKeySequence &keys)
{
    auto *action = new QAction(this);
    if (!keys.isEmpty())
        action->setShortcut(keys);
    m_worded.append({action, words});
    m_window->addAction(action); // its keys work also while the menu bar is hidden
    return action;
}

QAction *MainActions::makeToggle(const char *words, const QKeySequence &keys)
{
    QAction *action = make(words, keys);
    action->setCheckable(true);
    return action;
}

void MainActions::makeAll()
{
    openStore = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Open a store…"), QKeySequence::Open);
    playDemo = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Play the demo floor"));
    endDemo = make(QT_TRANSLATE_NOOP("earshot::MainActions", "En&d the demo"));
    exportRows = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Export…"), Qt::CTRL | Qt::Key_E);
    quit = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Quit"), QKeySequence::Quit);

    undo = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Undo closing the view"), QKeySequence::Undo);
    undo->setEnabled(false);
    copy = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Copy"), QKeySequence::Copy);
    selectAll = make(QT_TRANSLATE_NOOP("earshot::MainActions", "Select &all"), QKeySequence::SelectAll);
    find = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Find here"), QKeySequence::Find);
    findNext = make(QT_TRANSLATE_NOOP("earshot::MainActions", "Find &next"), Qt::Key_F3);
    findPrevious = make(QT_TRANSLATE_NOOP("earshot::MainActions", "Find &previous"), Qt::SHIFT | Qt::Key_F3);
    filterLine = make(QT_TRANSLATE_NOOP("earshot::MainActions", "Filter &line"), Qt::CTRL | Qt::Key_L);
    settings = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Settings…"), Qt::CTRL | Qt::Key_Comma);

    for (const char *const words :
         {QT_TRANSLATE_NOOP("earshot::MainActions", "&Live"), QT_TRANSLATE_NOOP("earshot::MainActions", "&Inspect"),
          QT_TRANSLATE_NOOP("earshot::MainActions", "&Reports")}) {
        QAction *action =
            makeToggle(words, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + m_perspectives->actions().size())));
        m_perspectives->addAction(action);
    }
    facets = makeToggle(QT_TRANSLATE_NOOP("earshot::MainActions", "&Facets"), Qt::CTRL | Qt::Key_B);
    detail = makeToggle(QT_TRANSLATE_NOOP("earshot::MainActions", "&Detail"), Qt::CTRL | Qt::Key_I);
    lane = makeToggle(QT_TRANSLATE_NOOP("earshot::MainActions", "Live la&ne"), Qt::CTRL | Qt::Key_J);
    floatDetail = makeToggle(QT_TRANSLATE_NOOP("earshot::MainActions", "Detail in a window &of its own"));
    columns = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Columns"));
    follow = make(QT_TRANSLATE_NOOP("earshot::MainActions", "Ne&west, and follow"), Qt::CTRL | Qt::Key_Home);
    timeDisplay = make(QT_TRANSLATE_NOOP("earshot::MainActions", "Local, UTC or relative &times"),
                       Qt::CTRL | Qt::SHIFT | Qt::Key_T);
    density = make(QT_TRANSLATE_NOOP("earshot::MainActions", "Row &height"), Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    largerText = make(QT_TRANSLATE_NOOP("earshot::MainActions", "Lar&ger text"), QKeySequence::ZoomIn);
    smallerText = make(QT_TRANSLATE_NOOP("earshot::MainActions", "S&maller text"), QKeySequence::ZoomOut);
    usualText = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Usual text size"), Qt::CTRL | Qt::Key_0);
    nextArea = make(QT_TRANSLATE_NOOP("earshot::MainActions", "Next &area"), Qt::Key_F6);
    previousArea = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Previous area"), Qt::SHIFT | Qt::Key_F6);
    menuBarShown = makeToggle(QT_TRANSLATE_NOOP("earshot::MainActions", "&Menu bar"), Qt::CTRL | Qt::Key_M);
    fullScreen = makeToggle(QT_TRANSLATE_NOOP("earshot::MainActions", "F&ull screen"), Qt::Key_F11);
    resetPerspective = make(QT_TRANSLATE_NOOP("earshot::MainActions", "Rese&t this perspective"));

    showTranscript = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Transcript"));
    showPayload = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Payload"));
    showTimeline = make(QT_TRANSLATE_NOOP("earshot::MainActions", "T&imeline"));
    showForwarding = make(QT_TRANSLATE_NOOP("earshot::MainActions", "F&orwarding"));
    forward = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Forward…"), Qt::Key_F);
    replay = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Replay…"), Qt::Key_R);
    editAndResend = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Edit and resend…"));
    diff = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Difference to the previous of this kind"), Qt::Key_D);
    releaseQuarantined = make(QT_TRANSLATE_NOOP("earshot::MainActions", "Release from &quarantine"));
    discardQuarantined = make(QT_TRANSLATE_NOOP("earshot::MainActions", "Disc&ard…"));

    addSource = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Add a source…"), QKeySequence::New);
    sources = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Sources…"));
    copyAddress = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Copy an address"), Qt::CTRL | Qt::SHIFT | Qt::Key_U);

    palette = make(QT_TRANSLATE_NOOP("earshot::MainActions", "Command &palette…"), Qt::CTRL | Qt::Key_K);
    coverage = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Coverage…"));
    outbox = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Outbox…"));
    destinations = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Destinations…"));
    addDestination = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&Add a destination…"));

    shortcuts = make(QT_TRANSLATE_NOOP("earshot::MainActions", "All &shortcuts"), Qt::CTRL | Qt::Key_Slash);
    shortcuts->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Slash), QKeySequence(Qt::Key_F1)});
    about = make(QT_TRANSLATE_NOOP("earshot::MainActions", "&About Earshot"));

    // These mean what has the focus, which knows its own keys: the menus show them, and pass them on (MainWindow).
    for (QAction *const action : {copy, selectAll, find, findNext, findPrevious, follow, forward, replay, diff})
        action->setShortcutContext(Qt::WidgetShortcut);
    quit->setMenuRole(QAction::QuitRole);
    settings->setMenuRole(QAction::PreferencesRole);
    about->setMenuRole(QAction::AboutRole);
    largerText->setShortcuts({QKeySequence(QKeySequence::ZoomIn), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
}

void MainActions::chooseIcons()
{
    perspective(Perspective::Live)->setIcon(themedIcon(Icon::Live));
    perspective(Perspective::Inspect)->setIcon(themedIcon(Icon::Inspect));
    perspective(Perspective::Reports)->setIcon(themedIcon(Icon::Reports));
    facets->setIcon(themedIcon(Icon::Facets));
    detail->setIcon(themedIcon(Icon::Detail));
    columns->setIcon(themedIcon(Icon::Columns));
    exportRows->setIcon(themedIcon(Icon::Export));
    forward->setIcon(themedIcon(Icon::Forward));
    replay->setIcon(themedIcon(Icon::Replay));
    editAndResend->setIcon(themedIcon(Icon::Edit));
    releaseQuarantined->setIcon(themedIcon(Icon::VerdictReleased));
    discardQuarantined->setIcon(themedIcon(Icon::Trash));
    addSource->setIcon(themedIcon(Icon::Plus));
    copyAddress->setIcon(themedIcon(Icon::Copy));
    settings->setIcon(themedIcon(Icon::Settings));
    showTranscript->setIcon(themedIcon(Icon::Chat));
    showPayload->setIcon(themedIcon(Icon::Inspect));
    diff->setIcon(themedIcon(Icon::Columns));
    coverage->setIcon(themedIcon(Icon::Listening));
    outbox->setIcon(themedIcon(Icon::Outbox));
    destinations->setIcon(themedIcon(Icon::Destination));
    sources->setIcon(themedIcon(Icon::Source));
    openStore->setIcon(themedIcon(Icon::Folder));
    playDemo->setIcon(themedIcon(Icon::Play));
    endDemo->setIcon(themedIcon(Icon::Stop));
}

QMenu *MainActions::makeMenu(QMenuBar &bar, const char *title, const QList<QAction *> &actions)
{
    QMenu *menu = bar.addMenu(tr(title));
    for (QAction *action : actions) {
        if (action != nullptr)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    m_titled.append({menu, title});
    return menu;
}

void MainActions::fill(QMenuBar &bar)
{
    makeMenu(bar, QT_TRANSLATE_NOOP("earshot::MainActions", "&File"),
             {openStore, playDemo, endDemo, nullptr, exportRows, nullptr, quit});
    makeMenu(bar, QT_TRANSLATE_NOOP("earshot::MainActions", "&Edit"),
             {undo, nullptr, copy, selectAll, nullptr, find, findNext, findPrevious, filterLine, nullptr, settings});
    QMenu *view = makeMenu(bar, QT_TRANSLATE_NOOP("earshot::MainActions", "&View"), m_perspectives->actions());
    view->addSeparator();
    m_viewsMenu = view->addMenu(tr("Sa&ved views"));
    m_titled.append({m_viewsMenu, QT_TRANSLATE_NOOP("earshot::MainActions", "Sa&ved views")});
    view->addSeparator();
    view->addActions({facets, detail, lane, floatDetail});
    view->addSeparator();
    view->addActions({follow, columns, timeDisplay, density});
    view->addSeparator();
    view->addActions({largerText, smallerText, usualText});
    makeMenu(bar, QT_TRANSLATE_NOOP("earshot::MainActions", "&Conversation"),
             {showTranscript, showPayload, showTimeline, showForwarding, nullptr, forward, replay, editAndResend, diff,
              releaseQuarantined, discardQuarantined});
    makeMenu(bar, QT_TRANSLATE_NOOP("earshot::MainActions", "S&ources"), {addSource, sources, copyAddress});
    makeMenu(bar, QT_TRANSLATE_NOOP("earshot::MainActions", "&Tools"),
             {palette, nullptr, coverage, outbox, destinations, addDestination});
    makeMenu(bar, QT_TRANSLATE_NOOP("earshot::MainActions", "&Window"),
             {nextArea, previousArea, nullptr, menuBarShown, fullScreen, nullptr, resetPerspective});
    makeMenu(bar, QT_TRANSLATE_NOOP("earshot::MainActions", "&Help"), {shortcuts, about});
}

void MainActions::retranslate()
{
    for (const Worded &worded : std::as_const(m_worded))
        worded.action->setText(tr(worded.words));
    for (const Titled &titled : std::as_const(m_titled))
        titled.menu->setTitle(tr(titled.title));
}

QList<QAction *> MainActions::all() const
{
    QList<QAction *> actions;
    for (const Worded &worded : m_worded)
        actions.append(worded.action);
    return actions;
}

} // namespace earshot
