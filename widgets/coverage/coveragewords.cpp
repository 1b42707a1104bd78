// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/coverage/coveragewords.h"

#include "widgets/style/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace earshot {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(earshot::CoverageWords)
};

QDateTime shown(Timestamp time, const ValueFormat &format)
{
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(milliseconds, format.zone);
}

/** The day only where it is not @p beside it already. */
QString momentWords(Timestamp time, const QDate &beside, const ValueFormat &format)
{
    const QDateTime moment = shown(time, format);
    QString clock = format.locale.toString(moment.time(), QStringLiteral("HH:mm"));
    if (moment.date() == beside)
        return clock;
    //: A day and its weekday, in the letters of QLocale::toString(), as in "Thu 14 May"
    return QStringLiteral("%1 %2").arg(format.locale.toString(moment.date(), Words::tr("ddd d MMM")), clock);
}

QString statusWords(int status)
{
    //: senders heard nothing at all
    return status == 0 ? Words::tr("Closed without an answer") : Words::tr("Answered with %1").arg(status);
}

void addRefusals(QList<CoverageRow> &rows, const QList<RefusalSpan> &refusals, qint64 sourceId, const QString &name)
{
    for (const RefusalSpan &refusal : refusals)
        rows.append({CoverageRow::Kind::Refusal, refusal.span, sourceId, name, statusWords(refusal.status),
                     Words::tr("%n answer(s)", nullptr, int(refusal.count))});
}

QString missedSentence(const SourceCoverage &source, const SourceGap &gap)
{
    if (!gap.missed)
        //: of a source too young to have a usual rate
        return source.noRhythm == NoRhythm::Disabled ? QString()
                                                     : Words::tr("How many may be missing is not known yet");
    //: deliveries that may be missing, as in "About 14 (8 to 21)"
    return gap.missed->high > 0 ? Words::tr("About %1").arg(missedWords(*gap.missed)) : QString();
}

void addSource(QList<CoverageRow> &rows, const SourceCoverage &source)
{
    for (const SourceGap &gap : source.gaps) {
        if (const QString missing = missedSentence(source, gap); !missing.isNull())
            rows.append({CoverageRow::Kind::Missed, gap.span, source.sourceId, source.name, downReasonWords(gap.reason),
                         missing});
    }
    for (const Silence &silence : source.silences)
        rows.append({CoverageRow::Kind::Silence, silence.span, source.sourceId, source.name,
                     silence.goesOn ? Words::tr("Nothing has come since") : Words::tr("Nothing came"),
                     Words::tr("About %n expected", nullptr, int(std::llround(silence.expected)))});
    addRefusals(rows, source.refusals, source.sourceId, source.name);
}

/** What the sender does about it. */
QString resendingSentence(const SourceCoverage &source)
{
    switch (source.resending) {
    case Resending::Never:
        return Words::tr("Insighto.ai does not send again.");
    case Resending::Briefly:
        return Words::tr("eigi.ai gives up after four tries in half a minute.");
    case Resending::Backoff:
        return source.maybeSwitchedOff
                   ? Words::tr("Nothing has come from Varda since: it may have switched the endpoint off.")
                   : Words::tr("Varda sends up to five times again.");
    case Resending::Unknown:
        //: %1 is a source
        return Words::tr("Whether %1 sends again is not known.").arg(source.name);
    }
    Q_UNREACHABLE();
}

/** What is surely lost comes first, and of equals what nobody sends again. */
bool isWorse(const SourceCoverage &a, const SourceCoverage &b)
{
    return std::tuple(a.missed->low, a.missed->likely, -int(a.resending))
           > std::tuple(b.missed->low, b.missed->likely, -int(b.resending));
}

const SourceCoverage *worstOf(const Coverage &coverage)
{
    const SourceCoverage *worst = nullptr;
    for (const SourceCoverage &source : coverage.sources) {
        if (source.missed && source.missed->likely > 0 && (!worst || isWorse(source, *worst)))
            worst = &source;
    }
    return worst;
}

const SourceGap *largestGap(const SourceCoverage &source)
{
    const SourceGap *largest = nullptr;
    for (const SourceGap &gap : source.gaps) {
        if (gap.missed && (!largest || gap.missed->likely > largest->missed->likely))
            largest = &gap;
    }
    return largest;
}

QString missingSentence(const SourceCoverage &source, const ValueFormat &format)
{
    const SourceGap *gap = largestGap(source);
    const QString others =
        source.gaps.size() > 1
            ? Words::tr("About %n delivery(ies) of %1 may be missing, most of them %2.", nullptr,
                        int(source.missed->likely))
            //: %1 is a source, %2 as in "from 09:12 to 09:40"
            : Words::tr("About %n delivery(ies) of %1 may be missing %2.", nullptr, int(source.missed->likely));
    return resendingSentence(source) + QLatin1Char(' ') + others.arg(source.name, spanWords(gap->span, format));
}

std::optional<CoverageVerdict> silenceVerdict(const Coverage &coverage, const ValueFormat &format)
{
    for (const SourceCoverage &source : coverage.sources) {
        if (source.silences.isEmpty() || !source.silences.last().goesOn)
            continue;
        const Silence &silence = source.silences.last();
        return CoverageVerdict{
            CoverageVerdict::Kind::Silent,
            //: %1 is a source, %2 a moment, %3 a number
            Words::tr("Nothing has come from %1 since %2, though about %3 were to be expected. Look whether it still "
                      "sends here.")
                .arg(source.name, momentWords(silence.span.from, shown(coverage.range.until, format).date(), format),
                     format.locale.toString(std::llround(silence.expected)))};
    }
    return std::nullopt;
}

} // namespace

