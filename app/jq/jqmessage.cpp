// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jq/jqmessage.h"

#include <QtEndian>

namespace earshot::jqmessage {
namespace {

constexpr qsizetype c_requestHead = 9; // what, length of the program, length of the variables
constexpr qsizetype c_answerHead = 9; // what, line, column

void appendNumber(QByteArray &bytes, quint32 number)
{
    char encoded[c_lengthBytes];
    qToBigEndian(number, encoded);
    bytes.append(encoded, c_lengthBytes);
}

} // namespace

quint32 lengthIn(const char *bytes)
{
    return qFromBigEndian<quint32>(bytes);
}

QByteArray framed(const JqRequest &request)
{
    const qsizetype size = c_requestHead + request.program.size() + request.variables.size() + request.input.size();
    QByteArray bytes;
    bytes.reserve(c_lengthBytes + size);
    appendNumber(bytes, quint32(size));
    bytes.append(char(request.what));
    appendNumber(bytes, quint32(request.program.size()));
    appendNumber(bytes, quint32(request.variables.size()));
    return bytes.append(request.program).append(request.variables).append(request.input);
}

QByteArray framed(const JqAnswer &answer)
{
    QByteArray bytes;
    bytes.reserve(c_lengthBytes + c_answerHead + answer.text.size());
    appendNumber(bytes, quint32(c_answerHead + answer.text.size()));
    bytes.append(char(answer.what));
    appendNumber(bytes, quint32(answer.line));
    appendNumber(bytes, quint32(answer.column));
    return bytes.append(answer.text);
}

std::optional<JqRequest> requestIn(const QByteArray &frame)
{
    if (frame.size() < c_requestHead)
        return std::nullopt;
    const char what = frame.at(0);
    const qsizetype program = lengthIn(frame.constData() + 1);
    const qsizetype variables = lengthIn(frame.constData() + 1 + c_lengthBytes);
    const bool isKnown = what == char(JqRequest::What::Run) || what == char(JqRequest::What::Check);
    if (!isKnown || c_requestHead + program + variables > frame.size())
        return std::nullopt;
    return JqRequest{JqRequest::What(what), frame.mid(c_requestHead, program),
                     frame.mid(c_requestHead + program, variables), frame.mid(c_requestHead + program + variables)};
}

std::optional<JqAnswer> answerIn(const QByteArray &frame)
{
    if (frame.size() < c_answerHead || !QByteArrayView("!vfsenl").contains(frame.at(0)))
        return std::nullopt;
    return JqAnswer{JqAnswer::What(frame.at(0)), int(lengthIn(frame.constData() + 1)),
                    int(lengthIn(frame.constData() + 1 + c_lengthBytes)), frame.mid(c_answerHead)};
}

} // namespace earshot::jqmessage
