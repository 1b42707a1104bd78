// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/requestcheck.h"

#include <array>
#include <cstdint>

namespace earshot {
namespace {

bool isTokenCharacter(char c)
{
    const bool isAlphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return isAlphanumeric || (c != '\0' && QByteArrayView("!#$%&'*+-.^_`|~").contains(c));
}

/** RFC 9110, 5.6.2: also what a space before the colon is not. */
bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

/** RFC 9112, 3: one space between method, target and version, and all of them whole. The library lets pass several
 * spaces, and ends what it tells at the first NUL. */
bool hasOddLine(const RequestHead &head)
{
    const qsizetype before = head.method.size() + 1 + head.target.size() + 1;
    return head.version.data() != head.block.data() + before;
}

bool hasOddTarget(const RequestHead &head)
{
    const auto isSpaceOrControl = [](char c) { return std::uint8_t(c) <= 0x20 || c == 0x7f; };
    return head.target.isEmpty() || std::any_of(head.target.begin(), head.target.end(), isSpaceOrControl);
}

bool hasOddNames(const RequestHead &head)
{
    return !std::all_of(head.fields.begin(), head.fields.end(),
                        [](const FieldView &field) { return isToken(field.name); });
}

/** A bare CR, which some take for a line's end (RFC 9112, 2.2). */
bool hasBareCr(const RequestHead &head)
{
    return std::any_of(head.fields.begin(), head.fields.end(),
                       [](const FieldView &field) { return field.value.contains('\r'); });
}

bool isBlank(const char *from, const char *to, QByteArrayView allowed)
{
    return from <= to && std::all_of(from, to, [allowed](char c) { return allowed.contains(c); });
}

/** Whether each field follows the one before with nothing but separators between. The library ends a value at its first
 *  NUL and moves the name of a folded line (obs-fold, RFC 9112, 5.2) elsewhere; both show only here. */
bool hasHiddenBytes(const RequestHead &head)
{
    constexpr QByteArrayView c_beforeValue = " \t";
    constexpr QByteArrayView c_afterValue(" \t\r\n\0", 5);
    const char *end = head.block.data(); // of what was seen so far
    for (const FieldView &field : head.fields) {
        const bool isFirst = end == head.block.data();
        if (field.name.data() < end || field.name.end() >= head.block.end())
            return true;
        if (!isFirst && !isBlank(end, field.name.data(), c_afterValue))
            return true;
        if (field.value.end() > head.block.end() || !isBlank(field.name.end() + 1, field.value.data(), c_beforeValue))
            return true;
        end = field.value.end();
    }
    return !head.fields.isEmpty() && !isBlank(end, head.block.end(), c_afterValue);
}

/** RFC 3986, 3.2.2 and 3.2.3: what a host and its port are written with. */
bool isHostCharacter(char c)
{
    const bool isAlphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return isAlphanumeric || (c != '\0' && QByteArrayView("-._~%!$&'()*+,;=:[]").contains(c));
}

/** RFC 9112, 3.2. */
bool hasOddHost(const RequestHead &head)
{
    const qsizetype hosts = head.count("Host");
    if (hosts != 1)
        return hosts > 1 || !head.isHttp10();
    const QByteArrayView host = head.find("Host")->value.trimmed();
    return !std::all_of(host.begin(), host.end(), isHostCharacter);
}

/** RFC 9112, 6.1 and 6.3: one length, told in one way. */
bool hasOddLength(const RequestHead &head)
{
    const qsizetype codings = head.count("Transfer-Encoding");
    const qsizetype lengths = head.count("Content-Length");
    if (codings == 0)
        return lengths > 1;
    const bool isChunked = head.find("Transfer-Encoding")->value.compare("chunked", Qt::CaseInsensitive) == 0;
    return codings > 1 || lengths > 0 || !isChunked || head.isHttp10();
}

/** RFC 9110, 10.1.1; in HTTP/1.0 the field means nothing. */
bool hasUnknownExpectation(const RequestHead &head)
{
    const FieldView *expect = head.find("Expect");
    return expect != nullptr && !head.isHttp10()
           && expect->value.trimmed().compare("100-continue", Qt::CaseInsensitive) != 0;
}

} // namespace

std::optional<Answer> refusalOf(const RequestHead &head)
{
    constexpr std::array c_faults = {&hasOddLine,     &hasOddTarget, &hasOddNames, &hasBareCr,
                                     &hasHiddenBytes, &hasOddHost,   &hasOddLength};
    if (std::any_of(c_faults.begin(), c_faults.end(), [&head](auto *hasFault) { return hasFault(head); }))
        return Answer::BadRequest;
    if (hasUnknownExpectation(head))
        return Answer::ExpectationRefused;
    return std::nullopt;
}

} // namespace earshot
