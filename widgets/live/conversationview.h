// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/live/livetable.h"

namespace earshot {

class ConversationTableModel;
class ConversationWords;

/** The table of conversations: one row each, running ones counting. */
class ConversationView final : public LiveTable
{
    Q_OBJECT

public:
    /** Both must outlive it. */
    ConversationView(ConversationTableModel &model, DisplaySettings &display, QWidget *parent = nullptr);

    /** Rows from elsewhere, whose RowRole is a ConversationListRowPtr and whose columns are ConversationColumn. */
    ConversationView(std::unique_ptr<LiveRows> rows, DisplaySettings &display, QWidget *parent = nullptr);

protected:
    void tickRow(int row) override;
    void retranslate() override;

private:
    ConversationView(std::unique_ptr<LiveRows> rows, std::unique_ptr<ConversationWords> words, DisplaySettings &display,
                     QWidget *parent);

    void setColumnWidths();
};

} // namespace earshot
