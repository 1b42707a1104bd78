// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jq/jqdiagnosis.h"

#include <algorithm>

namespace earshot {
namespace {

constexpr char c_marker = '\x01'; // a character that is never part of a program

bool isWordCharacter(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
           || (character >= '0' && character <= '9') || character == '_';
}

bool isBlank(char character)
{
    return character == ' ' || character == '\t' || character == '\n' || character == '\r';
}

qsizetype skipBlanks(const QByteArray &program, qsizetype at)
{
    while (at < program.size() && (isBlank(program.at(at)) || program.at(at) == '#')) {
        if (program.at(at) == '#') {
            const qsizetype end = program.indexOf('\n', at);
            at = end < 0 ? program.size() : end;
        } else {
            ++at;
        }
    }
    return at;
}

/** Behind the text that begins at @p at with its quote. Interpolations may hold texts of their own. */
qsizetype behindText(const QByteArray &program, qsizetype at)
{
    QByteArray open("\""); // what is open: a text or a parenthesis within one
    for (++at; at < program.size() && !open.isEmpty(); ++at) {
        const char character = program.at(at);
        const bool isInText = open.endsWith('"');
        if (isInText && character == '\\' && at + 1 < program.size()) {
            ++at;
            if (program.at(at) == '(')
                open.append('(');
        } else if (character == '"') {
            isInText ? open.chop(1) : void(open.append('"'));
        } else if (!isInText && character == '(') {
            open.append('(');
        } else if (!isInText && character == ')') {
            open.chop(1);
        }
    }
    return at;
}

qsizetype behindWord(const QByteArray &program, qsizetype at)
{
    const char first = program.at(at);
    if (first == '"')
        return behindText(program, at);
    const bool isPrefix = first == '.' || first == '$' || first == '@';
    qsizetype end = at + 1;
    if (isWordCharacter(first) || isPrefix) {
        while (end < program.size() && isWordCharacter(program.at(end)))
            ++end;
        if (end > at + 1 || isWordCharacter(first))
            return end;
    }
    for (const char *const operation :
         {"?//", "//=", "//", "|=", "+=", "-=", "*=", "/=", "%=", "==", "!=", "<=", ">=", ".."}) {
        if (program.sliced(at).startsWith(operation))
            return at + qsizetype(qstrlen(operation));
    }
    return end;
}

/** The beginning of a line, counted from 1. */
qsizetype lineBegin(const QByteArray &program, int line)
{
    qsizetype at = 0;
    for (int passed = 1; passed < line; ++passed) {
        const qsizetype end = program.indexOf('\n', at);
        if (end < 0)
            return at;
        at = end + 1;
    }
    return at;
}

/** Columns count characters, not bytes. */
int columnOf(const QByteArray &program, qsizetype at)
{
    const qsizetype begin = at > 0 ? program.lastIndexOf('\n', at - 1) + 1 : 0;
    const QByteArray before = program.mid(begin, at - begin);
    return 1 + int(std::ranges::count_if(before, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

int lineOf(const QByteArray &program, qsizetype at)
{
    return 1 + int(program.left(at).count('\n'));
}

/** A complaint taken apart, as in `jq: error: foo/0 is not defined at <top-level>, line 3:\n…`. */
struct Complaint {
    QByteArray text;
    int line = 0;
    int column = 0; ///< jq 1.7 tells it
};

int numberBehind(const QByteArray &text, QByteArrayView mark)
{
    const qsizetype at = text.indexOf(mark);
    if (at < 0)
        return 0;
    const qsizetype begin = at + mark.size();
    qsizetype end = begin;
    while (end < text.size() && text.at(end) >= '0' && text.at(end) <= '9')
        ++end;
    return text.mid(begin, end - begin).toInt();
}

Complaint taken(QByteArray message)
{
    constexpr QByteArrayView prefix("jq: error: ");
    if (message.startsWith(prefix))
        message.remove(0, prefix.size());
    const qsizetype place = message.indexOf(" at <top-level>, ");
    if (place < 0)
        return {message.trimmed(), 0, 0};
    const QByteArray rest = message.mid(place).split('\n').first();
    return {message.left(place).trimmed(), numberBehind(rest, "line "), numberBehind(rest, "column ")};
}

/** In words that say something to who has not written jq's grammar. */
QByteArray reworded(QByteArray text)
{
    for (const char *const ofModules :
         {"module not found", "Module path", "Module metadata", "error loading data file"}) {
        if (text.contains(ofModules))
            return "import and include are not possible here";
    }
    if (text == "memory exhausted") // of the parser's stack
        return "the program nests too deeply";
    if (text.contains("unexpected $end, expecting QQSTRING_TEXT"))
        return "syntax error, a text has no closing quote";
    text.replace(" (Unix shell quoting issues?)", "");
    if (const qsizetype expecting = text.indexOf(", expecting "); expecting > 0)
        text.truncate(expecting);
    text.replace("unexpected $end", "unexpected end of the program");
    text.replace("unexpected INVALID_CHARACTER", "unexpected character");
    text.replace("unexpected QQSTRING_START", "unexpected text");
    text.replace("unexpected QQSTRING_INTERP_END", "unexpected end of an interpolation");
    text.replace("unexpected IDENT", "unexpected name");
    text.replace("unexpected LITERAL", "unexpected number");
    text.replace("unexpected FIELD", "unexpected field");
    return text;
}

/** Whether a program could begin like this: then it goes wrong only at the marker, which stands on a line of its own.
 */
bool isViable(const QByteArray &beginning, const JqComplaints &ask)
{
    const QByteArrayList complaints = ask(beginning + '\n' + c_marker);
    return !complaints.isEmpty() && taken(complaints.first()).line == lineOf(beginning, beginning.size()) + 1;
}

/** The beginning of the first word that does not fit; the program's end where all of them do. */
qsizetype misplacedWord(const QByteArray &program, const JqComplaints &ask)
{
    const QList<qsizetype> ends = jqWordEnds(program);
    const auto wrong =
        std::ranges::partition_point(ends, [&](qsizetype end) { return isViable(program.left(end), ask); });
    if (wrong == ends.end())
        return ends.isEmpty() ? 0 : ends.last();
    return skipBlanks(program, wrong == ends.begin() ? 0 : *std::prev(wrong));
}

/** Where the name stands in the line, alone. -1 if it does not. */
qsizetype nameInLine(const QByteArray &program, const QByteArray &name, int line)
{
    const qsizetype begin = lineBegin(program, line);
    const qsizetype newline = program.indexOf('\n', begin);
    const qsizetype end = newline < 0 ? program.size() : newline;
    for (qsizetype at = program.indexOf(name, begin); at >= 0 && at < end; at = program.indexOf(name, at + 1)) {
        const qsizetype behind = at + name.size();
        const char before = at > begin ? program.at(at - 1) : ' ';
        const bool endsThere = behind >= program.size() || !isWordCharacter(program.at(behind));
        if (endsThere && !isWordCharacter(before) && before != '.' && before != '$' && before != '@')
            return at;
    }
    return -1;
}

QByteArray undefinedName(const QByteArray &text)
{
    constexpr QByteArrayView mark(" is not defined");
    if (!text.endsWith(mark))
        return {};
    return text.chopped(mark.size()).split('/').first();
}

} // namespace

QList<qsizetype> jqWordEnds(const QByteArray &program)
{
    QList<qsizetype> ends;
    for (qsizetype at = skipBlanks(program, 0); at < program.size(); at = skipBlanks(program, at)) {
        at = behindWord(program, at);
        ends.append(at);
    }
    return ends;
}

JqAnswer diagnose(const QByteArray &program, const QByteArrayList &complaints, const JqComplaints &ask)
{
    if (complaints.isEmpty())
        return {JqAnswer::What::Syntax, 0, 0, "jq cannot compile the program"};
    const Complaint complaint = taken(complaints.first());
    JqAnswer answer{JqAnswer::What::Syntax, complaint.line, complaint.column, reworded(complaint.text)};
    if (complaint.line == 0 || complaint.column > 0)
        return answer;
    if (complaint.text.startsWith("syntax error")) {
        const qsizetype at = misplacedWord(program, ask);
        answer.line = lineOf(program, at);
        answer.column = columnOf(program, at);
    } else if (const QByteArray name = undefinedName(complaint.text); !name.isEmpty()) {
        const qsizetype at = nameInLine(program, name, complaint.line);
        answer.column = at < 0 ? 0 : columnOf(program, at);
    }
    return answer;
}

} // namespace earshot
