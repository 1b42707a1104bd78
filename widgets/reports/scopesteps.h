// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/viewscope.h"

#include <QList>
#include <QObject>

namespace earshot {

/** Narrows a scope step by step, as brushes and clicks in charts do, and goes back the same way. Who changes the scope
 * elsewhere begins anew. */
class ScopeSteps final : public QObject
{
    Q_OBJECT

public:
    /** @p scope must outlive it. */
    explicit ScopeSteps(ViewScope &scope, QObject *parent = nullptr);

    /** Whole days of the scope's zone become the time range, all else a term over `started`. */
    void narrowToTime(Timestamp from, Timestamp until);

    /** Null stands for the unknown. */
    void narrowToValue(const QString &field, const QString &value);

    /** At least @p fromSeconds and less than @p untilSeconds; 0 leaves the end open. */
    void narrowToDuration(int fromSeconds, int untilSeconds);

    bool canGoBack() const { return !m_steps.isEmpty(); }

    /** False if there is no step to go back. */
    bool goBack();

private:
    void take(const QString &filter, const TimeRange &range);
    QString filterWithout(const QString &field) const;

    ViewScope &m_scope;
    QList<ScopeQuery> m_steps; ///< what was before each step
    bool m_isStepping = false;
};

} // namespace earshot
