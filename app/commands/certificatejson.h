// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/certificate.h"

#include <QJsonObject>

namespace earshot {

/** `subject`, `names`, `not_before`, `not_after`, `days_left`, `fingerprint`, `self_signed`. */
QJsonObject toJson(const CertificateFacts &facts, Timestamp now);

/** The same in lines for people, each with its line end. */
QString certificateText(const CertificateFacts &facts, Timestamp now);

} // namespace earshot
