// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/receive/certificate.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <array>
#include <optional>

namespace earshot {

/** From how long before its end a certificate is warned about. */
constexpr std::chrono::days c_certificateWarning(21);

/** Whole days left; below zero once it has ended. */
qint64 daysLeft(const CertificateFacts &facts, Timestamp now);

/** Looks now and then whether the files of the listener's certificate were replaced, as those who renew certificates
 * do, and how long it is good for. Of its thread's event loop. */
class CertificateWatch final : public QObject
{
    Q_OBJECT

public:
    /** @p clock must outlive it. */
    explicit CertificateWatch(const Clock &clock, std::chrono::milliseconds interval = std::chrono::minutes(1),
                              QObject *parent = nullptr);

    /** Watches these files, which are in use from now on; nothing ends it. */
    void watch(const std::optional<CertificateFiles> &files);

    /** Looks now. */
    void look();

    /** Of the certificate in use; nothing while there is none. */
    const std::optional<CertificateFacts> &facts() const { return m_facts; }

Q_SIGNALS:
    /** The files hold another certificate and its key. While they do not belong together, as in the midst of being
     * replaced, nothing is told but the log. */
    void replaced(const earshot::CertificateFiles &files);

    /** facts() are others. */
    void factsChanged();

private:
    /** When a file was written last, and its size. */
    struct Stamp {
        QDateTime modified;
        qint64 bytes = -1;

        friend bool operator==(const Stamp &, const Stamp &) = default;
    };

    using Stamps = std::array<Stamp, 2>;

    static Stamp stampOf(const QString &path);
    Stamps stamps() const;
    bool readFacts();
    void warnOfEnd();

    const Clock &m_clock;
    std::optional<CertificateFiles> m_files;
    std::optional<CertificateFacts> m_facts;
    Stamps m_seen;
    std::optional<qint64> m_warnedDays; ///< left when it was last warned
    QTimer m_timer{this};
};

} // namespace earshot
