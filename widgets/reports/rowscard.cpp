// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/reports/rowscard.h"

#include "models/items/conversationtablemodel.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/labels.h"
#include "widgets/controls/linkbutton.h"
#include "widgets/live/conversationview.h"
#include "widgets/live/overviewstrip.h"
#include "widgets/style/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScopedValueRollback>

#include <array>

namespace earshot {
namespace {

using Column = ConversationColumn;

/** Those of the reports, in their order. */
constexpr std::array c_columns = {Column::Started, Column::Status,   Column::Contact, Column::Source,
                                  Column::Agent,   Column::Duration, Column::Outcome, Column::Value};

} // namespace

RowsCard::RowsCard(ConversationTableModel &rows, DisplaySettings &settings, QWidget *parent)
    : Card(parent)
    , m_rows(rows)
    , m_settings(settings)
    , m_view(new ConversationView(rows, settings, this))
    , m_title(new QLabel(this))
    , m_subtitle(new ElidedLabel(this))
    , m_openInLive(new LinkButton(this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_subtitle->setColorRole(ColorRole::Muted);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics::c_paneMargin, 0, metrics::c_paneMargin, 0);
    head->setSpacing(metrics::c_between);
    head->addWidget(m_title);
    head->addWidget(m_subtitle, 1);
    head->addWidget(m_openInLive);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, metrics::c_between, 1, metrics::c_inner);
    column->setSpacing(metrics::c_inner);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    showColumns();

    connect(m_view, &LiveTable::activated, this, &RowsCard::conversationActivated);
    connect(m_openInLive, &LinkButton::clicked, this, &RowsCard::openInLiveRequested);
    connect(&m_rows, &PagedTableModel::progressed, this, &RowsCard::updateCount);
    connect(&m_rows, &QAbstractItemModel::modelReset, this, &RowsCard::updateCount);
    connect(&m_rows, &QAbstractItemModel::rowsInserted, this, &RowsCard::updateCount);
    connect(&m_settings, &DisplaySettings::changed, this, &RowsCard::updateCount);
    retranslate();
}

void RowsCard::showColumns()
{
    QHeaderView &header = *m_view->table().horizontalHeader();
    for (int column = 0; column < int(Column::Count_); ++column)
        header.setSectionHidden(column, std::ranges::find(c_columns, Column(column)) == c_columns.end());
    for (std::size_t place = 0; place < c_columns.size(); ++place)
        header.moveSection(header.visualIndex(int(c_columns[place])), int(place));
    for (const Column wide : {Column::Contact, Column::Agent}) // they take what the last line leaves free
        header.setSectionResizeMode(int(wide), QHeaderView::Stretch);
    m_view->overview().hide();
    // Days of a year or longer are the rule here.
    m_view->table().setColumnSample(int(Column::Started), {QStringLiteral("2026-05-14 14:32")}, metrics::c_icon);
}

void RowsCard::retranslate()
{
    m_title->setText(tr("Conversations"));
    m_openInLive->setText(tr("Open in Live"));
    setAccessibleName(tr("Conversations"));
    updateCount();
    if (m_isUpdating)
        return;
    const QScopedValueRollback guard(m_isUpdating, true);
    m_title->setFont(metrics::strong(font()));
    m_subtitle->setFont(metrics::caption(font()));
}

void RowsCard::updateCount()
{
    const int rows = m_rows.rowCount();
    const QString shown = m_settings.format().locale.toString(rows);
    //: %1 is a number, in the locale's digits; %n the same for the plural
    const QString counted = tr("%1 row(s), newest first", nullptr, rows).arg(shown);
    //: while more rows are being read
    const QString soFar = tr("%1 row(s) so far, newest first", nullptr, rows).arg(shown);
    m_subtitle->setText(m_rows.isLoading() ? soFar : counted);
}

QString RowsCard::subtitle() const
{
    return m_subtitle->text();
}

void RowsCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
}

} // namespace earshot
