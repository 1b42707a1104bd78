// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/jq/jqrunner.h"

#include <QJsonObject>
#include <QList>

#include <utility>

namespace earshot {

/** Conversations of all sorts as neutral records, each with a name: calls and chats, with everything and with next to
 * nothing, of nobody, in other scripts, endless. */
QList<std::pair<QString, QJsonObject>> sampleRecords();

/** One of them. */
QJsonObject recordNamed(const QString &name);

/** Renders by the presets, in the helper and within its limits. Of the main thread. */
class PresetRenderer
{
public:
    PresetRenderer();

    /** What the preset of a kind of destination makes of a record. Fatal if it fails. */
    QByteArray render(const QString &kind, const QJsonObject &record, const QJsonObject &words = {});

private:
    JqRunner m_runner;
};

} // namespace earshot
