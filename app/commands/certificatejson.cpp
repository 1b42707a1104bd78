// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commands/certificatejson.h"

#include "app/certificatewatch.h"

#include <QJsonArray>

namespace earshot {
namespace {

QString endWords(const CertificateFacts &facts, Timestamp now)
{
    const qint64 days = daysLeft(facts, now);
    const QString end = toIsoText(facts.notAfter, QTimeZone::utc());
    if (days < 0)
        return QStringLiteral("%1 (has ended: renew it)").arg(end);
    const bool isSoon = days < c_certificateWarning.count();
    return (isSoon ? QStringLiteral("%1 (in %2 days: renew it)") : QStringLiteral("%1 (in %2 days)"))
        .arg(end)
        .arg(days);
}

} // namespace

QJsonObject toJson(const CertificateFacts &facts, Timestamp now)
{
    return {{QStringLiteral("subject"), facts.subject},
            {QStringLiteral("names"), QJsonArray::fromStringList(facts.names)},
            {QStringLiteral("not_before"), toIsoText(facts.notBefore, QTimeZone::utc())},
            {QStringLiteral("not_after"), toIsoText(facts.notAfter, QTimeZone::utc())},
            {QStringLiteral("days_left"), daysLeft(facts, now)},
            {QStringLiteral("fingerprint"), facts.fingerprint},
            {QStringLiteral("self_signed"), facts.isSelfSigned}};
}

QString certificateText(const CertificateFacts &facts, Timestamp now)
{
    const QString kind = facts.isSelfSigned ? QStringLiteral(" (self-signed)") : QString();
    return QStringLiteral("Certificate: %1%2\nFor: %3\nEnds: %4\nFingerprint (SHA-256): %5\n")
        .arg(facts.subject, kind, facts.names.join(QLatin1StringView(", ")), endWords(facts, now), facts.fingerprint);
}

} // namespace earshot
