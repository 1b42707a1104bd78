// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace earshot {

/** What a person is told of a platform when adding a source of it. Texts are in the language of the moment: ask again
 * after a change of language. */
struct PlatformGuide {
    QString name; ///< "Insighto.ai"
    QString tagline; ///< what it sends, in a few words
    QString sourceName; ///< suggested for a source
    QString stepsTitle; ///< "Paste it at Insighto.ai"
    QStringList steps; ///< HTML of our own, with <b> around what stands on the screen there
    QString note; ///< what to know of it, plain text; null for none
    QString waiting; ///< what to do for a first delivery, plain text
    bool needsHttps = false; ///< it takes only addresses that begin with https://
};

/** Of one of the platforms that a source can be of. */
PlatformGuide platformGuide(const QString &platform);

/** A cURL command that has Varda post all nine of its events to @p address. */
QString vardaCommand(const QString &address);

} // namespace earshot
