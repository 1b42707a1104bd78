// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/forward/bodychanges.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace earshot {
namespace {

constexpr qsizetype c_mostChanges = 500;
constexpr qsizetype c_longest = 2000; // characters shown of a value
constexpr qsizetype c_before = 200; // of them before the first that differs

/** Also of a body that is a single text or number, which QJsonDocument does not read. */
std::optional<QJsonValue> jsonOf(const QByteArray &body)
{
    const QJsonArray wrapped = QJsonDocument::fromJson("[" + body + "]").array();
    return wrapped.size() == 1 ? std::optional(wrapped.first()) : std::nullopt;
}

/** Compact JSON; null for what is not there. */
QString textOf(const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(wrapped.mid(1, wrapped.size() - 2));
}

/** From a little before @p difference on. */
QString cut(const QString &text, qsizetype difference)
{
    if (text.size() <= c_longest)
        return text;
    qsizetype begin = std::clamp<qsizetype>(difference - c_before, 0, text.size() - c_longest);
    if (begin > 0 && text.at(begin).isLowSurrogate()) // not within a character
        --begin;
    qsizetype end = begin + c_longest;
    if (end < text.size() && text.at(end).isLowSurrogate())
        --end;
    QString shown = text.mid(begin, end - begin);
    if (begin > 0)
        shown.prepend(u'…');
    if (end < text.size())
        shown.append(u'…');
    return shown;
}

ShadowChange changeOf(const QString &path, const QString &has, const QString &would)
{
    const auto differing = std::ranges::mismatch(has, would);
    const qsizetype difference = std::distance(has.begin(), differing.in1);
    return {path, cut(has, difference), cut(would, difference)};
}

bool isPlainName(const QString &name)
{
    const auto isPlain = [](QChar character) {
        return character == u'_' || (character.unicode() < 128 && character.isLetterOrNumber());
    };
    return !name.isEmpty() && !name.at(0).isDigit() && std::ranges::all_of(name, isPlain);
}

QString memberPath(const QString &path, const QString &name)
{
    if (isPlainName(name))
        return path.isEmpty() ? name : QString(path + u'.' + name);
    return path + u'[' + textOf(name) + u']';
}

QString elementPath(const QString &path, qsizetype index)
{
    return QStringLiteral("%1[%2]").arg(path, QString::number(index));
}

class Comparison
{
public:
    void compare(const QString &path, const QJsonValue &has, const QJsonValue &would)
    {
        if (has == would || m_changes.size() >= c_mostChanges)
            return;
        if (has.isObject() && would.isObject())
            return compareMembers(path, has.toObject(), would.toObject());
        if (has.isArray() && would.isArray())
            return compareElements(path, has.toArray(), would.toArray());
        m_changes.append(changeOf(path.isEmpty() ? QStringLiteral(".") : path, textOf(has), textOf(would)));
    }

    const QList<ShadowChange> &changes() const { return m_changes; }

private:
    void compareMembers(const QString &path, const QJsonObject &has, const QJsonObject &would)
    {
        QStringList names = has.keys() + would.keys();
        names.sort();
        names.removeDuplicates();
        for (const QString &name : std::as_const(names))
            compare(memberPath(path, name), has.value(name), would.value(name));
    }

    void compareElements(const QString &path, const QJsonArray &has, const QJsonArray &would)
    {
        for (qsizetype i = 0; i < std::max(has.size(), would.size()); ++i)
            compare(elementPath(path, i), i < has.size() ? has.at(i) : QJsonValue(QJsonValue::Undefined),
                    i < would.size() ? would.at(i) : QJsonValue(QJsonValue::Undefined));
    }

    QList<ShadowChange> m_changes;
};

} // namespace

QList<ShadowChange> bodyChanges(const QByteArray &has, const QByteArray &would)
{
    const auto hasJson = jsonOf(has);
    const auto wouldJson = jsonOf(would);
    if (!hasJson || !wouldJson) {
        if (has == would)
            return {};
        return {changeOf(QStringLiteral("."), QString::fromUtf8(has), QString::fromUtf8(would))};
    }
    Comparison comparison;
    comparison.compare({}, *hasJson, *wouldJson);
    return comparison.changes();
}

} // namespace earshot
