// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/base/logging.h"

namespace earshot {

Q_LOGGING_CATEGORY(lcStore, "earshot.store", QtWarningMsg)
Q_LOGGING_CATEGORY(lcProject, "earshot.project", QtWarningMsg)
Q_LOGGING_CATEGORY(lcReceive, "earshot.receive", QtWarningMsg)
Q_LOGGING_CATEGORY(lcForward, "earshot.forward", QtWarningMsg)
Q_LOGGING_CATEGORY(lcApp, "earshot.app", QtWarningMsg)

} // namespace earshot
