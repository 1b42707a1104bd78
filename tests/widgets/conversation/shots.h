// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/earshotstyle.h"
#include "widgets/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QStyleFactory>
#include <QWidget>

namespace earshot {

/** Whether pictures are wanted: `EARSHOT_SHOTS` names their folder. */
inline bool areShotsWanted()
{
    return qEnvironmentVariableIsSet("EARSHOT_SHOTS");
}

inline void saveShot(QWidget &widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("EARSHOT_SHOTS");
    QDir().mkpath(folder);
    QApplication::processEvents(); // layouts that wait for their turn
    widget.grab().save(QStringLiteral("%1/%2.png").arg(folder, name));
}

/** The look of the program, for pictures. */
inline void applyLook(bool dark)
{
    static const bool hasStyle = [] {
        QApplication::setStyle(new EarshotStyle);
        QApplication::setFont(QFont(QStringLiteral("Inter"), 10));
        return true;
    }();
    Q_UNUSED(hasStyle);
    QApplication::setPalette(dark ? Theme::darkPalette() : Theme::lightPalette());
}

} // namespace earshot
