// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/recordsender.h"

namespace earshot {

/** What a destination made of a sample record. */
struct DestinationTest {
    bool accepted = false;
    QString words; ///< what came back, as in "answered 200"
};

/** Sends one made-up conversation, marked `"test": true`, outside the outbox. @p sender must outlive the task. */
QCoro::Task<DestinationTest> testDestination(RecordSender &sender, Destination destination,
                                             Secrets::Destination secrets, Timestamp now);

} // namespace earshot
