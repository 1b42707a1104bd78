// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/live/cellwords.h"

#include <QCoreApplication>

namespace earshot {
namespace {

constexpr qsizetype c_longestLine = 400; // more than the widest column shows

QString counted(const char *text, qint64 number)
{
    return QCoreApplication::translate("earshot::CellWords", text, nullptr, int(number));
}

} // namespace

QString timeHeading(const QString &heading, const ValueFormat &format)
{
    if (format.timeDisplay == TimeDisplay::Relative)
        return heading;
    const QByteArray zone = format.timeDisplay == TimeDisplay::Utc ? QByteArray("UTC") : format.zone.id();
    if (zone == QTimeZone::systemTimeZoneId())
        return heading;
    const QString city = QString::fromUtf8(zone.mid(zone.lastIndexOf('/') + 1)).replace(u'_', u' ');
    //: heading of a column of times, then their zone, as in "Started (Berlin)"
    return QCoreApplication::translate("earshot::CellWords", "%1 (%2)").arg(heading, city);
}

QString spokenDuration(qint64 seconds)
{
    const qint64 hours = seconds / 3600;
    const qint64 minutes = seconds / 60 % 60;
    QStringList parts;
    if (hours > 0)
        parts.append(counted(QT_TRANSLATE_N_NOOP("earshot::CellWords", "%n hour(s)"), hours));
    if (minutes > 0)
        parts.append(counted(QT_TRANSLATE_N_NOOP("earshot::CellWords", "%n minute(s)"), minutes));
    if (seconds % 60 > 0 || parts.isEmpty())
        parts.append(counted(QT_TRANSLATE_N_NOOP("earshot::CellWords", "%n second(s)"), seconds % 60));
    return parts.join(u' ');
}

QString oneLine(const QString &text)
{
    return text.left(c_longestLine).simplified();
}

} // namespace earshot
