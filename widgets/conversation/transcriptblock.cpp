// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/conversation/transcriptblock.h"

#include "widgets/style/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <chrono>

namespace earshot {
namespace {

using namespace std::chrono_literals;

using EntryKind = TranscriptEntry::Kind;
using Shape = TranscriptBlock::Shape;

constexpr qsizetype c_mostCharacters = 1200;
constexpr int c_mostLines = 20;
constexpr qsizetype c_mostUnfolded = 100'000; // what can be laid out without a noticeable wait
constexpr auto c_sameHeadWithin = 30s;
constexpr auto c_pauseInCalls = 8s;
constexpr auto c_pauseInChats = 60s;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(earshot::TranscriptView)

public:
    static QString showAll(qsizetype characters, const QLocale &locale)
    {
        //: %1 is a number of characters, grouped.
        return tr("Show all %1 characters").arg(locale.toString(qlonglong(characters)));
    }

    static QString showLess() { return tr("Show less"); }

    static QString cut(qsizetype shown, qsizetype characters, const QLocale &locale)
    {
        //: Under a very long text of %2 characters.
        return tr("The first %1 of %2 characters. Payload has all. Show less")
            .arg(locale.toString(qlonglong(shown)), locale.toString(qlonglong(characters)));
    }

    //: Who speaks when nothing is known of them.
    static QString contact() { return tr("Contact"); }

    //: %1 is a distance such as +5:40: a person took over then.
    static QString joined(const QString &time) { return tr("joined %1").arg(time); }

    static QString intent() { return tr("Intent captured"); }

    static QString form() { return tr("Form captured"); }

    //: Followed by the name of the agent who goes on.
    static QString transfer() { return tr("Transferred to"); }

    //: Followed by the name of a tool that the assistant used.
    static QString tool() { return tr("Tool"); }

    static QString fields(int count) { return tr("%n fields", nullptr, count); }

    //: In front of the time at which a conversation with no known end status ended.
    static QString ended() { return tr("Ended"); }

    static QString endIsEstimated() { return tr("end read from the closing event"); }

    static QString separated(const QString &a, const QString &b) { return QString(a + QStringLiteral(" · ") + b); }
};

qint64 secondsBetween(Timestamp from, Timestamp to)
{
    return std::chrono::floor<std::chrono::seconds>(to - from).count();
}

/** `14:21:06` in the shown zone. */
QString clockText(Timestamp time, const ValueFormat &format)
{
    const QTimeZone zone = format.timeDisplay == TimeDisplay::Utc ? QTimeZone::utc() : format.zone;
    return QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000, zone)
        .time()
        .toString(QStringLiteral("HH:mm:ss"));
}

/** How much of a long text is seen at first. */
qsizetype shortLength(const QString &text)
{
    qsizetype end = std::min(text.size(), c_mostCharacters);
    qsizetype line = -1;
    for (int i = 0; i < c_mostLines; ++i) {
        line = text.indexOf(QLatin1Char('\n'), line + 1);
        if (line < 0 || line >= end)
            break;
        if (i == c_mostLines - 1)
            end = line;
    }
    if (end < text.size() && end > 0 && text.at(end - 1).isHighSurrogate())
        --end;
    return end;
}

void markLinks(TranscriptBlock &block)
{
    if (!block.text.contains(QLatin1StringView("://")))
        return;
    static const QRegularExpression link(QStringLiteral(R"(\bhttps?://[^\s<>"]+[^\s<>"'.,;:!?)\]])"),
                                         QRegularExpression::CaseInsensitiveOption);
    for (const QRegularExpressionMatch &match : link.globalMatch(block.text))
        block.marks.append({{match.capturedStart(), match.capturedLength()}, TextMark::Kind::Link});
}

/** Goes through the entries once, knowing what was before. */
class Planning
{
public:
    Planning(const Transcript &transcript, const UnfoldedEntries &unfolded, const ValueFormat &format)
        : m_transcript(transcript)
        , m_unfolded(unfolded)
        , m_format(format)
        , m_begin(transcript.startedAt ? transcript.startedAt : firstTime(transcript))
    {
    }

    QList<TranscriptBlock> plan()
    {
        QList<TranscriptBlock> blocks;
        blocks.reserve(m_transcript.entries.size() + 2);
        blocks.append(date());
        for (qsizetype i = 0; i < m_transcript.entries.size(); ++i)
            blocks.append(blockOf(i));
        if (m_transcript.status && isFinal(*m_transcript.status))
            blocks.append(closing());
        return blocks;
    }

private:
    static std::optional<Timestamp> firstTime(const Transcript &transcript)
    {
        for (const TranscriptEntry &entry : transcript.entries) {
            if (entry.at)
                return entry.at;
        }
        return std::nullopt;
    }

