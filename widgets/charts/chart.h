// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/displaysettings.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QPaintDevice;

namespace earshot {

/** The numbers of a chart as rows of words; the first column names, the others are figures. */
struct ChartTable {
    QStringList headings;
    QList<QStringList> rows;
};

/** What every chart has in common: it says its numbers as a table, can be written to a file, shows a tip at a mark, and
 * answers T (as table) and F2 (explain). It stands in a ChartPanel. */
class Chart : public QWidget
{
    Q_OBJECT

public:
    ~Chart() override;

    /** The same numbers as are drawn. */
    virtual ChartTable table() const = 0;

    /** Type, range and extremes in a sentence, for those who do not see it. */
    virtual QString summary() const = 0;

    /** Paints the chart as it stands. */
    virtual void paintTo(QPaintDevice &device);

    /** As on the screen, at @p scale pixels to one of it. */
    QImage picture(qreal scale);

    /** False where the file cannot be written. */
    bool saveSvg(const QString &path);
    bool savePng(const QString &path);

Q_SIGNALS:
    void tableRequested();
    void explainRequested();

    /** All rows that the chart counts. */
    void rowsRequested();

protected:
    /** @p settings must outlive it. */
    explicit Chart(DisplaySettings &settings, QWidget *parent = nullptr);

    DisplaySettings &settings() const { return m_settings; }

    const QLocale &locale() const { return m_settings.format().locale; }

    /** Plain text near @p position, in the chart's coordinates; empty hides it. */
    void showTip(const QPointF &position, const QString &text);

    /** Says summary() to assistive tools; call after each change of the numbers. */
    void updateSummary();

    /** Words or colours are to be read anew. */
    virtual void refresh() = 0;

    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    DisplaySettings &m_settings;
    QLabel *m_tip = nullptr; ///< a window of its own
};

} // namespace earshot
