// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/platforms/httpsample.h"

#include <QFile>

namespace earshot {
namespace {

constexpr qint64 c_arrival = 1'780'000'000'000'000; // 2026-05-28T20:26:40Z

QByteArray takeLine(QByteArrayView &rest)
{
    const qsizetype end = rest.indexOf("\r\n");
    const QByteArrayView line = end < 0 ? rest : rest.first(end);
    rest = end < 0 ? QByteArrayView() : rest.sliced(end + 2);
    return line.toByteArray();
}

} // namespace

Delivery deliveryFromHttp(const QByteArray &text)
{
    QByteArrayView rest(text);
    const QList<QByteArray> requestLine = takeLine(rest).split(' ');
    Delivery delivery;
    delivery.id = 1;
    delivery.receivedAt = fromMicroseconds(c_arrival);
    delivery.method = requestLine.value(0);
    delivery.target = requestLine.value(1);
    delivery.remote = QStringLiteral("192.0.2.1");
    for (QByteArray line = takeLine(rest); !line.isEmpty(); line = takeLine(rest)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            delivery.headers.append({line.first(colon), line.sliced(colon + 1).trimmed()});
    }
    delivery.body = rest.toByteArray();
    return delivery;
}

QByteArray readSample(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qUtf8Printable(path));
    return file.readAll();
}

} // namespace earshot
