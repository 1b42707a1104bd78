// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolBar>

namespace earshot {

class DisplaySettings;
class FilterLine;
class MainActions;
class SegmentedControl;
class StoreReader;
class TimeRangeButton;
class ViewScope;
class ZoneButton;

/** The fixed bar on top: which perspective, the one line of truth with its range and zone, and what is open beside. */
class ToolStrip final : public QToolBar
{
    Q_OBJECT

public:
    /** All must outlive it. */
    ToolStrip(MainActions &actions, ViewScope &scope, StoreReader &reader, DisplaySettings &display,
              QWidget *parent = nullptr);

    FilterLine &filterLine() const { return *m_filterLine; }

    TimeRangeButton &timeRange() const { return *m_timeRange; }

    ZoneButton &zone() const { return *m_zone; }

    /** Range and zone as icons, for windows under 1200. */
    void setNarrow(bool narrow);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addToggle(QAction *action);
    void addGap(int width);
    void retranslate();

    SegmentedControl *m_perspectives;
    FilterLine *m_filterLine;
    TimeRangeButton *m_timeRange;
    ZoneButton *m_zone;
};

} // namespace earshot
