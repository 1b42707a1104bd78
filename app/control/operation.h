// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/forward/forwardingrules.h"
#include "models/base/clock.h"
#include "models/store/database.h"
#include "models/store/location.h"
#include "models/store/secretschange.h"

#include <QJsonObject>

namespace earshot {

/** What an operation works on: the writer's connection, within a transaction that is committed if the operation
 * succeeds. */
struct OperationContext {
    const Database &database;
    const StoreLocation &location;
    ForwardingRules &rules;
    SecretsChange &secrets; ///< undone by whoever runs the operation, if the commit fails
    Timestamp now;
};

/** Does what a person asked for, in the process that holds the writer's role and on its writer's thread, and saves the
 * secrets that it changed. The request is
 * an object with the word `operation`, as in `source add`, and what that one takes; the answer holds what there is to
 * say. Both may hold secrets: they go through the control socket and nowhere else. Errors: BadArgument for an unknown
 * operation and for what the request lacks or has wrong, NotFound, AlreadyExists, and the store's. */
Result<QJsonObject> perform(const QJsonObject &request, const OperationContext &context);

/** What is wrong with the request itself, so that misuse is told before a store is made or touched: BadArgument,
 * FilterSyntax. */
Result<void> checkRequest(const QJsonObject &request);

} // namespace earshot
