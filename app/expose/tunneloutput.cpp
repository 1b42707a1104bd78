// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/expose/tunneloutput.h"

#include "app/expose/sshfailure.h"
#include "models/store/publicurl.h"

#include <QRegularExpression>
#include <QUrl>

namespace earshot {
namespace {

constexpr qsizetype c_longestLine = 4096;
constexpr qsizetype c_keptLines = 40;

/** As programs print it, boxes and commas around it. */
QRegularExpression anyHttpsAddress()
{
    return QRegularExpression(QStringLiteral("https://[A-Za-z0-9.-]+(?::\\d+)?"));
}

/** Terminal colours, which some programs print even into a pipe. */
QString withoutEscapes(QString line)
{
    static const QRegularExpression escape(QStringLiteral("\\x1b\\[[0-9;?]*[A-Za-z]"));
    return line.remove(escape).trimmed();
}

} // namespace

TunnelOutput::TunnelOutput(TunnelSettings settings)
    : m_settings(std::move(settings))
{
}

void TunnelOutput::add(const QByteArray &bytes)
{
    m_rest += bytes;
    m_rest.replace('\r', '\n');
    qsizetype begin = 0;
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', begin)) {
        takeLine(withoutEscapes(QString::fromUtf8(QByteArrayView(m_rest).sliced(begin, end - begin))));
        begin = end + 1;
    }
    m_rest = m_rest.sliced(begin);
    if (m_rest.size() > c_longestLine) {
        takeLine(withoutEscapes(QString::fromUtf8(m_rest.first(c_longestLine))));
        m_rest.clear();
    }
}

void TunnelOutput::takeLine(const QString &line)
{
    if (line.isEmpty())
        return;
    m_lines.append(line.left(c_longestLine));
    if (m_lines.size() > c_keptLines)
        m_lines.removeFirst();
    if (!m_publicBase.isEmpty())
        return;
    const QString address = m_settings.kind == TunnelSettings::Kind::Ssh ? addressInSshLine(line) : addressIn(line);
    if (const auto checked = checkedPublicUrl(address))
        m_publicBase = *checked;
}

/** `Allocated port 40123 for remote forward to …` where the server chose, `remote forward success` where it did not. */
QString TunnelOutput::addressInSshLine(const QString &line) const
{
    static const QRegularExpression allocated(QStringLiteral("Allocated port (\\d+) for remote forward"));
    static const QRegularExpression success(QStringLiteral("remote forward success"));
    QString port;
    if (const auto match = allocated.match(line); match.hasMatch())
        port = match.captured(1);
    else if (m_settings.remotePort > 0 && success.match(line).hasMatch())
        port = QString::number(m_settings.remotePort);
    if (port.isEmpty())
        return {};
    return QString(m_settings.publicUrl).replace(QLatin1StringView("{port}"), port);
}

QString TunnelOutput::addressIn(const QString &line) const
{
    const QRegularExpression pattern =
        m_settings.urlPattern.isEmpty() ? anyHttpsAddress() : QRegularExpression(m_settings.urlPattern);
    const QRegularExpressionMatch match = pattern.match(line);
    if (!match.hasMatch())
        return {};
    // An address that was given beforehand counts; the pattern then only says when the tunnel is up.
    if (!m_settings.publicUrl.isEmpty())
        return m_settings.publicUrl;
    return match.captured(match.lastCapturedIndex() >= 1 ? 1 : 0);
}

QString TunnelOutput::lastWords() const
{
    QStringList lines = m_lines;
    if (const QString rest = withoutEscapes(QString::fromUtf8(m_rest)); !rest.isEmpty())
        lines.append(rest);
    if (m_settings.kind == TunnelSettings::Kind::Ssh)
        return sshFailure(lines);
    return lines.isEmpty() ? QString() : lines.last();
}

} // namespace earshot
