// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/payloaddiff.h"

#include "models/base/clock.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace earshot {
namespace {

constexpr int c_mostNodes = 200'000; // of a side
constexpr int c_deepest = 200; // below that a container is one value
constexpr qsizetype c_longestLine = 2000; // characters of a value
constexpr qsizetype c_longestTime = 40;

bool isContainer(const JsonNode &node)
{
    return node.type == JsonType::Object || node.type == JsonType::Array;
}

bool namesAnId(const QString &name)
{
    const QString lower = name.toLower();
    return lower == QLatin1StringView("id") || lower.endsWith(QLatin1StringView("_id"))
           || lower.endsWith(QLatin1StringView("-id")) || lower.endsWith(QLatin1StringView("uuid"))
           || name.endsWith(QLatin1StringView("Id")) || name.endsWith(QLatin1StringView("ID"));
}

bool namesATime(const QString &name)
{
    const QString lower = name.toLower();
    constexpr std::array endings = {"_at", "time", "timestamp", "date", "_ts"};
    return lower == QLatin1StringView("ts") || std::ranges::any_of(endings, [&](const char *ending) {
               return lower.endsWith(QLatin1StringView(ending));
           });
}

/** A value that is another in every delivery. */
bool isTimeOrId(const JsonOutline &outline, int index)
{
    const JsonNode &node = outline.node(index);
    if (isContainer(node) || node.parent < 0)
        return false;
    const QString name = outline.name(index);
    if (namesAnId(name))
        return true;
    if (node.type == JsonType::Number)
        return namesATime(name) && readEpoch(outline.token(index).toDouble()).has_value();
    return node.type == JsonType::Text && node.length <= c_longestTime
           && readIsoText(outline.text(index), QTimeZone::utc()).has_value();
}

/** A number for every value that is the same for the same content, whatever the order of names. */
std::vector<quint64> hashesOf(const JsonOutline &outline, bool withTimesAndIds)
{
    constexpr quint64 skipped = 0x5851F42D4C957F2DU;
    std::vector<quint64> hashes(std::size_t(outline.size()));
    for (int index = outline.size() - 1; index >= 0; --index) { // what is inside comes behind what holds it
        const JsonNode &node = outline.node(index);
        quint64 hash = quint64(node.type) + 1;
        if (!isContainer(node)) {
            const bool skips = !withTimesAndIds && isTimeOrId(outline, index);
            hash = skips ? skipped : qHashMulti(0, hash, outline.text(index));
        }
        for (int row = 0; row < node.children && isContainer(node); ++row) {
            const int child = outline.child(index, row);
            const quint64 value = hashes[std::size_t(child)];
            if (node.type == JsonType::Object)
                hash += qHashMulti(0, outline.name(child), value);
            else
                hash = qHashMulti(0, hash, value);
        }
        hashes[std::size_t(index)] = hash;
    }
    return hashes;
}

/** One payload while it is compared. */
struct Side {
    explicit Side(const JsonOutline &read, bool withTimesAndIds)
        : outline(read)
        , hashes(hashesOf(read, true))
        , looseHashes(withTimesAndIds ? hashes : hashesOf(read, false))
    {
    }

    quint64 hash(int index) const { return hashes[std::size_t(index)]; }

    quint64 looseHash(int index) const { return looseHashes[std::size_t(index)]; }

    /** Quotes included; line ends and the like as escapes. */
    QString valueText(int index) const
    {
        const JsonNode &node = outline.node(index);
        if (isContainer(node))
            return QString::fromUtf8(outline.token(index).first(std::min<qsizetype>(node.length, c_longestLine)));
        if (node.type != JsonType::Text)
            return outline.text(index, c_longestLine);
        return QString::fromUtf8(jsonToken(outline.text(index, c_longestLine)));
    }

    QString prefix(int index, int depth) const
    {
        const QString name = outline.name(index);
        const QString blanks(qsizetype(depth) * 2, QLatin1Char(' '));
        return name.isNull() ? blanks : QString(blanks + QString::fromUtf8(jsonToken(name)) + QStringLiteral(": "));
    }

    const JsonOutline &outline;
    const std::vector<quint64> hashes;
    const std::vector<quint64> looseHashes; ///< times and ids count as the same
    int line = 0;
};

QChar bracket(const JsonNode &node, bool opening)
{
    if (node.type == JsonType::Object)
        return QLatin1Char(opening ? '{' : '}');
    return QLatin1Char(opening ? '[' : ']');
}

/** Goes through two payloads side by side. */
class Comparison
{
public:
    Comparison(const JsonOutline &before, const JsonOutline &after, bool withTimesAndIds)
        : m_before(before, withTimesAndIds)
        , m_after(after, withTimesAndIds)
        , m_withTimesAndIds(withTimesAndIds)
    {
    }

