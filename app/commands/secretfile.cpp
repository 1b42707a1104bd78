// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/secretfile.h"

#include <QFile>

#include <cstdio>

namespace earshot {
namespace {

constexpr qint64 c_mostBytes = qint64(64) * 1024;

QByteArray withoutLineEnd(QByteArray text)
{
    while (text.endsWith('\n') || text.endsWith('\r'))
        text.chop(1);
    return text;
}

} // namespace

Result<QByteArray> readSecretFile(const QString &path)
{
    const bool isStandardInput = path == QLatin1StringView("-");
    const QString name = isStandardInput ? QStringLiteral("standard input") : path;
    QFile file(path);
    const bool isOpen = isStandardInput ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return failure(ErrorCode::FileFailed, QStringLiteral("%1 cannot be read: %2").arg(name, file.errorString()));
    const QByteArray text = file.read(c_mostBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorCode::FileFailed, QStringLiteral("%1 cannot be read: %2").arg(name, file.errorString()));
    QByteArray secret = withoutLineEnd(text);
    if (secret.isEmpty())
        return failure(ErrorCode::FileFailed, QStringLiteral("%1 is empty").arg(name));
    if (text.size() > c_mostBytes)
        return failure(ErrorCode::FileFailed, QStringLiteral("%1 is too long for a secret").arg(name));
    return secret;
}

} // namespace earshot
