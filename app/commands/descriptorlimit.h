// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace earshot {

/** 1,024 connections and the files beside them do not fit the usual soft limit of 1,024 descriptors. Where the hard
 * limit is as low, the listener takes fewer. */
void raiseDescriptorLimit();

} // namespace earshot
