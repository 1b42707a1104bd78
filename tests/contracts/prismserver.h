// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QString>

namespace earshot {

/** Prism, playing a vendor on loopback by the contract that lies in `<vendor>/<vendor>.yaml`. What does not fit the
 * contract is answered with 4xx or 5xx. Ends with the object. */
class PrismServer
{
public:
    ~PrismServer();

    /** Once it listens; what is wrong otherwise, in words. */
    QString start(const QString &vendor);

    const QString &url() const { return m_url; }

private:
    QProcess m_process;
    QString m_url;
};

} // namespace earshot
