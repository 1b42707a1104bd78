// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace earshot {

/** What the helper is asked to do. */
struct JqRequest {
    enum class What : char { Run = 'r', Check = 'c' };

    What what = What::Run;
    QByteArray program;
    QByteArray variables; ///< a JSON object
    QByteArray input; ///< a JSON value; of Run
};

/** What the helper answers. */
struct JqAnswer {
    enum class What : char {
        Ready = '!', ///< told once, unasked: it is confined and waits for requests
        Value = 'v',
        Fine = 'f', ///< of Check
        Syntax = 's',
        Failed = 'e',
        NoResult = 'n',
        TooLarge = 'l',
    };

    What what = What::Ready;
    int line = 0; ///< of Syntax
    int column = 0; ///< of Syntax
    QByteArray text; ///< the value as compact JSON, or what is wrong
};

/** How requests and answers lie in a stream: four bytes of length, most significant first, and as many bytes. */
namespace jqmessage {

inline constexpr qsizetype c_lengthBytes = 4;

/** Exit code of a helper that needed more memory than it may have. */
inline constexpr int c_memoryExit = 3;

QByteArray framed(const JqRequest &request);
QByteArray framed(const JqAnswer &answer);

/** The length that a frame's first four bytes announce. */
quint32 lengthIn(const char *bytes);

/** Out of a frame without its length; nothing if it is none. */
std::optional<JqRequest> requestIn(const QByteArray &frame);
std::optional<JqAnswer> answerIn(const QByteArray &frame);

} // namespace jqmessage
} // namespace earshot
