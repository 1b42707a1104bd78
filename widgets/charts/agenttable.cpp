// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/charts/agenttable.h"

#include "widgets/charts/chartpaint.h"
#include "widgets/controls/datatable.h"
#include "widgets/controls/rowdelegate.h"
#include "widgets/style/metrics.h"
#include "widgets/style/tabular.h"

#include <QHeaderView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace earshot {
namespace {

constexpr qint64 c_few = 20;
constexpr int c_barHeight = 8;
constexpr int c_barStep = 3; ///< of the heat scale
constexpr qsizetype c_sampled = 20; ///< agents whose names the first column is made wide enough for
constexpr qsizetype c_longestName = 18; ///< letters; longer ones are cut
constexpr int c_most = 99'999; ///< what columns are made wide enough for

class AgentDelegate final : public RowDelegate
{
public:
    AgentDelegate(const AgentModel &model, DisplaySettings &settings, QObject *parent)
        : RowDelegate(settings, parent)
        , m_model(model)
    {
    }

protected:
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const AgentCount &agent = m_model.agents().at(index.row());
        const auto column = AgentColumn(index.column());
        TextStyle style;
        const bool isNobody = column == AgentColumn::Agent && agent.agent.isNull();
        const bool isWeak = column == AgentColumn::Booked && AgentModel::isFew(agent);
        style.color = isNobody || isWeak ? ColorRole::Muted : ColorRole::Text;
        style.tabular = column != AgentColumn::Agent;
        style.alignment = column == AgentColumn::Agent ? Qt::AlignLeading : Qt::AlignTrailing;
        QRect room = contentRect(option);
        if (column == AgentColumn::Conversations)
            room = paintBar(painter, option, room, agent.count);
        paintCellText(painter, option, index, room, m_model.text(agent, column), style);
    }

private:
    /** Returns the room of the figure before the bar. */
    QRect paintBar(QPainter *painter, const QStyleOptionViewItem &option, const QRect &room, qint64 count) const
    {
        const bool mirrored = option.direction == Qt::RightToLeft;
        const int figure =
            int(tabularWidth(option.font, m_model.text({{}, m_model.most(), 0, {}}, AgentColumn::Conversations))) + 2;
        const int barRoom = room.width() - figure - metrics::c_between;
        if (barRoom < c_barHeight)
            return room;
        const qreal length = std::max(2.0, barRoom * double(count) / double(std::max<qint64>(1, m_model.most())));
        QRectF bar(room.left() + figure + metrics::c_between, room.center().y() - c_barHeight / 2 + 1, length,
                   c_barHeight);
        if (mirrored)
            bar.moveRight(room.right() - figure - metrics::c_between);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(heatColor(colorsOf(option.palette), c_barStep));
        painter->drawRoundedRect(bar, 2, 2);
        painter->restore();
        return mirrored ? room.adjusted(room.width() - figure, 0, 0, 0) : room.adjusted(0, 0, figure - room.width(), 0);
    }

    const AgentModel &m_model;
};

} // namespace

AgentModel::AgentModel(DisplaySettings &settings, QObject *parent)
    : QAbstractTableModel(parent)
    , m_settings(settings)
{
}

void AgentModel::setAgents(const QList<AgentCount> &agents)
{
    if (agents.size() != m_agents.size()) {
        beginResetModel();
        m_agents = agents;
        endResetModel();
        return;
    }
    m_agents = agents;
    if (!m_agents.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

qint64 AgentModel::most() const
{
    return m_agents.isEmpty() ? 0 : std::ranges::max(m_agents, {}, &AgentCount::count).count;
}

void AgentModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_agents.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int AgentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_agents.size());
}

int AgentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(AgentColumn::Count_);
}

bool AgentModel::isFew(const AgentCount &agent)
{
    return agent.count < c_few;
}

