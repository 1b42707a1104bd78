// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/forwarding.h"

namespace earshot {

/** The values in which two bodies differ, at most 500: the order of members does not count, a list is compared place by
 * place. Bodies that are not both JSON are compared whole, under the path `.`. Long values are cut, so that what
 * differs is seen. */
QList<ShadowChange> bodyChanges(const QByteArray &has, const QByteArray &would);

} // namespace earshot
