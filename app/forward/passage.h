// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/crmrequest.h"
#include "app/forward/destinationanswer.h"
#include "app/forward/shipment.h"

#include <qcorotask.h>

namespace earshot {

/** The way to a destination that a connector uses for one shipment: sends requests at the pace the destination allows,
 * within bounds of time and size, without redirects, with its certificate checked, and keeps what was said for the log
 * of attempts. Main thread. */
class Passage
{
public:
    virtual ~Passage() = default;

    virtual const Shipment &shipment() const = 0;

    /** One request and its answer; what goes wrong is part of the answer. The passage must outlive the task. */
    virtual QCoro::Task<DestinationAnswer> exchange(CrmRequest request) = 0;
};

} // namespace earshot
