// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/style/format.h"
#include "widgets/style/metrics.h"

#include <QObject>

namespace earshot {

/** How rows and values are shown, shared by every view of a window. GUI thread. */
class DisplaySettings final : public QObject
{
    Q_OBJECT

public:
    /** @p clock must outlive it. */
    explicit DisplaySettings(const Clock &clock, QObject *parent = nullptr);

    const ValueFormat &format() const { return m_format; }

    Timestamp now() const { return m_clock.now(); }

    metrics::Density density() const { return m_density; }

    void setLocale(const QLocale &locale);
    void setZone(const QTimeZone &zone);
    void setTimeDisplay(TimeDisplay display);
    void setDensity(metrics::Density density);

Q_SIGNALS:
    /** Something is to be painted anew, or laid out anew. */
    void changed();

private:
    const Clock &m_clock;
    ValueFormat m_format;
    metrics::Density m_density = metrics::Density::Normal;
};

} // namespace earshot
