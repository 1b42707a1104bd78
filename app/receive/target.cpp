// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/receive/target.h"

namespace earshot {
namespace {

constexpr QByteArrayView c_hookPrefix = "/hook/";
constexpr QByteArrayView c_healthPath = "/health";

Target hookTarget(QByteArrayView rawToken, QByteArrayView query)
{
    Target target;
    if (rawToken.isEmpty() || rawToken.contains('/'))
        return target;
    target.kind = Target::Kind::Hook;
    target.token = QByteArray::fromPercentEncoding(rawToken.toByteArray());
    target.masked = "/hook/****" + query.toByteArray();
    target.hasQuery = query.size() > 1;
    return target;
}

} // namespace

/** An absolute-form target every server must accept (RFC 9112, 3.2.2). */
QByteArrayView originForm(QByteArrayView target)
{
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (target.first(qMin(target.size(), scheme.size())).compare(scheme, Qt::CaseInsensitive) != 0)
            continue;
        const qsizetype path = target.indexOf('/', scheme.size());
        return path < 0 ? QByteArrayView("/") : target.sliced(path);
    }
    return target;
}

Target readTarget(QByteArrayView raw)
{
    const QByteArrayView target = originForm(raw);
    const qsizetype mark = target.indexOf('?');
    const QByteArrayView path = mark < 0 ? target : target.first(mark);
    if (path.startsWith(c_hookPrefix))
        return hookTarget(path.sliced(c_hookPrefix.size()), target.sliced(path.size()));
    Target other;
    if (path == c_healthPath)
        other.kind = Target::Kind::Health;
    return other;
}

} // namespace earshot
