// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/payload/payloadtableview.h"

#include "widgets/style/metrics.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>

#include <algorithm>

namespace earshot {
namespace {

constexpr qsizetype c_previewBytes = 600; // of a part's value

/** Header bytes are ISO 8859-1 where they are not UTF-8 (RFC 9110 section 5.5). */
QString headerText(const QByteArray &bytes)
{
    return bytes.isValidUtf8() ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

QString previewOf(const QByteArray &value)
{
    return QString::fromUtf8(value.first(std::min(value.size(), c_previewBytes))).simplified();
}

bool isNameColumn(const QModelIndex &index)
{
    return index.column() == 0;
}

} // namespace

void PayloadRowsModel::setRows(const QList<QStringList> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void PayloadRowsModel::setHeadings(const QStringList &headings)
{
    const bool isNew = headings.size() != m_headings.size();
    if (isNew)
        beginResetModel();
    m_headings = headings;
    if (isNew)
        endResetModel();
    else
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, int(m_headings.size()) - 1);
}

int PayloadRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PayloadRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headings.size());
}

QVariant PayloadRowsModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::DisplayRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return m_rows[index.row()].value(index.column());
}

QVariant PayloadRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_headings.value(section);
}

void PayloadRowsDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    TextStyle style;
    style.ownDirection = false;
    style.color = isNameColumn(index) ? ColorRole::PayloadKey : ColorRole::Text;
    if (!isNameColumn(index))
        style.font = metrics::mono(option.font);
    paintCellText(painter, option, index, contentRect(option), cellText(index), style);
}

int PayloadRowsDelegate::neededWidth(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFont font = isNameColumn(index) ? option.font : metrics::mono(option.font);
    return QFontMetrics(font).horizontalAdvance(cellText(index));
}

PayloadTableView::PayloadTableView(Kind kind, DisplaySettings &display, QWidget *parent)
    : DataTable(display, parent)
    , m_kind(kind)
    , m_delegate(display)
{
    retranslate();
    setModel(&m_model);
    setItemDelegate(&m_delegate);
    setSelectionMode(ExtendedSelection);
    setFrameShape(QFrame::NoFrame);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSortIndicatorShown(false);
    horizontalHeader()->setSectionsClickable(false);
    auto *copy = new QAction(this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, [this] { QApplication::clipboard()->setText(copyText()); });
    addAction(copy);
    if (kind == Kind::Headers) {
        setColumnSample(0, {QStringLiteral("X-Forwarded-Protocol")});
        return;
    }
    setColumnSample(0, {QStringLiteral("conversation_id")});
    setColumnSample(1, {QStringLiteral("application/json; q=1")});
    setColumnSample(2, {QStringLiteral("conversation.json")});
    setColumnSample(3, {QStringLiteral("1,023 kB")});
}

void PayloadTableView::setHeaders(const QList<HeaderField> &headers)
{
    QList<QStringList> rows;
    for (const HeaderField &header : headers)
        rows.append({headerText(header.name), headerText(header.value)});
    m_model.setRows(rows);
}

void PayloadTableView::setParts(const QList<FormPart> &parts)
{
    m_parts = parts;
    QList<QStringList> rows;
    for (const FormPart &part : parts)
        rows.append({part.name, part.contentType.isEmpty() ? noneText() : part.contentType,
                     part.fileName.isEmpty() ? noneText() : part.fileName,
                     sizeText(part.value.size(), settings().format().locale), previewOf(part.value)});
    m_model.setRows(rows);
    setColumnHidden(1, std::ranges::all_of(parts, [](const FormPart &part) { return part.contentType.isEmpty(); }));
    setColumnHidden(2, std::ranges::all_of(parts, [](const FormPart &part) { return part.fileName.isEmpty(); }));
}

QString PayloadTableView::copyText() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    if (rows.isEmpty()) {
        for (int row = 0; row < m_model.rowCount(); ++row)
            rows.append(m_model.index(row, 0));
    }
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows)) {
        const QString value = m_kind == Kind::Parts ? QString::fromUtf8(m_parts[row.row()].value)
                                                    : row.siblingAtColumn(1).data().toString();
        lines.append(QString(row.data().toString() + QStringLiteral(": ") + value));
    }
    return lines.join(QLatin1Char('\n'));
}

void PayloadTableView::changeEvent(QEvent *event)
{
    DataTable::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PayloadTableView::retranslate()
{
    const bool isHeaders = m_kind == Kind::Headers;
    setAccessibleName(isHeaders ? tr("Header fields") : tr("Parts of the form"));
    if (isHeaders)
        m_model.setHeadings({tr("Name"), tr("Value")});
    else
        m_model.setHeadings({tr("Name"), tr("Content type"), tr("File name"), tr("Size"), tr("Value")});
}

} // namespace earshot
