// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/report/coveragereport.h"

#include "app/report/jsonwriter.h"
#include "app/report/plaintext.h"

#include <cmath>

namespace earshot {
namespace {

using L1 = QLatin1StringView;
using plaintext::Align;

/** Writes the parts of a report as JSON. */
class CoverageJson
{
public:
    CoverageJson(QByteArray &out, const QTimeZone &zone)
        : m_json(out)
        , m_zone(zone)
    {
    }

    void write(const Coverage &coverage)
    {
        m_json.beginObject();
        m_json.key(L1("zone"));
        m_json.text(QString::fromLatin1(m_zone.id()));
        writeSpan(coverage.range);
        m_json.key(L1("since"));
        m_json.textOrNull(coverage.since ? toIsoText(*coverage.since, m_zone) : QString());
        m_json.key(L1("gaps"));
        m_json.beginArray();
        for (const CoverageGap &gap : coverage.gaps)
            writeGap(gap);
        m_json.endArray();
        m_json.key(L1("sources"));
        m_json.beginArray();
        for (const SourceCoverage &source : coverage.sources)
            writeSource(source);
        m_json.endArray();
        writeRefusals(coverage.strayRefusals);
        m_json.endObject();
    }

private:
    void writeSpan(const TimeSpan &span)
    {
        m_json.key(L1("from"));
        m_json.text(toIsoText(span.from, m_zone));
        m_json.key(L1("to"));
        m_json.text(toIsoText(span.until, m_zone));
    }

    void writeNumber(L1 name, qint64 number)
    {
        m_json.key(name);
        m_json.integer(number);
    }

    void writeGap(const CoverageGap &gap)
    {
        m_json.beginObject();
        writeSpan(gap.span);
        m_json.key(L1("reason"));
        m_json.text(downReasonText(gap.reason));
        m_json.key(L1("address"));
        m_json.text(gap.address);
        m_json.key(L1("ongoing"));
        m_json.boolean(gap.goesOn);
        m_json.endObject();
    }

    void writeMissed(const std::optional<CountRange> &missed)
    {
        m_json.key(L1("missed"));
        if (!missed)
            return m_json.null();
        m_json.beginObject();
        writeNumber(L1("low"), missed->low);
        writeNumber(L1("likely"), missed->likely);
        writeNumber(L1("high"), missed->high);
        m_json.endObject();
    }

