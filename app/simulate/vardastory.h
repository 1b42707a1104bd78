// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/simulate/story.h"

namespace earshot {

/** What Varda reports of a conversation: a chat from conversation.created to closed with each of its messages, or a
 *  call from call.started to the outcome that a colleague tags later; and the contact, when it is new or changed. */
QList<StoryBeat> vardaBeats(const StoryScript &script);

/** One of Varda's deliveries as its webhook pages describe them, unsigned. */
SimulatedRequest vardaRequest(const StoryScript &script, const StoryBeat &beat, Timestamp start);

/** Adds `X-Varda-Signature: t=…,v1=…`: the hex HMAC-SHA256 of `<t>.<body>` under @p secret, with @p now in seconds as t
 *  (Varda's page on signatures). A field of that name that is there already is left alone. */
void signVardaRequest(SimulatedRequest &request, const QByteArray &secret, Timestamp now);

} // namespace earshot
