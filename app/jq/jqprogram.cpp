// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/jq/jqprogram.h"

#include "app/jq/jqdiagnosis.h"

#include <unistd.h>

extern "C" { // its headers are plain C
#include <jq.h>
}

namespace earshot {
namespace {

constexpr qsizetype c_mostMessage = 500; // jq may quote a whole value

QByteArray textOf(jv string)
{
    const QByteArray bytes(jv_string_value(string), jv_string_length_bytes(jv_copy(string)));
    jv_free(string);
    return bytes;
}

/** Text as it is, anything else as JSON. */
QByteArray spoken(jv value)
{
    return jv_get_kind(value) == JV_KIND_STRING ? textOf(value) : textOf(jv_dump_string(value, 0));
}

QByteArray shortened(const QByteArray &message)
{
    if (message.size() <= c_mostMessage)
        return message;
    qsizetype end = c_mostMessage;
    while (end > 0 && (message.at(end) & 0xC0) == 0x80) // not within a character
        --end;
    return message.left(end) + "…";
}

jv parsed(const QByteArray &json)
{
    return jv_parse_sized(json.constData(), int(json.size()));
}

void keepComplaint(void *list, jv message)
{
    static_cast<QByteArrayList *>(list)->append(spoken(jq_format_error(message)));
}

[[noreturn]] void endForMemory(void *)
{
    _exit(jqmessage::c_memoryExit);
}

/** Nothing but memory: no search path, so that modules are looked for nowhere. Without these attributes jq 1.6 aborts
 * at an import. */
jq_state *freshState(QByteArrayList &complaints)
{
    jq_state *state = jq_init();
    if (!state)
        endForMemory(nullptr);
    jq_set_nomem_handler(state, endForMemory, nullptr);
    jq_set_error_cb(state, keepComplaint, &complaints);
    jq_set_input_cb(state, nullptr, nullptr); // jq 1.6 leaves these two as they come from malloc()
    jq_set_debug_cb(state, nullptr, nullptr);
    jq_set_attr(state, jv_string("JQ_ORIGIN"), jv_string("/nowhere"));
    jq_set_attr(state, jv_string("PROGRAM_ORIGIN"), jv_string("/nowhere"));
    jq_set_attr(state, jv_string("JQ_LIBRARY_PATH"), jv_array());
    return state;
}

/** What jq says of a program without variables, for diagnose(): how it reads does not depend on them. */
QByteArrayList complaintsAbout(const QByteArray &program)
{
    QByteArrayList complaints;
    jq_state *state = freshState(complaints);
    std::ignore = jq_compile(state, program.constData());
    jq_teardown(&state);
    return complaints;
}

JqAnswer answer(JqAnswer::What what, const QByteArray &text)
{
    return {what, 0, 0, text};
}

/** Of an error that jq raised. */
JqAnswer failed(jv error)
{
    const QByteArray message = shortened(spoken(jv_invalid_get_msg(error)));
    return answer(JqAnswer::What::Failed, message.isEmpty() ? "the program ended with an error" : message);
}

} // namespace

void JqProgram::Teardown::operator()(jq_state *state) const
{
    jq_teardown(&state);
}

std::expected<JqProgram, JqAnswer> JqProgram::compile(const QByteArray &program, const QByteArray &variables)
{
    if (program.contains('\0')) // jq would read up to there
        return std::unexpected(answer(JqAnswer::What::Syntax, "the program holds a character NUL"));
    const jv values = parsed(variables);
    if (jv_get_kind(values) != JV_KIND_OBJECT) {
        jv_free(values);
        return std::unexpected(answer(JqAnswer::What::Syntax, "the variables are no object"));
    }
    QByteArrayList complaints;
    State state(freshState(complaints));
    const bool isCompiled = jq_compile_args(state.get(), program.constData(), values) != 0;
    jq_set_error_cb(state.get(), nullptr, nullptr); // the list goes; running says what is wrong in another way
    if (!isCompiled)
        return std::unexpected(diagnose(program, complaints, complaintsAbout));
    return JqProgram(std::move(state));
}

JqAnswer JqProgram::run(const QByteArray &input, qsizetype mostOutput)
{
    const jv value = parsed(input);
    if (!jv_is_valid(value))
        return answer(JqAnswer::What::Failed, "the input cannot be read: " + spoken(jv_invalid_get_msg(value)));
    jq_start(m_state.get(), value, 0);
    const JqAnswer made = result(mostOutput);
    jq_start(m_state.get(), jv_null(), 0); // lets go of what the run held
    return made;
}

JqAnswer JqProgram::result(qsizetype mostOutput)
{
    const jv first = jq_next(m_state.get());
    if (!jv_is_valid(first)) {
        if (jv_invalid_has_msg(jv_copy(first)))
            return failed(first);
        jv_free(first);
        return ending(false);
    }
    const jv second = jq_next(m_state.get());
    if (!jv_is_valid(second) && !jv_invalid_has_msg(jv_copy(second)) && !jq_halted(m_state.get())) {
        jv_free(second);
        const QByteArray json = textOf(jv_dump_string(first, 0));
        if (json.size() > mostOutput)
            return answer(JqAnswer::What::TooLarge, "the program gave more than it may");
        return answer(JqAnswer::What::Value, json);
    }
    jv_free(first);
    if (!jv_is_valid(second) && jv_invalid_has_msg(jv_copy(second)))
        return failed(second);
    const bool isValue = jv_is_valid(second);
    jv_free(second);
    return ending(isValue);
}

JqAnswer JqProgram::ending(bool hasValue)
{
    if (hasValue)
        return answer(JqAnswer::What::NoResult, "the program gave more than one value");
    if (!jq_halted(m_state.get()))
        return answer(JqAnswer::What::NoResult, "the program gave no value");
    const jv message = jq_get_error_message(m_state.get());
    if (jv_get_kind(message) == JV_KIND_STRING)
        return answer(JqAnswer::What::Failed, "the program halted: " + shortened(textOf(message)));
    jv_free(message);
    return answer(JqAnswer::What::Failed, "the program halted");
}

} // namespace earshot
