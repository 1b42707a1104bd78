// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QString;
class QUrl;
class QWidget;

namespace earshot {

/** Whether an address may be offered to a browser: only http and https ever are. */
bool isWebLink(const QUrl &address);

/** Shows the whole address below @p whence, words that say where it comes from, and opens it in the desktop's browser
 * if that is wanted. Does nothing where isWebLink() is false. Returns at once. */
void askToOpenLink(const QUrl &address, const QString &whence, QWidget *parent);

} // namespace earshot
