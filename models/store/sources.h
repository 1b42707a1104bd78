// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/source.h"
#include "models/store/database.h"

namespace earshot {

/** The sources kept in a store. Functions over a connection, in its thread; the changing ones inside the caller's
 * transaction and only for the holder of the writer's role. */
namespace sources {

/** Those not removed, by name. */
Result<QList<Source>> all(const Database &database);

/** Also removed ones, whose deliveries are still here. By id. */
Result<QHash<qint64, Source>> everById(const Database &database);

/** NotFound names the sources there are. */
Result<Source> byName(const Database &database, const QString &name);

/** Stores a new source and gives it its id. Errors: BadArgument (an empty name, one with `/` or a control character, an
 * unknown zone, a bad network, a public URL that is none), AlreadyExists. */
Result<Source> add(const Database &database, Source source);

/** Stores what can be changed of a source: allow, proof, rateLimit, answer, retention. Errors: BadArgument (a bad
 * network). */
Result<void> change(const Database &database, const Source &source);

Result<void> setEnabled(const Database &database, qint64 id, bool enabled);

/** Under what address senders reach the listener, as in `https://hooks.example` (a `/` at its end is dropped); empty
 * for the listener's own. Errors: BadArgument. */
Result<void> setPublicUrl(const Database &database, qint64 id, const QString &url);

/** The source takes no more deliveries and its name is free again; what it has received stays. */
Result<void> remove(const Database &database, qint64 id, Timestamp now);

} // namespace sources
} // namespace earshot