    JsonDiff compared()
    {
        compare(0, 0, 0);
        return std::move(m_diff);
    }

private:
    void compare(int before, int after, int depth)
    {
        const JsonNode &beforeNode = m_before.outline.node(before);
        const JsonNode &afterNode = m_after.outline.node(after);
        const bool opens = isContainer(beforeNode) && beforeNode.type == afterNode.type && depth < c_deepest;
        if (opens && (beforeNode.children > 0 || afterNode.children > 0))
            compareContainers(before, after, depth);
        else if (m_before.hash(before) == m_after.hash(after))
            addRow(DiffKind::Same, before, after, depth);
        else if (isContainer(beforeNode) || isContainer(afterNode))
            replace(before, after, depth);
        else
            compareLeaves(before, after, depth);
    }

    void compareContainers(int before, int after, int depth)
    {
        addBrackets(before, after, depth, true);
        if (m_after.outline.node(after).type == JsonType::Object)
            compareObjects(before, after, depth + 1);
        else
            compareArrays(before, after, depth + 1);
        addBrackets(before, after, depth, false);
    }

    /** In the order of the later one; what is gone stands where it was. */
    void compareObjects(int before, int after, int depth)
    {
        QHash<QString, QList<int>> rows;
        const int count = m_before.outline.node(before).children;
        for (int row = 0; row < count; ++row)
            rows[m_before.outline.name(m_before.outline.child(before, row))].append(row);
        std::vector<int> partner(std::size_t(count), -1);
        std::vector<int> found;
        for (int row = 0; row < m_after.outline.node(after).children; ++row) {
            QList<int> &same = rows[m_after.outline.name(m_after.outline.child(after, row))];
            found.push_back(same.isEmpty() ? -1 : same.takeFirst());
            if (found.back() >= 0)
                partner[std::size_t(found.back())] = row;
        }
        int gone = 0;
        const auto addGoneBefore = [&](int end) {
            for (; gone < end; ++gone) {
                if (partner[std::size_t(gone)] < 0)
                    addWhole(DiffKind::Removed, m_before.outline.child(before, gone), depth);
            }
        };
        for (int row = 0; row < int(found.size()); ++row) {
            const int child = m_after.outline.child(after, row);
            const int match = found[std::size_t(row)];
            addGoneBefore(match);
            if (match >= 0)
                compare(m_before.outline.child(before, match), child, depth);
            else
                addWhole(DiffKind::Added, child, depth);
        }
        addGoneBefore(count);
    }

    /** Equal at the front, equal at the end, and in between by place. */
    void compareArrays(int before, int after, int depth)
    {
        const int beforeCount = m_before.outline.node(before).children;
        const int afterCount = m_after.outline.node(after).children;
        const auto beforeAt = [&](int row) { return m_before.outline.child(before, row); };
        const auto afterAt = [&](int row) { return m_after.outline.child(after, row); };
        int tail = 0;
        int front = 0;
        const int least = std::min(beforeCount, afterCount);
        while (front < least && m_before.looseHash(beforeAt(front)) == m_after.looseHash(afterAt(front)))
            ++front;
        while (tail < least - front
               && m_before.looseHash(beforeAt(beforeCount - 1 - tail))
                      == m_after.looseHash(afterAt(afterCount - 1 - tail)))
            ++tail;
        const int pairs = least - tail;
        for (int row = 0; row < pairs; ++row)
            compare(beforeAt(row), afterAt(row), depth);
        for (int row = pairs; row < beforeCount - tail; ++row)
            addWhole(DiffKind::Removed, beforeAt(row), depth);
        for (int row = pairs; row < afterCount - tail; ++row)
            addWhole(DiffKind::Added, afterAt(row), depth);
        for (int row = tail; row > 0; --row)
            compare(beforeAt(beforeCount - row), afterAt(afterCount - row), depth);
    }

    void compareLeaves(int before, int after, int depth)
    {
        const bool skips =
            !m_withTimesAndIds && isTimeOrId(m_before.outline, before) && isTimeOrId(m_after.outline, after);
        addRow(skips ? DiffKind::Skipped : DiffKind::Changed, before, after, depth);
        ++(skips ? m_diff.skipped : m_diff.changed);
        if (skips)
            return;
        DiffRow &row = m_diff.rows.back();
        const QString beforePrefix = m_before.prefix(before, depth);
        const QString afterPrefix = m_after.prefix(after, depth);
        const auto [beforeMarks, afterMarks] =
            changedWords(row.before.text.sliced(beforePrefix.size()), row.after.text.sliced(afterPrefix.size()));
        row.before.marks = shifted(beforeMarks, int(beforePrefix.size()));
        row.after.marks = shifted(afterMarks, int(afterPrefix.size()));
    }

