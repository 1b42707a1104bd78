// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

namespace earshot {

/** What Twilio signs after the URL: name and value of each form field, sorted by name and then value, each pair once
 * (twilio.com/docs/usage/webhooks/webhooks-security). Nothing where the URL has a `bodySHA256`: then that vouches for
 * the body. */
QByteArray twilioFieldText(QByteArrayView url, QByteArrayView body);

/** Whether the body is what the URL's `bodySHA256` says; true where it has none. */
bool isTwilioBodyRight(QByteArrayView url, QByteArrayView body);

/** The ways in which Twilio may have written @p url: as it is, with the port of its scheme, without its port. */
QByteArrayList twilioUrls(const QByteArray &url);

} // namespace earshot
