// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/mainwindow/mainactions.h"

#include <QHash>

class QMainWindow;
class QSettings;

namespace earshot {

/** How the window is arranged in each perspective: docks, bars, sizes; of its own while it is narrow. Kept while it
 * runs and, through the settings, until the next start. */
class WindowLayout
{
public:
    /** @p window must outlive it. */
    explicit WindowLayout(QMainWindow &window);

    /** Reads what was kept; the window's place is taken at once. */
    void load(const QSettings &settings);
    void save(QSettings &settings) const;

    /** Which arrangements are meant from now on: those of a narrow window. */
    void setNarrow(bool narrow) { m_isNarrow = narrow; }

    /** Keeps the window's present arrangement for @p perspective. */
    void keep(Perspective perspective);

    /** Arranges the window as it was kept; false if nothing was kept and the caller arranges it as it comes. */
    bool arrange(Perspective perspective);

    void forget(Perspective perspective);

private:
    int placeOf(Perspective perspective) const;

    QMainWindow &m_window;
    QHash<int, QByteArray> m_states; ///< by Perspective, those of a narrow window after the others
    bool m_isNarrow = false;
};

} // namespace earshot
