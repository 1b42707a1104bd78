// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/hook.h"
#include "models/domain/source.h"
#include "models/store/secretreference.h"

#include <QList>

namespace earshot {

/** The hooks of the sources that are enabled and have a token, with the address of those that name one. Secrets that
 * are only referred to are looked up in @p places; a source of which one is not there gets what it sends into
 * quarantine, which is logged. */
QList<Hook> hooksOf(const QList<Source> &sources, const Secrets &secrets, const SecretPlaces &places);

/** With @p base as the address of those that have none. */
QList<Hook> reachedAt(const QString &base, QList<Hook> hooks);

} // namespace earshot
