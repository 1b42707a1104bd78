// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/base/result.h"
#include "models/domain/conversation.h"
#include "models/domain/event.h"
#include "models/domain/message.h"
#include "widgets/style/colors.h"
#include "widgets/style/icons.h"

#include <QStringList>

namespace earshot {

/** How a state looks: its outline first, its word second, its colour last. */
struct Look {
    Icon icon = Icon::OutcomeOther;
    QString word; ///< in the user's language
    ColorRole color = ColorRole::Muted; ///< of the icon
};

// Words come in the language of the moment: ask again after a change of language.

/** @p overdue: it runs, but for longer than its source's calls usually do without an end. */
Look statusLook(Status status, bool overdue = false);

/** Of an outcome's word as stored; null is "Untagged". One's own words look like `other` and say themselves. */
Look outcomeLook(const QString &outcome);

/** The fixed outcomes in the order of legends and menus. */
QStringList knownOutcomes();

/** Of a delivery's state and verdict as stored. */
Look deliveryStateLook(const QString &state);
Look verdictLook(const QString &verdict);

Look channelLook(const QString &channel);
Look roleLook(Role role);

QString directionWord(Direction direction);
QString kindWord(Kind kind);

/** An event's neutral type as stored, in words: `call.ended` is "Call ended". */
QString eventTypeWord(const QString &type);

/** `insighto` is "Insighto.ai". */
QString platformName(const QString &platform);

/** One to three letters in a small frame: `In`, `e`, `V`, `{}`. */
QString platformMonogram(const QString &platform);

/** The heading of a field of the neutral record, as in "Contact name"; the field's own name where there is none. */
QString fieldHeading(const QString &field);

/** What an error means and what to do, in the user's language; the detail last. */
QString errorText(const Error &error);

} // namespace earshot
