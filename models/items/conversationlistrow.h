// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"
#include "models/store/forwardingstate.h"

#include <memory>

namespace earshot {

/** A conversation as tables show it. */
struct ConversationListRow {
    qint64 id = 0;
    qint64 sourceId = 0;
    Timestamp time; ///< by which it is ordered and belongs to a day
    Conversation record; ///< without what tables do not show: form data, attributes, analysis
    QString lastLine; ///< what was said last, else the summary, else the first message
    bool isRunning = false; ///< not ended, as far as we know
    bool isOverdue = false; ///< runs for so long that an end may have been missed
    std::optional<Timestamp> overdueAt; ///< of a running one: from when on it is
    std::optional<Timestamp> assumedEndAt; ///< of a running one: when it is taken for ended if nothing comes
    int repeats = 0; ///< deliveries of it that came again
    QList<ForwardingPlace> forwarding; ///< where it goes, and how it stands there
};

using ConversationListRowPtr = std::shared_ptr<const ConversationListRow>;

} // namespace earshot

Q_DECLARE_METATYPE(earshot::ConversationListRowPtr)
