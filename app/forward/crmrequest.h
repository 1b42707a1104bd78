// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <utility>

namespace earshot {

/** A request as a connector wants it made, its sign-in included; address and pacing are added by the passage. */
struct CrmRequest {
    QString purpose; ///< as in `find contact`, for the log of attempts
    QByteArray method = "GET";
    QString path; ///< put behind the destination's address; percent-encoded, begins with / or is empty
    QString url = {}; ///< whole, in place of the destination's address; of the same origin
    QUrlQuery query = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {}; ///< may hold secrets
    QByteArray body = {};
    QByteArray contentType = "application/json"; ///< of the body, where there is one
    QByteArray accept = "application/json";
    QList<QByteArray> secrets = {}; ///< besides the destination's: blotted out wherever they come up
    bool isAnswerSecret = false; ///< a success gives a secret: none of its text is kept
};

} // namespace earshot
