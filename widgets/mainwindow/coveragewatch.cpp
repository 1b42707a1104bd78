// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/mainwindow/coveragewatch.h"

#include "widgets/coverage/coveragewords.h"

namespace earshot {
namespace {

constexpr std::chrono::hours c_lookedBack(24);

} // namespace

CoverageWatch::CoverageWatch(StoreReader &reader, DisplaySettings &display, std::chrono::milliseconds interval,
                             QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_display(display)
{
    m_timer.callOnTimeout(this, &CoverageWatch::look);
    m_timer.start(interval);
    QTimer::singleShot(0, this, &CoverageWatch::look);
}

void CoverageWatch::look()
{
    const Timestamp now = m_display.now();
    m_reader
        .read<Coverage>(
            [now](const Database &database) { return readCoverage(database, {now - c_lookedBack, now}, now); })
        .then(this, [this](const Result<Coverage> &coverage) {
            if (coverage) // what is wrong with the store is said elsewhere
                take(*coverage);
        });
}

void CoverageWatch::take(const Coverage &coverage)
{
    m_coverage = coverage;
    m_coverage.gaps.removeIf([this](const CoverageGap &gap) { return gap.span.until <= m_dismissed; });
    retranslate();
}

void CoverageWatch::retranslate()
{
    const QString text = gapNotice(m_coverage, m_display.format());
    if (text == m_text)
        return;
    m_text = text;
    Q_EMIT noticed(text);
}

void CoverageWatch::dismiss()
{
    for (const CoverageGap &gap : std::as_const(m_coverage.gaps))
        m_dismissed = std::max(m_dismissed, gap.span.until);
    m_coverage.gaps.clear();
    retranslate();
}

} // namespace earshot
