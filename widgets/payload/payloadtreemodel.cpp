// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/payload/payloadtreemodel.h"

#include <algorithm>

namespace earshot {
namespace {

constexpr qsizetype c_shownCharacters = 300; // of a value in its cell
constexpr qsizetype c_toolTipCharacters = 2000;
constexpr std::chrono::hours c_near(24); // to the arrival, for a distance to say something

bool isContainer(JsonType type)
{
    return type == JsonType::Object || type == JsonType::Array;
}

/** One line: line ends are shown, other control characters are blanks. */
QString onOneLine(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\u21B5")).replace(QLatin1Char('\n'), QChar(0x21B5));
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = QLatin1Char(' ');
    }
    return text;
}

} // namespace

PayloadTreeModel::PayloadTreeModel(DisplaySettings &display, QObject *parent)
    : QAbstractItemModel(parent)
    , m_display(display)
{
    connect(&display, &DisplaySettings::changed, this, [this] {
        const QModelIndex top = index(0, int(PayloadColumn::ReadAs));
        if (top.isValid())
            Q_EMIT dataChanged(top, top);
    });
}

void PayloadTreeModel::setContent(const PayloadContentPtr &content)
{
    beginResetModel();
    m_content = content && content->outline ? content : PayloadContentPtr();
    endResetModel();
}

int PayloadTreeModel::nodeOf(const QModelIndex &index)
{
    return index.isValid() ? int(index.internalId()) : -1;
}

QModelIndex PayloadTreeModel::indexOfNode(int node, int column) const
{
    if (!m_content || node < 0 || node >= m_content->outline->size())
        return {};
    return createIndex(m_content->outline->node(node).row, column, quintptr(node));
}

ValueReading PayloadTreeModel::reading(const QModelIndex &index) const
{
    return m_content ? m_content->readings.byNode.value(nodeOf(index)) : ValueReading();
}

QString PayloadTreeModel::copyText(const QModelIndex &index) const
{
    return m_content && index.isValid() ? m_content->outline->text(nodeOf(index)) : QString();
}

QModelIndex PayloadTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const int node = parent.isValid() ? m_content->outline->child(nodeOf(parent), row) : 0;
    return createIndex(row, column, quintptr(node));
}

QModelIndex PayloadTreeModel::parent(const QModelIndex &child) const
{
    if (!m_content || !child.isValid())
        return {};
    return indexOfNode(m_content->outline->node(nodeOf(child)).parent);
}

int PayloadTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!m_content || parent.column() > 0)
        return 0;
    return parent.isValid() ? m_content->outline->node(nodeOf(parent)).children : 1;
}

int PayloadTreeModel::columnCount(const QModelIndex & /*parent*/) const
{
    return int(PayloadColumn::Count_);
}

QVariant PayloadTreeModel::data(const QModelIndex &index, int role) const
{
    if (!m_content || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int node = nodeOf(index);
    const auto column = PayloadColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(node, column);
    case Qt::ToolTipRole:
        return toolTip(node, column);
    case TypeRole:
        return int(m_content->outline->node(node).type);
    case NodeRole:
        return node;
    default:
        return {};
    }
}

QVariant PayloadTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (PayloadColumn(section)) {
    case PayloadColumn::Field:
        return tr("Field");
    case PayloadColumn::Value:
        return tr("Value");
    case PayloadColumn::ReadAs:
        //: Heading of a column: what a value of a payload was understood as, such as an amount of money or a time
        return tr("Read as");
    case PayloadColumn::Count_:
        break;
    }
    return {};
}

QVariant PayloadTreeModel::text(int node, PayloadColumn column) const
{
    switch (column) {
    case PayloadColumn::Field:
        return fieldText(node);
    case PayloadColumn::Value:
        return valueText(node);
    case PayloadColumn::ReadAs:
        return readAsText(node);
    case PayloadColumn::Count_:
        break;
    }
    return {};
}

QString PayloadTreeModel::fieldText(int node) const
{
    const JsonNode &value = m_content->outline->node(node);
    if (value.parent < 0) {
        //: The top of the tree: all that was sent
        return m_content->form == PayloadForm::Fields ? tr("Form") : tr("Body");
    }
    const QString name = m_content->outline->name(node);
    return name.isNull() ? QString::number(value.row) : onOneLine(name);
}

QString PayloadTreeModel::valueText(int node) const
{
    const JsonType type = m_content->outline->node(node).type;
    if (isContainer(type))
        return {};
    const QString text = m_content->outline->text(node, c_shownCharacters);
    return type == JsonType::Text ? QString(QLatin1Char('"') + onOneLine(text) + QLatin1Char('"')) : text;
}

QString PayloadTreeModel::readAsText(int node) const
{
    const JsonNode &value = m_content->outline->node(node);
    if (value.type == JsonType::Object)
        return tr("%n fields", nullptr, value.children);
    if (value.type == JsonType::Array)
        //: Of a list in a payload
        return tr("%n items", nullptr, value.children);
    const ValueReading reading = m_content->readings.byNode.value(node);
    if (reading.time)
        return timeReading(*reading.time);
    if (reading.minor)
        return moneyText(*reading.minor, m_content->readings.currency, m_display.format().locale);
    if (!reading.phone.isNull()) {
        const QString phone = phoneText(reading.phone);
        //: %1: a phone number, %2: the field it became
        return reading.field.isNull() ? phone : tr("%1, %2").arg(phone, reading.field);
    }
    return reading.field;
}

QString PayloadTreeModel::timeReading(Timestamp time) const
{
    const QString shown = timeText(time, m_display.format(), m_display.now());
    const auto before = m_content->delivery.receivedAt - time;
    if (std::chrono::abs(before) >= c_near)
        return shown;
    const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::abs(before)).count();
    if (seconds == 0)
        //: %1: a time stamp in a payload; it says the second in which the payload arrived
        return tr("%1, at arrival").arg(shown);
    const QString distance = durationSentence(seconds);
    //: %1: a time stamp in a payload, %2: how much earlier it is than the payload's arrival, as in "4 s"
    return before.count() > 0 ? tr("%1, %2 before arrival").arg(shown, distance)
                              : tr("%1, %2 after arrival").arg(shown, distance);
}

QString PayloadTreeModel::toolTip(int node, PayloadColumn column) const
{
    if (column != PayloadColumn::ReadAs) {
        const bool isWhole = isContainer(m_content->outline->node(node).type);
        return isWhole ? m_content->outline->path(node) : m_content->outline->text(node, c_toolTipCharacters);
    }
    const ValueReading reading = m_content->readings.byNode.value(node);
    QStringList lines;
    if (reading.time)
        lines.append(timeTooltip(*reading.time, m_display.format(), m_display.now()));
    if (!reading.field.isNull())
        //: %1: name of a field of the conversation's record
        lines.append(tr("Became the field %1").arg(reading.field));
    return lines.isEmpty() ? readAsText(node) : lines.join(QLatin1Char('\n'));
}

} // namespace earshot
