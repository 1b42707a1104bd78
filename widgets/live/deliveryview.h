// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/live/livetable.h"

namespace earshot {

class DeliveryTableModel;
class DeliveryWords;

/** The table of deliveries: what came in, as it came, and what became of it. */
class DeliveryView final : public LiveTable
{
    Q_OBJECT

public:
    /** Both must outlive it. */
    DeliveryView(DeliveryTableModel &model, DisplaySettings &display, QWidget *parent = nullptr);

    /** Rows from elsewhere, whose RowRole is a DeliveryListRowPtr and whose columns are DeliveryColumn. */
    DeliveryView(std::unique_ptr<LiveRows> rows, DisplaySettings &display, QWidget *parent = nullptr);

protected:
    void retranslate() override;

private:
    DeliveryView(std::unique_ptr<LiveRows> rows, std::unique_ptr<DeliveryWords> words, DisplaySettings &display,
                 QWidget *parent);

    void setColumnWidths();
};

} // namespace earshot
