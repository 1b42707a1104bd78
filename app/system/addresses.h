// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace earshot {

/** How this computer stands to an address that it listens on. */
enum class AddressState {
    Ours, ///< an interface has it, or it stands for all of them
    Gone, ///< no interface has it
    NetworkDown, ///< no interface has it, and none but the loopback one is up
};

/** Looks at the interfaces as they are now. Any thread. */
AddressState addressState(const QString &address);

} // namespace earshot
