// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/conversation/timeline.h"
#include "widgets/style/displaysettings.h"

#include <QAbstractListModel>
#include <QListView>

namespace earshot {

/** The events of one conversation, in words. GUI thread. */
class TimelineModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit TimelineModel(DisplaySettings &settings, QObject *parent = nullptr);

    /** Rows that are already there stay, those behind them come anew. */
    void setRows(const QList<TimelineRow> &rows);

    const TimelineRow &row(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;

    /** DisplayRole says the whole row. */
    QVariant data(const QModelIndex &index, int role) const override;

    QString timeWords(int row) const;
    QString kindWords(int row) const;

    /** "Status: In progress → Completed, Duration: 7:32", or null. */
    QString changeWords(int row) const;

private:
    QString toolTip(int row) const;

    DisplaySettings &m_settings;
    QList<TimelineRow> m_rows;
};

/** What happened to a conversation, an event a row: when, what, what it changed, and the delivery that told. */
class TimelineView final : public QListView
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit TimelineView(DisplaySettings &settings, QWidget *parent = nullptr);

    void setRows(const QList<TimelineRow> &rows);

    void keyboardSearch(const QString &search) override;

Q_SIGNALS:
    /** Enter, a double click, or a click on a row's link. */
    void deliveryRequested(qint64 delivery);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    bool isOnLink(QPoint position) const;
    void request(const QModelIndex &index);
    void relayOut();

    TimelineModel m_model;
};

} // namespace earshot
