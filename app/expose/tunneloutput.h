// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/expose/tunnelsettings.h"

#include <QByteArray>

namespace earshot {

/** Reads what a tunnel's program writes, for the public address and for its last words. Bounded, however much it
 * writes. A program may print a token of its own: nothing of this goes to a log. */
class TunnelOutput
{
public:
    explicit TunnelOutput(TunnelSettings settings);

    /** Bytes as they come. */
    void add(const QByteArray &bytes);

    /** The public address, once it is known. */
    QString publicBase() const { return m_publicBase; }

    /** Why it ended, as far as it said. */
    QString lastWords() const;

private:
    void takeLine(const QString &line);
    QString addressIn(const QString &line) const;
    QString addressInSshLine(const QString &line) const;

    const TunnelSettings m_settings;
    QByteArray m_rest; ///< of a line that is not complete
    QStringList m_lines; ///< the last few
    QString m_publicBase;
};

} // namespace earshot
