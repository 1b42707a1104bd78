// SPDX-FileCopyrightText: The Earshot authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIODevice>

#include <algorithm>

namespace earshot {

/** A request's body that is sent once: it cannot be read from its beginning again. Qt sends a request anew, up to three
 * times, where the connection ends without an answer (QHttpNetworkConnectionChannel), but not a body that it cannot
 * reset; what may have arrived must not go twice. */
class OnceBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OnceBody(const QByteArray &bytes)
        : m_bytes(bytes)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    qint64 size() const override { return m_bytes.size(); }

    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 count = std::min<qint64>(most, m_bytes.size() - m_read);
        std::copy_n(m_bytes.constData() + m_read, count, data);
        m_read += count;
        return count;
    }

    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    const QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace earshot
