// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/connector.h"
#include "app/forward/trytonrpc.h"

namespace earshot {

/** What the destination's user may do in Tryton of what is needed. Both must outlive the task. */
QCoro::Task<Called<QList<RightCheck>>> trytonRights(TrytonRpc &rpc, Passage &passage);

/** @p failure, or which right is missing where that is why. Both must outlive the task. */
QCoro::Task<CallFailure> explainedByRights(TrytonRpc &rpc, Passage &passage, CallFailure failure);

} // namespace earshot
