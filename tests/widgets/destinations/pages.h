// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/widgets/destinations/dialogfloor.h"
#include "widgets/controls/formdialog.h"

#include <QLineEdit>
#include <QTest>

namespace earshot {

// What tests of a destination's pages do, and what they see.

/** The line below @p root with that accessible name that is seen, else any; null if there is none. */
inline QLineEdit *lineOf(const QWidget &root, const QString &name)
{
    QLineEdit *found = nullptr;
    const QList<QLineEdit *> lines = root.findChildren<QLineEdit *>();
    for (QLineEdit *line : lines) {
        if (line->accessibleName() == name && (found == nullptr || line->isVisibleTo(&root)))
            found = line;
    }
    return found;
}

/** Types over what is there. */
inline void typeInto(const QWidget &root, const QString &name, const QString &text)
{
    QLineEdit *line = lineOf(root, name);
    line->setFocus();
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClicks(line, text);
}

/** The reasons below fields that are seen, each on a line. */
inline QString reasonsOf(const QWidget &root)
{
    QStringList texts;
    const QList<FieldError *> errors = root.findChildren<FieldError *>();
    for (const FieldError *error : errors) {
        if (!error->error().isEmpty() && error->isVisibleTo(&root))
            texts.append(error->error());
    }
    return texts.join(QLatin1Char('\n'));
}

/** Five conversations with contacts, as a store of a real firm has them; the latest is the last. */
inline QList<qint64> addCallers(const DialogFloor &floor)
{
    struct Caller {
        const char *name;
        const char *outcome;
    };

    const Caller callers[] = {{"Sofia Rossi", "booked"},
                              {"Maximiliane von Hohenstein-Wittgenstein", "quoted"},
                              {"ليلى حداد", "follow_up"},
                              {nullptr, "no_answer"},
                              {"Chen Wei-Lin", "booked"}};
    QList<qint64> ids;
    for (const Caller &caller : callers) {
        const QString number = QString::number(ids.size());
        ids.append(
            floor.store.addConversation(QString(QLatin1StringView("c") + number), QString::fromLatin1(caller.outcome)));
        const QVariant name = caller.name == nullptr ? QVariant() : QVariant(QString::fromUtf8(caller.name));
        SampleStore::valueOf(floor.store.database().run(
            QStringLiteral(
                "UPDATE conversation SET \"contact_name\" = ?, \"contact_phone\" = ?, \"time\" = \"time\" + ? "
                "WHERE \"id\" = ?"),
            {name, QString(QLatin1StringView("+3361234567") + number), ids.size() * 60'000'000, ids.last()}));
    }
    return ids;
}

} // namespace earshot
