// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/deliveryview.h"

#include "models/domain/delivery.h"
#include "models/items/deliverytablemodel.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/monogram.h"
#include "widgets/live/deliverydelegate.h"
#include "widgets/style/format.h"
#include "widgets/style/metrics.h"
#include "widgets/style/words.h"

#include <QHeaderView>

namespace earshot {
namespace {

using Column = DeliveryColumn;

constexpr int c_verdict = 26;
constexpr int c_leastKind = 150;

QStringList stateWords()
{
    QStringList words;
    for (int state = 0; state <= int(DeliveryState::Erased); ++state)
        words.append(deliveryStateLook(deliveryStateText(DeliveryState(state))).word);
    return words;
}

} // namespace

DeliveryView::DeliveryView(DeliveryTableModel &model, DisplaySettings &display, QWidget *parent)
    : DeliveryView(liveRowsOf(model), display, parent)
{
}

DeliveryView::DeliveryView(std::unique_ptr<LiveRows> rows, DisplaySettings &display, QWidget *parent)
    : DeliveryView(std::move(rows), std::make_unique<DeliveryWords>(display), display, parent)
{
}

DeliveryView::DeliveryView(std::unique_ptr<LiveRows> rows, std::unique_ptr<DeliveryWords> words,
                           DisplaySettings &display, QWidget *parent)
    : LiveTable(std::move(rows), std::move(words), display, int(Column::Received), {int(Column::Verdict)}, parent)
{
    const auto &deliveryWords = static_cast<const DeliveryWords &>(this->words()); // NOLINT: made above
    setRowDelegate(new DeliveryDelegate(display, deliveryWords, this));
    retranslate();
    columns().noteDefaultLayout();
    connect(&columns(), &TableColumns::wasReset, this, &DeliveryView::setColumnWidths);
}

void DeliveryView::retranslate()
{
    table().setAccessibleName(tr("Deliveries"));
    setColumnWidths();
    LiveTable::retranslate();
}

void DeliveryView::setColumnWidths()
{
    QHeaderView *header = table().horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(int(Column::Verdict), QHeaderView::Fixed);
    header->resizeSection(int(Column::Verdict), c_verdict);
    header->setSectionResizeMode(int(Column::Kind), QHeaderView::Stretch);
    const auto now = display().now();
    table().setColumnSample(int(Column::Received), {timeWithMillisecondsText(now, display().format(), now)});
    table().setColumnSample(int(Column::State), stateWords(), metrics::c_icon + metrics::c_between);
    table().setColumnSample(int(Column::Source), {QStringLiteral("Appointments")},
                            int(monogramSize().width()) + metrics::c_between);
    table().setColumnSample(int(Column::Size), {sizeText(999'949, display().format().locale)});
    const int monogram = int(monogramSize().width()) + 2 * DataTable::cellPadding();
    columnFit().setColumns(
        int(Column::Kind), c_leastKind,
        {{int(Column::Source), monogram}, {int(Column::State), metrics::c_icon + 2 * DataTable::cellPadding()}});
}

} // namespace earshot