    void writeRefusals(const QList<RefusalSpan> &refusals)
    {
        m_json.key(L1("refusals"));
        m_json.beginArray();
        for (const RefusalSpan &refusal : refusals) {
            m_json.beginObject();
            writeSpan(refusal.span);
            writeNumber(L1("status"), refusal.status);
            writeNumber(L1("count"), refusal.count);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeSourceGaps(const QList<SourceGap> &gaps)
    {
        m_json.key(L1("gaps"));
        m_json.beginArray();
        for (const SourceGap &gap : gaps) {
            m_json.beginObject();
            writeSpan(gap.span);
            m_json.key(L1("reason"));
            m_json.text(downReasonText(gap.reason));
            writeMissed(gap.missed);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeSilences(const QList<Silence> &silences)
    {
        m_json.key(L1("silences"));
        m_json.beginArray();
        for (const Silence &silence : silences) {
            m_json.beginObject();
            writeSpan(silence.span);
            writeNumber(L1("expected"), std::llround(silence.expected));
            m_json.key(L1("ongoing"));
            m_json.boolean(silence.goesOn);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeSource(const SourceCoverage &source)
    {
        m_json.beginObject();
        m_json.key(L1("name"));
        m_json.text(source.name);
        m_json.key(L1("platform"));
        m_json.text(source.platform);
        writeNumber(L1("listened_s"), source.listened.count());
        writeNumber(L1("gaps_s"), source.notListened.count());
        m_json.key(L1("expected"));
        if (source.expected)
            m_json.integer(*source.expected);
        else
            m_json.null();
        writeNumber(L1("received"), source.received);
        writeMissed(source.missed);
        writeSourceGaps(source.gaps);
        writeSilences(source.silences);
        writeRefusals(source.refusals);
        writeNumber(L1("incomplete"), source.incomplete);
        m_json.key(L1("note"));
        m_json.textOrNull(coverageNote(source));
        m_json.endObject();
    }

    JsonWriter m_json;
    const QTimeZone m_zone;
};

QString spanText(const TimeSpan &span, const QTimeZone &zone)
{
    const auto second = [](Timestamp time) { return Timestamp(std::chrono::floor<std::chrono::seconds>(time)); };
    return toIsoText(second(span.from), zone) + QLatin1StringView("  ") + toIsoText(second(span.until), zone);
}

QString missedText(const std::optional<CountRange> &missed)
{
    if (!missed)
        return QStringLiteral("-");
    return QStringLiteral("%1 (%2-%3)").arg(missed->likely).arg(missed->low).arg(missed->high);
}

QString numberText(const std::optional<qint64> &number)
{
    return number ? QString::number(*number) : QStringLiteral("-");
}

/** `3d 04:05:06`. */
QString lengthText(std::chrono::seconds length)
{
    const qint64 seconds = length.count();
    const auto two = [](qint64 number) { return QString::number(number).rightJustified(2, QLatin1Char('0')); };
    const QString clock =
        QStringLiteral("%1:%2:%3").arg(two(seconds / 3600 % 24), two(seconds / 60 % 60), two(seconds % 60));
    return seconds < 86'400 ? clock : QStringLiteral("%1d %2").arg(QString::number(seconds / 86'400), clock);
}

QString sourceTable(const Coverage &coverage)
{
    QList<QStringList> rows = {{QStringLiteral("source"), QStringLiteral("listened"), QStringLiteral("not listened"),
                                QStringLiteral("received"), QStringLiteral("expected"),
                                QStringLiteral("may be missing"), QStringLiteral("in part")}};
    for (const SourceCoverage &source : coverage.sources) {
        rows.append({plaintext::line(source.name), lengthText(source.listened), lengthText(source.notListened),
                     QString::number(source.received), numberText(source.expected), missedText(source.missed),
                     QString::number(source.incomplete)});
    }
    return plaintext::table(
        rows, {Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Right, Align::Right});
}

void addRefusals(QList<QStringList> &rows, const QString &whom, const QList<RefusalSpan> &refusals,
                 const QTimeZone &zone)
{
    for (const RefusalSpan &refusal : refusals) {
        const QString how = refusal.status == 0 ? QStringLiteral("closed unanswered")
                                                : QStringLiteral("answered %1").arg(refusal.status);
        rows.append({spanText(refusal.span, zone), whom, how, QString::number(refusal.count)});
    }
}

QString spanTable(const Coverage &coverage, const QTimeZone &zone)
{
    QList<QStringList> rows;
    for (const CoverageGap &gap : coverage.gaps)
        rows.append({spanText(gap.span, zone), QStringLiteral("-"),
                     QStringLiteral("not listening: %1").arg(downReasonText(gap.reason)), QString()});
    for (const SourceCoverage &source : coverage.sources) {
        const QString name = plaintext::line(source.name);
        for (const SourceGap &gap : source.gaps) {
            if (gap.missed && gap.missed->high > 0)
                rows.append({spanText(gap.span, zone), name, QStringLiteral("may be missing"), missedText(gap.missed)});
        }
        for (const Silence &silence : source.silences)
            rows.append({spanText(silence.span, zone), name, QStringLiteral("silent, expected about"),
                         QString::number(std::llround(silence.expected))});
        addRefusals(rows, name, source.refusals, zone);
    }
    addRefusals(rows, QStringLiteral("(no source)"), coverage.strayRefusals, zone);
    if (rows.isEmpty())
        return {};
    rows.prepend(
        {QStringLiteral("from, to"), QStringLiteral("source"), QStringLiteral("what"), QStringLiteral("count")});
    return QLatin1Char('\n') + plaintext::table(rows, {Align::Left, Align::Left, Align::Left, Align::Right});
}

QString rhythmNote(NoRhythm reason)
{
    switch (reason) {
    case NoRhythm::No:
        return {};
    case NoRhythm::Disabled:
        return QStringLiteral("The source is disabled.");
    case NoRhythm::Nothing:
        return QStringLiteral("Nothing has come from it yet, so nothing can be missed by count.");
    case NoRhythm::TooYoung:
        return QStringLiteral("Too young to have a usual rate: it takes three days, and a day of listening.");
    }
    Q_UNREACHABLE();
}

QString resendingNote(const SourceCoverage &source)
{
    if (source.gaps.isEmpty())
        return {};
    switch (source.resending) {
    case Resending::Never:
        return QStringLiteral("Insighto.ai does not send again.");
    case Resending::Briefly:
        return QStringLiteral("eigi.ai gives up after four tries in about 30 seconds.");
    case Resending::Backoff:
        return source.maybeSwitchedOff
                   ? QStringLiteral("Varda switches an endpoint off after ten failures in a row, and nothing has come "
                                    "since: it may be switched off there.")
                   : QStringLiteral("Varda sends up to five times again, so fewer may be missing.");
    case Resending::Unknown:
        return QStringLiteral("Whether this sender sends again is not known, so fewer may be missing.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString coverageNote(const SourceCoverage &source)
{
    QStringList notes{rhythmNote(source.noRhythm), resendingNote(source)};
    notes.removeAll(QString());
    return notes.isEmpty() ? QString() : notes.join(QLatin1Char(' '));
}

QByteArray coverageJson(const Coverage &coverage, const QTimeZone &zone)
{
    QByteArray out;
    CoverageJson(out, zone).write(coverage);
    return out.append('\n');
}

QByteArray coverageText(const Coverage &coverage, const QTimeZone &zone)
{
    QString text = QStringLiteral("%1 (%2)\n").arg(spanText(coverage.range, zone), QString::fromLatin1(zone.id()));
    if (!coverage.since)
        text += QLatin1StringView("Earshot has never listened with this store, as far as its ledger goes.\n");
    else if (*coverage.since > coverage.range.from)
        text += QStringLiteral("What was before %1 is not known.\n").arg(toIsoText(*coverage.since, zone));
    text += QLatin1Char('\n') + sourceTable(coverage) + spanTable(coverage, zone);
    for (const SourceCoverage &source : coverage.sources) {
        if (const QString note = coverageNote(source); !note.isNull())
            text += QStringLiteral("\n%1: %2").arg(plaintext::line(source.name), note);
    }
    return text.trimmed().append(QLatin1Char('\n')).toUtf8();
}

} // namespace earshot
