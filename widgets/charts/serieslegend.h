// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/colors.h"

#include <QAbstractButton>
#include <QWidget>

namespace earshot {

/** One entry of a legend: a swatch and a word; off while its series is hidden. */
class LegendEntry final : public QAbstractButton
{
    Q_OBJECT

public:
    LegendEntry(const QString &word, ColorRole color, bool hatched, QWidget *parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    ColorRole m_color;
    bool m_isHatched;
};

/** The series of a chart in stacking order. A click hides one or shows it again, Alt+click shows it alone; what stands
 * alone shows all again. */
class SeriesLegend final : public QWidget
{
    Q_OBJECT

public:
    struct Entry {
        QString word;
        ColorRole color = ColorRole::Muted;
        bool hatched = false;

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    explicit SeriesLegend(QWidget *parent = nullptr);

    /** All are shown afterwards, unless the entries are those that were there. */
    void setEntries(const QList<Entry> &entries);

    bool isShown(qsizetype entry) const;

    /** Shows this one alone, or all if it is alone already. */
    void isolate(qsizetype entry);

    QSize sizeHint() const override;

Q_SIGNALS:
    void shownChanged();

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void clicked(qsizetype entry);

    /** In as many lines as it takes. */
    void arrange();

    QList<Entry> m_entries;
    QList<LegendEntry *> m_buttons;
};

} // namespace earshot