QList<CoverageRow> coverageRows(const Coverage &coverage)
{
    QList<CoverageRow> rows;
    for (const CoverageGap &gap : coverage.gaps)
        rows.append({CoverageRow::Kind::Gap, gap.span, 0, QString(), downReasonWords(gap.reason), QString()});
    for (const SourceCoverage &source : coverage.sources)
        addSource(rows, source);
    addRefusals(rows, coverage.strayRefusals, 0, QString());
    std::ranges::stable_sort(rows,
                             [](const CoverageRow &a, const CoverageRow &b) { return a.span.from > b.span.from; });
    return rows;
}

QString coverageKindWord(CoverageRow::Kind kind)
{
    switch (kind) {
    case CoverageRow::Kind::Gap:
        return Words::tr("Not listening");
    case CoverageRow::Kind::Missed:
        return Words::tr("May be missing");
    case CoverageRow::Kind::Silence:
        return Words::tr("Silent");
    case CoverageRow::Kind::Refusal:
        return Words::tr("Not accepted");
    }
    Q_UNREACHABLE();
}

QString downReasonWords(DownReason reason)
{
    switch (reason) {
    case DownReason::Stop:
        return Words::tr("Earshot was closed");
    case DownReason::Sleep:
        return Words::tr("The computer slept");
    case DownReason::Network:
        return Words::tr("The network was down");
    case DownReason::Port:
        return Words::tr("The port was taken");
    case DownReason::Store:
        return Words::tr("The store could not be opened");
    case DownReason::Crash:
        return Words::tr("Earshot or the computer stopped unexpectedly");
    }
    Q_UNREACHABLE();
}

QString missedWords(const CountRange &missed)
{
    //: a number, and between which two it may be
    return Words::tr("%1 (%2 to %3)").arg(missed.likely).arg(missed.low).arg(missed.high);
}

QString spanWords(const TimeSpan &span, const ValueFormat &format)
{
    const QDate day = shown(span.from, format).date();
    const QDate today = shown(span.until, format).date();
    const QString from = momentWords(span.from, day == today ? day : QDate(), format);
    //: two moments
    return Words::tr("from %1 to %2").arg(from, momentWords(span.until, day == today ? day : QDate(), format));
}

CoverageVerdict coverageVerdict(const Coverage &coverage, const ValueFormat &format)
{
    using Verdict = CoverageVerdict::Kind;
    if (const SourceCoverage *worst = worstOf(coverage))
        return {Verdict::Missing, missingSentence(*worst, format)};
    if (auto silent = silenceVerdict(coverage, format))
        return *std::move(silent);
    if (!coverage.since)
        return {Verdict::Unknown, Words::tr("Earshot has not listened with this store yet, as far as it was noted.")};
    if (!coverage.gaps.isEmpty())
        return {Verdict::Unknown,
                Words::tr("Earshot was not listening %n time(s); nothing is likely to be missing by the sources' usual "
                          "rates, as far as they are known.",
                          nullptr, int(coverage.gaps.size()))};
    if (*coverage.since > coverage.range.from)
        //: %1 is a moment
        return {Verdict::Good, Words::tr("Earshot has listened without a break since %1. What was before is not known.")
                                   .arg(momentWords(*coverage.since, QDate(), format))};
    return {Verdict::Good, Words::tr("Earshot has listened all the time.")};
}

QString gapNotice(const Coverage &coverage, const ValueFormat &format)
{
    for (auto gap = coverage.gaps.crbegin(); gap != coverage.gaps.crend(); ++gap) {
        qint64 likely = 0;
        for (const SourceCoverage &source : coverage.sources) {
            for (const SourceGap &part : source.gaps) {
                if (part.missed && !intersection(part.span, gap->span).isEmpty())
                    likely += part.missed->likely;
            }
        }
        if (likely > 0 && !gap->goesOn)
            //: %1 as in "from 09:12 to 09:40"
            return Words::tr("Earshot was not receiving %1. About %n delivery(ies) may be missing.", nullptr,
                             int(likely))
                .arg(spanWords(gap->span, format));
    }
    return {};
}

QString backfillWords(const BackfillResult &result)
{
    QStringList parts;
    if (result.fetched > 0 || (result.gone == 0 && result.running == 0 && result.failed == 0))
        parts.append(Words::tr("%n conversation(s) fetched.", nullptr, int(result.fetched)));
    if (result.running > 0)
        parts.append(Words::tr("%n still going on.", nullptr, int(result.running)));
    if (result.gone > 0)
        parts.append(Words::tr("%n no longer kept at eigi.ai.", nullptr, int(result.gone)));
    if (result.failed > 0)
        parts.append(Words::tr("%n could not be had.", nullptr, int(result.failed)));
    if (result.remaining > 0)
        parts.append(Words::tr("%n not asked for.", nullptr, int(result.remaining)));
    if (!result.stopped.isEmpty())
        //: %1 is why, from the other side
        parts.append(Words::tr("Stopped: %1.").arg(result.stopped));
    return parts.join(QLatin1Char(' '));
}

} // namespace earshot
