// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"
#include "models/base/result.h"

#include <QElapsedTimer>
#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

class QAbstractItemView;

namespace earshot {

/** Measures, in the running program, what a person waits for: from a delivery's arrival to the painted row, how long a
 * frame takes, and how long the GUI thread was busy at a stretch. Off unless asked for. GUI thread. */
class ArrivalProbe final : public QObject
{
    Q_OBJECT

public:
    /** Watches a view of a conversation table; both must outlive it. */
    ArrivalProbe(QAbstractItemView &view, const Clock &clock, QObject *parent = nullptr);

    /** Medians, high percentiles and counts; times in milliseconds. */
    QJsonObject report() const;

    /** Writes report() to a file, replacing it. */
    Result<void> write(const QString &path) const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void noteRows(int first, int last);
    void noteFrame(double milliseconds);
    void beat();

    QAbstractItemView &m_view;
    const Clock &m_clock;
    std::vector<Timestamp> m_waiting; ///< arrivals whose rows are changed and not painted yet
    QHash<qint64, Timestamp> m_known; ///< the arrival last noted, by conversation
    std::optional<Timestamp> m_firstFrameAt; ///< of the window
    std::vector<double> m_arrivals;
    std::vector<double> m_frames;
    std::vector<double> m_blocks; ///< longer than a beat
    QTimer m_beat{this};
    QElapsedTimer m_sinceBeat;
    bool m_isPainting = false;
};

} // namespace earshot
