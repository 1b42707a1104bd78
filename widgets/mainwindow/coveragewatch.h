// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/storereader.h"
#include "models/store/coverage.h"
#include "widgets/style/displaysettings.h"

#include <QObject>
#include <QTimer>

namespace earshot {

/** Looks now and then whether Earshot was away in the last day while something was likely to come, and says so once for
 * each time. Of the GUI thread; reads elsewhere. */
class CoverageWatch final : public QObject
{
    Q_OBJECT

public:
    /** Both must outlive it. Looks soon, then every @p interval. */
    CoverageWatch(StoreReader &reader, DisplaySettings &display,
                  std::chrono::milliseconds interval = std::chrono::minutes(1), QObject *parent = nullptr);

    void look();

    /** Says nothing more of what it has told. */
    void dismiss();

    /** Gaps that ended until then are told; to be kept over restarts. */
    Timestamp dismissed() const { return m_dismissed; }

    void setDismissed(Timestamp time) { m_dismissed = time; }

    /** Words anew, after a change of language. */
    void retranslate();

Q_SIGNALS:
    /** What there is to say; empty once there is nothing (any more). */
    void noticed(const QString &text);

private:
    void take(const Coverage &coverage);

    StoreReader &m_reader;
    DisplaySettings &m_display;
    Coverage m_coverage; ///< as last read, with the gaps that were dismissed taken out
    Timestamp m_dismissed = Timestamp::min(); ///< gaps that ended until then are told
    QString m_text;
    QTimer m_timer;
};

} // namespace earshot
