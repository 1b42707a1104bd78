// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/conversationview.h"

#include "models/items/conversationtablemodel.h"
#include "models/items/roles.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/monogram.h"
#include "widgets/live/conversationdelegate.h"
#include "widgets/style/format.h"
#include "widgets/style/forwardingwords.h"
#include "widgets/style/metrics.h"

#include <QHeaderView>

namespace earshot {
namespace {

using Column = ConversationColumn;

constexpr int c_gutter = 34;
constexpr int c_leastLastLine = 60;
constexpr int c_beforeWord = metrics::c_icon + metrics::c_between;

QStringList statusWords()
{
    QStringList words = {statusLook(Status::InProgress, true).word};
    for (int status = 0; status <= int(Status::AssumedEnded); ++status)
        words.append(statusLook(Status(status)).word);
    return words;
}

QStringList forwardingWords()
{
    QStringList words;
    for (int state = 0; state <= int(ForwardingState::Discarded); ++state)
        words.append(forwardingLook(ForwardingState(state)).word);
    return words;
}

QStringList outcomeWords()
{
    QStringList words;
    for (const QString &outcome : knownOutcomes())
        words.append(outcomeLook(outcome).word);
    return words;
}

/** How times of the last week are written. */
QStringList timeSamples(const DisplaySettings &display)
{
    QStringList times;
    for (int day = 0; day < 7; ++day)
        times.append(timeText(display.now() - std::chrono::days(day), display.format(), display.now()));
    return times;
}

} // namespace

ConversationView::ConversationView(ConversationTableModel &model, DisplaySettings &display, QWidget *parent)
    : ConversationView(liveRowsOf(model), display, parent)
{
}

ConversationView::ConversationView(std::unique_ptr<LiveRows> rows, DisplaySettings &display, QWidget *parent)
    : ConversationView(std::move(rows), std::make_unique<ConversationWords>(display), display, parent)
{
}

ConversationView::ConversationView(std::unique_ptr<LiveRows> rows, std::unique_ptr<ConversationWords> words,
                                   DisplaySettings &display, QWidget *parent)
    : LiveTable(std::move(rows), std::move(words), display, int(Column::Started), {int(Column::Gutter)}, parent)
{
    const auto &conversationWords = static_cast<const ConversationWords &>(this->words()); // NOLINT: made above
    setRowDelegate(new ConversationDelegate(display, conversationWords, this));
    retranslate();
    columns().hideByDefault({int(Column::Agent), int(Column::Channel), int(Column::Value), int(Column::Messages),
                             int(Column::Forwarding), int(Column::Campaign), int(Column::Intent)});
    columns().noteDefaultLayout();
    connect(&columns(), &TableColumns::wasReset, this, &ConversationView::setColumnWidths);
}

void ConversationView::retranslate()
{
    table().setAccessibleName(tr("Conversations"));
    setColumnWidths();
    LiveTable::retranslate();
}

void ConversationView::setColumnWidths()
{
    QHeaderView *header = table().horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(int(Column::Gutter), QHeaderView::Fixed);
    header->resizeSection(int(Column::Gutter), c_gutter);
    header->setSectionResizeMode(int(Column::LastLine), QHeaderView::Stretch);
    const auto sample = [this](Column column, const QStringList &texts, int extra = 0) {
        table().setColumnSample(int(column), texts, extra);
    };
    sample(Column::Started, timeSamples(display()));
    sample(Column::Status, statusWords(), c_beforeWord);
    sample(Column::Contact, {QStringLiteral("+44 7700 900 4828"), QStringLiteral("Mara Lindqvist")});
    sample(Column::Source, {QStringLiteral("Front desk")}, int(monogramSize().width()) + metrics::c_between);
    sample(Column::Duration, {estimatedText(durationText(9 * 60 + 59)), durationText(3600 * 10)});
    sample(Column::Outcome, outcomeWords(), c_beforeWord);
    sample(Column::Agent, {QStringLiteral("Nora Blythe-Jones")});
    sample(Column::Channel,
           {QString(channelLook(QStringLiteral("whatsapp")).word + u" · " + directionWord(Direction::Outbound))});
    sample(Column::Value, {estimatedText(moneyText(9'999'999, QStringLiteral("USD"), display().format().locale))});
    sample(Column::Messages, {QStringLiteral("999")});
    sample(Column::Forwarding, forwardingWords(), c_beforeWord);
    sample(Column::Campaign, {QStringLiteral("spring-sale-2026")});
    sample(Column::Intent, {QStringLiteral("REQUEST_QUOTE")});
    const int monogram = int(monogramSize().width()) + 2 * DataTable::cellPadding();
    const int letter = table().fontMetrics().averageCharWidth();
    const int iconOnly = metrics::c_icon + 2 * DataTable::cellPadding();
    columnFit().setColumns(int(Column::LastLine), c_leastLastLine,
                           {{int(Column::Source), monogram},
                            {int(Column::Contact), 11 * letter + 2 * DataTable::cellPadding()},
                            {int(Column::Outcome), iconOnly},
                            {int(Column::Status), iconOnly},
                            {int(Column::Contact), 6 * letter + 2 * DataTable::cellPadding()}});
}

void ConversationView::tickRow(int row)
{
    const QModelIndex cell = table().model()->index(row, int(Column::Duration));
    const auto conversation = cell.data(RowRole).value<ConversationListRowPtr>();
    if (conversation && conversation->isRunning)
        table().update(cell);
}

} // namespace earshot
