// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/expose/selftest.h"

#include <QJsonObject>

namespace earshot {

/** A step's stable word, as in `round-trip`. */
QString selfTestWord(SelfTestStep step);
/** A result's stable word: passed, warning, failed or skipped. */
QString selfTestWord(SelfTestFinding::Result result);
/** A step's name for the command line, as in `Name of the public address`. */
QString selfTestTitle(SelfTestStep step);

/** `{"reachable":…,"public":…,"steps":[{"step":…,"result":…,"detail":…},…]}` */
QJsonObject selfTestJson(const QString &publicBase, const QList<SelfTestFinding> &findings);

/** A line for each step. */
QString selfTestText(const QList<SelfTestFinding> &findings);

} // namespace earshot
