// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <vector>

namespace earshot {

enum class JsonType : quint8 {
    Object,
    Array,
    Text,
    Number,
    Keyword, ///< true, false or null
};

/** One value of a JSON text and where it stands there. */
struct JsonNode {
    int parent = -1; ///< -1 for the top
    int row = 0; ///< which child of its parent
    int firstChild = 0; ///< where its children begin in the outline's list
    int children = 0;
    int nameBegin = -1; ///< of the name's token behind its quote; -1 in an array and for the top
    int nameLength = 0;
    int begin = 0; ///< of its token, quotes included
    int length = 0;
    JsonType type = JsonType::Keyword;
};

/** A JSON text (RFC 8259) with the place of every value: names keep their order, repeated ones are all there, and
 * numbers have every digit that was sent. Immutable, so any thread. */
class JsonOutline
{
public:
    /** More values than this are not kept. */
    static constexpr int c_mostNodes = 2'000'000;

    /** Reads @p text, in UTF-8. Lenient about what stands inside numbers and texts, since whoever decodes the payload
     * is the judge of that. Errors: JsonSyntax (the detail is the offset as a number), TooLarge. */
    static Result<std::shared_ptr<const JsonOutline>> read(const QByteArray &text);

    const JsonNode &node(int index) const { return m_nodes[std::size_t(index)]; }

    int size() const { return int(m_nodes.size()); }

    /** Child @p row of @p index. The top is 0. */
    int child(int index, int row) const { return m_children[std::size_t(node(index).firstChild + row)]; }

    /** The member of that name, the last where it repeats; -1 for none. */
    int member(int index, QStringView name) const;

    /** A member's name without its escapes; null where there is none. */
    QString name(int index) const;

    /** The token as sent, quotes and escapes included. */
    QByteArrayView token(int index) const;

    /** A text without its escapes, at most about @p limit characters of it; for other values their token. */
    QString text(int index, qsizetype limit = 100'000'000) const;

    /** As in `data.items[3].name`, odd names as in `data["a b"]`; empty for the top. */
    QString path(int index) const;

    /** As jq wants it: `.data.items[3]."a b"`; `.` for the top. */
    QString jqPath(int index) const;

    const QByteArray &source() const { return m_source; }

private:
    class Reader;

    QList<int> lineage(int index) const;

    QByteArray m_source;
    std::vector<JsonNode> m_nodes;
    std::vector<int> m_children; ///< of all containers, those of one side by side
};

using JsonOutlinePtr = std::shared_ptr<const JsonOutline>;

/** @p text in quotes, as a JSON token. */
QByteArray jsonToken(const QString &text);

/** The value and all in it on lines of their own, two blanks deeper with each level; tokens as sent. */
QString prettyJson(const JsonOutline &outline, int index = 0);

/** A form's fields as one JSON object, for looking at: values that are JSON objects or arrays stand as such, others as
 * texts. */
struct NamedValue {
    QString name;
    QByteArray value;
};

QByteArray formAsJson(const QList<NamedValue> &fields);

} // namespace earshot
