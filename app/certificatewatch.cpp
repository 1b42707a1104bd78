// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/certificatewatch.h"

#include "models/base/logging.h"

#include <QFileInfo>

namespace earshot {

qint64 daysLeft(const CertificateFacts &facts, Timestamp now)
{
    return std::chrono::floor<std::chrono::days>(facts.notAfter - now).count();
}

CertificateWatch::CertificateWatch(const Clock &clock, std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setInterval(interval);
    m_timer.callOnTimeout(this, &CertificateWatch::look);
}

void CertificateWatch::watch(const std::optional<CertificateFiles> &files)
{
    m_files = files;
    m_facts.reset();
    m_warnedDays.reset();
    if (!m_files) {
        m_timer.stop();
        Q_EMIT factsChanged();
        return;
    }
    m_seen = stamps(); // first: what changes while they are read is then seen later
    m_timer.start();
    if (readFacts())
        warnOfEnd();
}

void CertificateWatch::look()
{
    if (!m_files)
        return;
    const Stamps now = stamps();
    if (now != m_seen) {
        m_seen = now;
        if (readFacts())
            Q_EMIT replaced(*m_files);
    }
    warnOfEnd();
}

CertificateWatch::Stamp CertificateWatch::stampOf(const QString &path)
{
    const QFileInfo file(path);
    return {file.lastModified(), file.exists() ? file.size() : -1};
}

CertificateWatch::Stamps CertificateWatch::stamps() const
{
    return {stampOf(m_files->certificate), stampOf(m_files->key)};
}

/** False where they cannot be used; then those of before go on being used. */
bool CertificateWatch::readFacts()
{
    const auto facts = certificateFacts(*m_files);
    if (!facts) {
        qCWarning(lcApp) << "the certificate in use stays, since the files cannot be used:" << facts.error().detail;
        return false;
    }
    m_facts = *facts;
    m_warnedDays.reset();
    Q_EMIT factsChanged();
    return true;
}

/** Once a day from three weeks before its end. */
void CertificateWatch::warnOfEnd()
{
    if (!m_facts)
        return;
    const qint64 days = daysLeft(*m_facts, m_clock.now());
    if (days >= c_certificateWarning.count() || m_warnedDays == days)
        return;
    m_warnedDays = days;
    const QString end = toIsoText(m_facts->notAfter, QTimeZone::utc());
    qCWarning(lcApp).noquote() << (days < 0 ? QStringLiteral("the certificate of the listener ended on %1; senders "
                                                             "refuse it. Renew it")
                                                  .arg(end)
                                            : QStringLiteral("the certificate of the listener ends in %1 days, on %2. "
                                                             "Renew it")
                                                  .arg(days)
                                                  .arg(end));
}

} // namespace earshot