QString AgentModel::text(const AgentCount &agent, AgentColumn column) const
{
    const QLocale &locale = m_settings.format().locale;
    switch (column) {
    case AgentColumn::Agent:
        return agent.agent.isNull() ? tr("No agent") : agent.agent;
    case AgentColumn::Conversations:
        return countText(agent.count, locale);
    case AgentColumn::Booked:
        return agent.booked == 0 ? noneText() : shareText(agent.booked, agent.count, locale);
    case AgentColumn::Median:
        return agent.medianSeconds ? durationText(*agent.medianSeconds) : noneText();
    case AgentColumn::Count_:
        break;
    }
    return {};
}

QVariant AgentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AgentCount &agent = m_agents[index.row()];
    const auto column = AgentColumn(index.column());
    if (role == Qt::DisplayRole)
        return text(agent, column);
    if (role == Qt::ToolTipRole && column == AgentColumn::Booked && isFew(agent))
        return tr("Few conversations");
    if (role == Qt::AccessibleTextRole)
        return QString(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString() + QLatin1StringView(", ")
                       + text(agent, column));
    return {};
}

QVariant AgentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section > int(AgentColumn::Conversations))
        return QVariant::fromValue(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (AgentColumn(section)) {
    case AgentColumn::Agent:
        return tr("Agent");
    case AgentColumn::Conversations:
        return tr("Conversations");
    case AgentColumn::Booked:
        return tr("Booked");
    case AgentColumn::Median:
        return tr("Median");
    case AgentColumn::Count_:
        break;
    }
    return {};
}

AgentTable::AgentTable(DisplaySettings &settings, QWidget *parent)
    : Chart(settings, parent)
    , m_model(new AgentModel(settings, this))
    , m_view(new DataTable(settings, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_view);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new AgentDelegate(*m_model, settings, m_view));
    m_view->setSortingEnabled(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->horizontalHeader()->setSectionsClickable(false);
    m_view->horizontalHeader()->setSortIndicatorShown(false);
    m_view->horizontalHeader()->setStretchLastSection(false);
    m_view->horizontalHeader()->setSectionResizeMode(int(AgentColumn::Conversations), QHeaderView::Stretch);
    setFocusProxy(m_view);
    connect(m_view, &DataTable::rowActivated, this, [this](const QModelIndex &index) {
        if (index.row() < agents().size())
            Q_EMIT agentActivated(agents()[index.row()].agent);
    });
    refresh();
}

void AgentTable::setData(const ChartData &counted)
{
    m_model->setAgents(counted.agents);
    sampleNames();
    updateSummary();
}

void AgentTable::refresh()
{
    setAccessibleName(tr("Agents"));
    m_view->setAccessibleName(tr("Agents"));
    m_model->retranslate();
    sampleNames();
    m_view->setColumnSample(int(AgentColumn::Booked), {shareText(c_most, 2 * c_most, locale())});
    m_view->setColumnSample(int(AgentColumn::Median), {durationText(600)});
    updateSummary();
}

void AgentTable::sampleNames()
{
    QStringList names = {tr("No agent")};
    for (const AgentCount &agent : agents().first(std::min(c_sampled, agents().size())))
        names.append(agent.agent.left(c_longestName));
    if (names == m_sampled)
        return;
    m_sampled = names;
    m_view->setColumnSample(int(AgentColumn::Agent), names);
}

ChartTable AgentTable::table() const
{
    ChartTable table;
    for (int column = 0; column < m_model->columnCount(); ++column)
        table.headings.append(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    for (const AgentCount &agent : agents()) {
        QStringList row;
        for (int column = 0; column < m_model->columnCount(); ++column)
            row.append(m_model->text(agent, AgentColumn(column)));
        table.rows.append(row);
    }
    return table;
}

QString AgentTable::summary() const
{
    if (agents().isEmpty())
        return tr("Table with bars. No conversations.");
    const AgentCount &most = agents().first();
    return tr("Table with bars. Most: %1, %2.")
        .arg(m_model->text(most, AgentColumn::Agent), m_model->text(most, AgentColumn::Conversations));
}

QSize AgentTable::sizeHint() const
{
    return {340, 180};
}

QSize AgentTable::minimumSizeHint() const
{
    return {200, 100};
}

} // namespace earshot
