// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/clock.h"

#include <QString>

#include <optional>

namespace earshot {

/** Who speaks. A platform's "agent" may be a person or a machine: its decoder knows which. */
enum class Role {
    User, ///< the contact
    Assistant, ///< a machine on our side
    Agent, ///< a person on our side
    System,
    Tool,
};

QString roleText(Role role);
std::optional<Role> roleFromText(QStringView text);

/** One turn of a conversation. */
struct Message {
    QString key; ///< the platform's id of the message; null in a transcript, which comes as a whole
    Role role = Role::System;
    QString name;
    QString text;
    std::optional<Timestamp> at;

    friend bool operator==(const Message &, const Message &) = default;
};

} // namespace earshot
