// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commands/commandline.h"
#include "app/simulate/simulationsettings.h"

namespace earshot {

/** Runs a simulation to its end, or until SIGTERM or SIGINT: how it goes on standard error, what came of it on standard
 * output. ExitFailed if a delivery was not answered with 2xx. */
int runSimulation(const CommandLine &line, const SimulationSettings &settings);

} // namespace earshot
