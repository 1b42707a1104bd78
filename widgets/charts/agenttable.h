// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/chartdata.h"
#include "widgets/charts/chart.h"

#include <QAbstractTableModel>

namespace earshot {

class DataTable;

enum class AgentColumn { Agent, Conversations, Booked, Median, Count_ };

/** The agents of a scope as rows. */
class AgentModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit AgentModel(DisplaySettings &settings, QObject *parent = nullptr);

    void setAgents(const QList<AgentCount> &agents);

    const QList<AgentCount> &agents() const { return m_agents; }

    qint64 most() const;

    /** Headings are in another language. */
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    QString text(const AgentCount &agent, AgentColumn column) const;

    /** Too few for a share to say much. */
    static bool isFew(const AgentCount &agent);

private:
    DisplaySettings &m_settings;
    QList<AgentCount> m_agents;
};

/** Who: conversations with a bar, the share that was booked, the median duration. */
class AgentTable final : public Chart
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit AgentTable(DisplaySettings &settings, QWidget *parent = nullptr);

    void setData(const ChartData &counted);

    const QList<AgentCount> &agents() const { return m_model->agents(); }

    ChartTable table() const override;
    QString summary() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /** Enter or a double click; null for "No agent". */
    void agentActivated(const QString &agent);

protected:
    void refresh() override;

private:
    void sampleNames();

    AgentModel *m_model;
    DataTable *m_view;
    QStringList m_sampled; ///< names that the first column is as wide as
};

} // namespace earshot
