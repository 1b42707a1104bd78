// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/console.h"

#include <cstdio>

namespace earshot::console {

bool print(const QByteArray &text)
{
    const std::size_t size = std::size_t(text.size());
    return std::fwrite(text.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0;
}

void say(const QString &text)
{
    QString line = text;
    for (QChar &character : line) {
        if (character.category() == QChar::Other_Control)
            character = QLatin1Char(' ');
    }
    const QByteArray bytes = line.toUtf8() + '\n';
    // Nobody is left to tell when standard error itself cannot be written.
    std::ignore = std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
    std::ignore = std::fflush(stderr);
}

} // namespace earshot::console
