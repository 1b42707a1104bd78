// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/jq/jqmessage.h"

#include <expected>
#include <memory>

struct jq_state;

namespace earshot {

/** A compiled jq program. Only in the helper process: whatever jq does, from an endless loop to abort(), it does to the
 * whole process. */
class JqProgram
{
public:
    /** @p variables is a JSON object; the program sees its members by their names. The answer of a failure is Syntax.
     */
    static std::expected<JqProgram, JqAnswer> compile(const QByteArray &program, const QByteArray &variables);

    /** Value, Failed, NoResult, or TooLarge where it is longer than @p mostOutput. May be called again. */
    JqAnswer run(const QByteArray &input, qsizetype mostOutput);

private:
    struct Teardown {
        void operator()(jq_state *state) const;
    };

    using State = std::unique_ptr<jq_state, Teardown>;

    explicit JqProgram(State state)
        : m_state(std::move(state))
    {
    }

    JqAnswer result(qsizetype mostOutput);
    JqAnswer ending(bool hasValue);

    State m_state;
};

} // namespace earshot
