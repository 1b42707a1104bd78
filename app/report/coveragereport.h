// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/store/coverage.h"

#include <QTimeZone>

namespace earshot {

/** One line of JSON as docs/coverage.md has it; times in @p zone. */
QByteArray coverageJson(const Coverage &coverage, const QTimeZone &zone);

/** Tables for a terminal. */
QByteArray coverageText(const Coverage &coverage, const QTimeZone &zone);

/** What a source's numbers leave open, in a sentence or two; null if nothing. */
QString coverageNote(const SourceCoverage &source);

} // namespace earshot
