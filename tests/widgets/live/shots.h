// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QWidget>

#include <functional>

namespace earshot {

/** Pictures for people, light and dark, in the folder that EARSHOT_SHOTS names; none without it. */
inline void takeShots(const QString &name, const std::function<std::unique_ptr<QWidget>()> &make)
{
    const QString folder = qEnvironmentVariable("EARSHOT_SHOTS");
    if (folder.isEmpty())
        return;
    Theme theme;
    QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        theme.choose(choice);
        const std::unique_ptr<QWidget> widget = make();
        widget->show();
        QCoreApplication::processEvents();
        const QString suffix = choice == ThemeChoice::Light ? QStringLiteral("light") : QStringLiteral("dark");
        widget->grab().save(QDir(folder).filePath(QString(name + u'-' + suffix + u".png")));
    }
}

} // namespace earshot
