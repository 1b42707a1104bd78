// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace earshot {

/** `outbox choose ID CONTACT`: says whose record a row is. */
int chooseOutboxContact(const QStringList &arguments);

/** `outbox settle ID --there|--not-there`: says whether a record was written. */
int settleOutboxRow(const QStringList &arguments);

} // namespace earshot
