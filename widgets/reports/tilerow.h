// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/chartdata.h"
#include "widgets/charts/tile.h"
#include "widgets/style/displaysettings.h"

class QGridLayout;

namespace earshot {

class ReportWords;

/** The figures on top of the board: conversations, answered, booked, median duration, and the estimated value of what
 * was booked, a tile for each currency. */
class TileRow final : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype c_mostCurrencies = 3;

    /** @p settings must outlive it. */
    explicit TileRow(DisplaySettings &settings, QWidget *parent = nullptr);

    void setData(const ChartData &counted);

    Tile &conversations() const { return *m_conversations; }

    Tile &answered() const { return *m_answered; }

    Tile &booked() const { return *m_booked; }

    Tile &median() const { return *m_median; }

    /** The currency of the most conversations first; empty without money. */
    const QList<Tile *> &money() const { return m_money; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showConversations(const ChartData &counted, const ReportWords &words);
    void showAnswered(const ChartData &counted, const ReportWords &words);
    void showBooked(const ChartData &counted, const ReportWords &words);
    void showMedian(const ChartData &counted, const ReportWords &words);
    void showMoney(const ChartData &counted, const ReportWords &words);
    void arrange();

    const QLocale &locale() const { return m_settings.format().locale; }

    DisplaySettings &m_settings;
    QGridLayout *m_grid;
    Tile *m_conversations;
    Tile *m_answered;
    Tile *m_booked;
    Tile *m_median;
    QList<Tile *> m_money;
    int m_columns = 0;
};

} // namespace earshot
