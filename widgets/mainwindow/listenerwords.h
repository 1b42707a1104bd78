// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/items/listenerstate.h"
#include "widgets/style/format.h"

#include <QString>

namespace earshot {

/** Why nobody receives, in a few words for a status bar: "Not receiving: port 8765 is taken". Of a state Down. */
QString notReceivingText(const ListenerState &state);

/** … and for a banner: what happened, what it means, what happens next. */
QString notReceivingSentence(const ListenerState &state);

/** That the certificate of the listener ends in less than three weeks, or has, and what to do; null else. */
QString certificateNotice(const ListenerState &state, const ValueFormat &format, Timestamp now);

} // namespace earshot