    static QList<TextSpan> shifted(QList<TextSpan> marks, int by)
    {
        for (TextSpan &mark : marks)
            mark.begin += by;
        return marks;
    }

    /** One value in place of another that is built otherwise: one change. */
    void replace(int before, int after, int depth)
    {
        addLines(m_before, DiffKind::Removed, before, depth);
        addLines(m_after, DiffKind::Added, after, depth);
        ++m_diff.changed;
    }

    void addWhole(DiffKind kind, int index, int depth)
    {
        const bool isAdded = kind == DiffKind::Added;
        addLines(isAdded ? m_after : m_before, kind, index, depth);
        ++(isAdded ? m_diff.added : m_diff.removed);
    }

    void addLines(Side &side, DiffKind kind, int index, int depth)
    {
        const JsonNode &node = side.outline.node(index);
        const bool opens = isContainer(node) && node.children > 0 && depth < c_deepest;
        const QString prefix = side.prefix(index, depth);
        addLine(side, kind, opens ? QString(prefix + bracket(node, true)) : QString(prefix + side.valueText(index)));
        if (!opens)
            return;
        for (int row = 0; row < node.children; ++row)
            addLines(side, kind, side.outline.child(index, row), depth + 1);
        addLine(side, kind, QString(QString(qsizetype(depth) * 2, QLatin1Char(' ')) + bracket(node, false)));
    }

    void addLine(Side &side, DiffKind kind, const QString &text)
    {
        DiffRow row;
        row.kind = kind;
        (kind == DiffKind::Added ? row.after : row.before) = {++side.line, text, {}};
        m_diff.rows.push_back(row);
    }

    void addRow(DiffKind kind, int before, int after, int depth)
    {
        DiffRow row;
        row.kind = kind;
        row.before = {++m_before.line, QString(m_before.prefix(before, depth) + m_before.valueText(before)), {}};
        row.after = {++m_after.line, QString(m_after.prefix(after, depth) + m_after.valueText(after)), {}};
        m_diff.rows.push_back(row);
    }

    void addBrackets(int before, int after, int depth, bool opening)
    {
        const QString blanks(qsizetype(depth) * 2, QLatin1Char(' '));
        const QChar mark = bracket(m_after.outline.node(after), opening);
        DiffRow row;
        row.before = {++m_before.line, QString((opening ? m_before.prefix(before, depth) : blanks) + mark), {}};
        row.after = {++m_after.line, QString((opening ? m_after.prefix(after, depth) : blanks) + mark), {}};
        m_diff.rows.push_back(row);
    }

    Side m_before;
    Side m_after;
    const bool m_withTimesAndIds;
    JsonDiff m_diff;
};

bool isQuiet(const DiffRow &row)
{
    return row.kind == DiffKind::Same || row.kind == DiffKind::Skipped;
}

} // namespace

Result<JsonDiff> compareJson(const JsonOutline &before, const JsonOutline &after, bool withTimesAndIds)
{
    if (before.size() > c_mostNodes || after.size() > c_mostNodes)
        return failure(ErrorCode::TooLarge, QStringLiteral("more than %1 values to compare").arg(c_mostNodes));
    return Comparison(before, after, withTimesAndIds).compared();
}

std::vector<DiffRow> foldedRows(const std::vector<DiffRow> &rows, int context)
{
    std::vector<DiffRow> folded;
    for (std::size_t begin = 0; begin < rows.size();) {
        std::size_t end = begin;
        while (end < rows.size() && isQuiet(rows[end]))
            ++end;
        const std::size_t head = begin == 0 ? 0 : std::size_t(context);
        const std::size_t tail = end == rows.size() ? 0 : std::size_t(context);
        const bool folds = end - begin > head + tail + 1; // a fold in place of one row says less than the row
        const std::size_t foldBegin = folds ? begin + head : end;
        const std::size_t foldEnd = folds ? end - tail : end;
        for (std::size_t i = begin; i < foldBegin; ++i)
            folded.push_back(rows[i]);
        if (folds)
            folded.push_back({DiffKind::Fold, {}, {}, int(foldEnd - foldBegin)});
        for (std::size_t i = foldEnd; i < end; ++i)
            folded.push_back(rows[i]);
        for (begin = end; begin < rows.size() && !isQuiet(rows[begin]); ++begin)
            folded.push_back(rows[begin]);
    }
    return folded;
}

} // namespace earshot
