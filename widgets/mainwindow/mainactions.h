// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QObject>

class QMenuBar;

namespace earshot {

enum class Perspective { Live, Inspect, Reports };

/** Every command of the window once, with its words, its icon and its keys; the menu bar, the tool bar, context menus
 * and the command palette are made of them. What they do is connected by the window. */
class MainActions final : public QObject
{
    Q_OBJECT

public:
    explicit MainActions(QWidget *window);

    /** Fills an empty menu bar. */
    void fill(QMenuBar &bar);

    /** Words anew, after a change of language. */
    void retranslate();

    /** All that have words, in the order of the menus. */
    QList<QAction *> all() const;

    QAction *perspective(Perspective perspective) const { return m_perspectives->actions().at(int(perspective)); }

    QActionGroup *perspectives() const { return m_perspectives; }

    /** Where the views' own commands are listed. */
    QMenu *viewsMenu() const { return m_viewsMenu; }

    // File
    QAction *openStore;
    QAction *playDemo;
    QAction *endDemo;
    QAction *exportRows;
    QAction *quit;
    // Edit
    QAction *undo;
    QAction *copy;
    QAction *selectAll;
    QAction *find;
    QAction *findNext;
    QAction *findPrevious;
    QAction *filterLine;
    QAction *settings;
    // View
    QAction *facets;
    QAction *detail;
    QAction *lane;
    QAction *floatDetail;
    QAction *columns;
    QAction *follow;
    QAction *timeDisplay;
    QAction *density;
    QAction *largerText;
    QAction *smallerText;
    QAction *usualText;
    QAction *nextArea;
    QAction *previousArea;
    QAction *menuBarShown;
    QAction *fullScreen;
    QAction *resetPerspective;
    // Conversation
    QAction *showTranscript;
    QAction *showPayload;
    QAction *showTimeline;
    QAction *showForwarding;
    QAction *forward;
    QAction *replay;
    QAction *editAndResend;
    QAction *diff;
    QAction *releaseQuarantined; ///< shown for what is in quarantine only
    QAction *discardQuarantined;
    // Sources
    QAction *addSource;
    QAction *sources;
    QAction *copyAddress;
    // Tools
    QAction *palette;
    QAction *outbox;
    QAction *coverage;
    QAction *destinations;
    QAction *addDestination;
    // Help
    QAction *shortcuts;
    QAction *about;

private:
    QAction *make(const char *words, const QKeySequence &keys = {});
    QAction *makeToggle(const char *words, const QKeySequence &keys = {});
    QMenu *makeMenu(QMenuBar &bar, const char *title, const QList<QAction *> &actions);
    void makeAll();
    void chooseIcons();

    struct Worded {
        QAction *action;
        const char *words; ///< for the translator, with a mnemonic
    };

    struct Titled {
        QMenu *menu;
        const char *title;
    };

    QWidget *m_window;
    QList<Worded> m_worded;
    QList<Titled> m_titled;
    QActionGroup *m_perspectives;
    QMenu *m_viewsMenu = nullptr;
};

} // namespace earshot
