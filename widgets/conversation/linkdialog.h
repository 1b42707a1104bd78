// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QUrl;
class QWidget;

namespace earshot {

/** Shows the whole address and opens it in the desktop's browser if that is wanted. Only http and https are ever
 * offered. Returns at once. */
void askToOpenLink(const QUrl &address, QWidget *parent);

} // namespace earshot
