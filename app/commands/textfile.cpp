// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/textfile.h"

#include <QFile>

#include <cstdio>

namespace earshot {

Result<QString> readTextFile(const QString &path)
{
    constexpr qint64 most = 1'048'576;
    const bool isStandardInput = path == QLatin1StringView("-");
    const QString name = isStandardInput ? QStringLiteral("standard input") : path;
    QFile file(path);
    const bool isOpen = isStandardInput ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return failure(ErrorCode::FileFailed, QStringLiteral("%1 cannot be read: %2").arg(name, file.errorString()));
    const QByteArray bytes = file.read(most + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorCode::FileFailed, QStringLiteral("%1 cannot be read: %2").arg(name, file.errorString()));
    if (bytes.size() > most)
        return failure(ErrorCode::FileFailed, QStringLiteral("%1 is over 1 MiB").arg(name));
    QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() != bytes)
        return failure(ErrorCode::FileFailed, QStringLiteral("%1 is not text in UTF-8").arg(name));
    return text;
}

} // namespace earshot
