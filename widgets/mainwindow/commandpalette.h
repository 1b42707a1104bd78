// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storereader.h"
#include "widgets/style/icons.h"

#include <QFrame>
#include <QTimer>

#include <functional>

class QLineEdit;
class QListWidget;

namespace earshot {

/** Something the palette offers. */
struct PaletteEntry {
    enum class Kind { Action, View, Person };

    Kind kind = Kind::Action;
    Icon icon = Icon::Dot;
    QString text;
    QString hint; ///< its shortcut, phone or the like
    std::function<void()> run;
};

/** One field over the window that finds everything by a few letters of it: commands, views, and calls by name, phone or
 * id. `>`, `#` and `@` in front keep to one of these. Goes when something is chosen or focus leaves it. */
class CommandPalette final : public QFrame
{
    Q_OBJECT

public:
    /** @p entries are what can be done without asking the store, through @p reader, which must outlive it. */
    CommandPalette(QList<PaletteEntry> entries, StoreReader &reader, QWidget *window);

    void popUp();

Q_SIGNALS:
    void conversationChosen(qint64 conversation);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Person {
        qint64 conversation = 0;
        QString text;
        QString hint;
    };

    void fill();
    void askForPeople();
    void takePeople(const QList<Person> &people);
    void addRow(const PaletteEntry &entry);
    void runCurrent();
    static Result<QList<Person>> findPeople(const Database &database, const QString &typed);

    QList<PaletteEntry> m_entries;
    QList<PaletteEntry> m_people;
    QList<PaletteEntry> m_shown;
    StoreReader &m_reader;
    QLineEdit *m_field;
    QListWidget *m_list;
    QTimer m_pause{this};
    StopFlag m_stop;
};

} // namespace earshot