    TranscriptBlock date() const
    {
        TranscriptBlock block;
        block.shape = Shape::Date;
        if (m_begin)
            block.text = Words::separated(dayText(*m_begin, m_format), clockText(*m_begin, m_format));
        block.shown = block.text.size();
        return block;
    }

    TranscriptBlock closing() const
    {
        TranscriptBlock block;
        block.shape = Shape::Closing;
        block.text = statusLook(*m_transcript.status).word;
        if (m_transcript.endedAt)
            block.text += QLatin1Char(' ') + clockText(*m_transcript.endedAt, m_format);
        if (m_transcript.endedAt && m_transcript.isEndEstimated)
            block.text = Words::separated(block.text, Words::endIsEstimated());
        block.shown = block.text.size();
        return block;
    }

    /** Like clockText(), without asking the zone for each of thousands of turns: offsets change at full quarters. */
    QString clock(Timestamp time)
    {
        const auto quarter = std::chrono::floor<std::chrono::minutes>(time).time_since_epoch().count() / 15;
        if (quarter != m_clockQuarter) {
            const QTimeZone zone = m_format.timeDisplay == TimeDisplay::Utc ? QTimeZone::utc() : m_format.zone;
            const auto milliseconds = toMicroseconds(time) / 1000;
            m_clockOffset = zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc()));
            m_clockQuarter = quarter;
        }
        constexpr qint64 day = 24 * 3600;
        const qint64 seconds = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
        return QTime::fromMSecsSinceStartOfDay(int((seconds + m_clockOffset + day) % day) * 1000)
            .toString(QStringLiteral("HH:mm:ss"));
    }

    TranscriptBlock blockOf(qsizetype index)
    {
        const TranscriptEntry &entry = m_transcript.entries.at(index);
        TranscriptBlock block;
        block.pause = pauseBefore(entry);
        if (entry.at)
            block.clock = clock(*entry.at);
        if (entry.kind == EntryKind::Turn)
            describeTurn(block, entry, m_unfolded.contains(index));
        else
            describeMarker(block, entry, m_unfolded.contains(index));
        if (entry.at && (!m_last || *entry.at > *m_last))
            m_last = entry.at;
        return block;
    }

    QString pauseBefore(const TranscriptEntry &entry) const
    {
        if (!entry.at || !m_last)
            return {};
        const auto most = m_transcript.kind == Kind::Call ? std::chrono::seconds(c_pauseInCalls) : c_pauseInChats;
        const auto length = *entry.at - *m_last;
        return length > most ? durationSentence(secondsBetween(*m_last, *entry.at)) : QString();
    }

    /** `+1:34` since the beginning; the clock for the first and for what came before it. */
    QString distance(const TranscriptEntry &entry) const
    {
        if (!entry.at)
            return {};
        if (!m_begin || *entry.at < *m_begin || !m_hasShownClock)
            return clockText(*entry.at, m_format);
        return QString(QLatin1Char('+') + durationText(secondsBetween(*m_begin, *entry.at)));
    }

    QString speakerOf(const TranscriptEntry &entry) const
    {
        if (!entry.name.isEmpty())
            return entry.name;
        if (entry.role == Role::User)
            return m_transcript.contact.isEmpty() ? Words::contact() : phoneText(m_transcript.contact);
        if (entry.role == Role::Assistant && !m_transcript.agent.isEmpty())
            return m_transcript.agent;
        return roleLook(entry.role).word;
    }

    void describeTurn(TranscriptBlock &block, const TranscriptEntry &entry, bool isUnfolded)
    {
        block.shape = entry.role == Role::User    ? Shape::Contact
                      : entry.role == Role::Agent ? Shape::Agent
                                                  : Shape::Assistant;
        block.speaker = speakerOf(entry);
        const Look look = roleLook(entry.role);
        block.icon = look.icon;
        block.name = block.speaker;
        block.hasHead = !continuesLast(block, entry);
        block.time = timeInHead(entry, block.speaker);
        block.text = entry.text;
        foldLongText(block, isUnfolded);
        markLinks(block);
        noteTurn(block, entry);
    }

    bool continuesLast(const TranscriptBlock &block, const TranscriptEntry &entry) const
    {
        const bool isSame = m_lastShape == block.shape && m_lastSpeaker == block.speaker;
        if (!isSame || !block.pause.isEmpty())
            return false;
        return !entry.at || !m_lastTurnAt || *entry.at - *m_lastTurnAt <= c_sameHeadWithin;
    }

    QString timeInHead(const TranscriptEntry &entry, const QString &speaker) const
    {
        const QString time = distance(entry);
        const bool joins = entry.role == Role::Agent && m_hasTurn && !m_agents.contains(speaker) && !time.isEmpty();
        return joins ? Words::joined(time) : time;
    }

    void noteTurn(const TranscriptBlock &block, const TranscriptEntry &entry)
    {
        m_lastShape = block.shape;
        m_lastSpeaker = block.speaker;
        m_lastTurnAt = entry.at;
        m_hasTurn = true;
        m_hasShownClock = m_hasShownClock || entry.at.has_value();
        if (entry.role == Role::Agent)
            m_agents.insert(block.speaker);
    }

    void foldLongText(TranscriptBlock &block, bool isUnfolded) const
    {
        const qsizetype length = shortLength(block.text);
        const bool isLong = length < block.text.size();
        const qsizetype whole = block.text.size();
        block.shown = isUnfolded ? std::min(whole, c_mostUnfolded) : length;
        if (isLong && !isUnfolded)
            block.more = Words::showAll(whole, m_format.locale);
        else if (isLong)
            block.more = block.isFolded() ? Words::cut(block.shown, whole, m_format.locale) : Words::showLess();
    }

    void describeMarker(TranscriptBlock &block, const TranscriptEntry &entry, bool isUnfolded)
    {
        m_lastShape = Shape::Marker; // whoever speaks next gets a head
        block.shape = Shape::Marker;
        block.time = m_hasShownClock ? distance(entry) : block.clock;
        switch (entry.kind) {
        case EntryKind::Intent:
            return describe(block, Icon::Intent, ColorRole::InfoText, Words::intent(), entry.name);
        case EntryKind::Form:
            describe(block, Icon::FormCaptured, ColorRole::InfoText, Words::form(), entry.name);
            return describeFields(block, entry, isUnfolded);
        case EntryKind::Transfer:
            return describe(block, Icon::Forward, ColorRole::Muted, Words::transfer(), entry.name);
        case EntryKind::HangUp:
            return describe(block, Icon::HangUp, ColorRole::Muted, {},
                            statusLook(statusFromText(entry.name).value_or(Status::Disconnected)).word);
        case EntryKind::Tool:
            describe(block, Icon::Tool, ColorRole::InfoText, Words::tool(), entry.name);
            return addText(block, entry.text, isUnfolded);
        case EntryKind::System:
        case EntryKind::Turn:
            describe(block, Icon::System, ColorRole::Muted, {}, entry.name);
            return addText(block, entry.text, isUnfolded);
        }
    }

    static void describe(TranscriptBlock &block, Icon icon, ColorRole color, const QString &what, const QString &name)
    {
        block.icon = icon;
        block.iconColor = color;
        block.text = what;
        if (!name.isEmpty()) {
            if (!what.isEmpty())
                block.text += QLatin1Char(' ');
            block.marks.append({{block.text.size(), name.size()}, TextMark::Kind::Strong});
            block.text += name;
        }
        block.shown = block.text.size();
    }

    void addText(TranscriptBlock &block, const QString &text, bool isUnfolded) const
    {
        if (!block.text.isEmpty() && !text.isEmpty())
            block.text += QLatin1Char(' ');
        block.text += text;
        foldLongText(block, isUnfolded);
        markLinks(block);
    }

    void describeFields(TranscriptBlock &block, const TranscriptEntry &entry, bool isUnfolded) const
    {
        if (entry.fields.isEmpty())
            return;
        const QString count = Words::fields(int(entry.fields.size()));
        block.time = block.time.isEmpty() ? count : Words::separated(count, block.time);
        block.isFoldable = true;
        for (const CapturedField &field : entry.fields) {
            block.text += QLatin1Char('\n');
            block.marks.append({{block.text.size(), field.name.size() + 1}, TextMark::Kind::Muted});
            block.text += field.name + QStringLiteral(": ") + field.value;
        }
        if (isUnfolded)
            block.shown = block.text.size();
    }

    const Transcript &m_transcript;
    const UnfoldedEntries &m_unfolded;
    const ValueFormat &m_format;
    const std::optional<Timestamp> m_begin;
    std::optional<Timestamp> m_last; ///< the latest that was seen
    std::optional<Timestamp> m_lastTurnAt;
    Shape m_lastShape = Shape::Date;
    QString m_lastSpeaker;
    QSet<QString> m_agents; ///< people on our side who have spoken
    qint64 m_clockQuarter = -1; ///< of an hour, that m_clockOffset is for
    qint64 m_clockOffset = 0; ///< seconds east of UTC
    bool m_hasTurn = false;
    bool m_hasShownClock = false;
};

} // namespace

QList<TranscriptBlock> planTranscript(const Transcript &transcript, const UnfoldedEntries &unfolded,
                                      const ValueFormat &format)
{
    return Planning(transcript, unfolded, format).plan();
}

} // namespace earshot
